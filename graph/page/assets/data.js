// What the page knows, read once from the JSON in it, with the indexes that everything else uses.
page.data = (() => {
  const all = JSON.parse(document.getElementById("contents").textContent);
  const statements = all.statements || [];
  const claims = all.claims || [];
  const articles = all.articles || [];
  const kind = (name) => all.styles.kinds[name] || all.styles.kinds.Other;
  const relation = (name) => all.styles.relations[name] || all.styles.relations.link;

  const nodes = all.nodes.map((node, rank) => ({ ...node, rank, kind: all.styles.kinds[node.kind] ? node.kind : "Other", label: String(node.label), notes: node.notes || (node.title ? [String(node.title)] : []) }));
  const node = new Map(nodes.map((n) => [n.id, n]));
  const edges = all.edges.map((edge, number) => ({
    ...edge,
    id: edge.id ?? `line-${number}`,
    relation: all.styles.relations[edge.relation] ? edge.relation : "link",
    statements: edge.statements || [],
    claims: edge.claims || [],
  }));
  const edge = new Map(edges.map((e) => [e.id, e]));
  const touching = new Map(nodes.map((n) => [n.id, []]));
  for (const e of edges) {
    touching.get(e.from).push(e);
    if (e.to !== e.from) touching.get(e.to).push(e);
  }
  const { levels, positions } = all;

  // communities: one of a single member is that member; the others are things that can be drawn and selected
  const communities = { levels: [0], positions: [[]], groups: [], ...all.communities };
  const groups = communities.groups.map((found, rank) => {
    const members = found.members.map((number) => nodes[number].id);
    const names = found.names.map((number) => nodes[number].label);
    const best = nodes[found.names[0]].id;
    const alone = members.length === 1;
    return { ...found, rank, members, alone, best, names, id: alone ? members[0] : `community/${best}`, kind: "Community", label: names.join(" · "), notes: [] };
  });
  const group = new Map(groups.filter((g) => !g.alone).map((g) => [g.id, g]));
  const groupOf = new Map([...group.values()].flatMap((g) => g.members.map((id) => [id, g])));
  const homeOf = new Map(groups.flatMap((g) => g.members.map((id) => [id, g])));
  for (const [id, g] of group) { node.set(id, g); touching.set(id, []); }
  [...node.values()].forEach((thing, order) => { thing.order = order; });

  /** Letters without case and marks, so that "Łódź" is found by "lodz" and 日本 by 日. */
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ł/g, "l").replace(/ø/g, "o").replace(/ß/g, "ss");

  const tally = (list) => list.reduce((map, key) => map.set(key, (map.get(key) || 0) + 1), new Map());

  return {
    all, communities, groups, group, groupOf, homeOf, grouped: group.size > 1, nodes, node, edges, edge, touching, statements, claims, articles, levels, positions, kind, relation, folded, tally,
    kinds: Object.keys(all.styles.kinds).filter((name) => nodes.some((n) => n.kind === name)),
    relations: Object.keys(all.styles.relations).filter((name) => edges.some((e) => e.relation === name)),
    topics: all.topics || [],
  };
})();

// The colours of the theme in force.
page.theme = (() => {
  const preferred = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => {
    const chosen = document.documentElement.dataset.theme;
    return chosen === "dark" || (chosen === "auto" && preferred.matches);
  };
  const name = () => (dark() ? "dark" : "light");
  const asked = new Map(); // the browser takes its time for each answer, and tens of thousands of lines are coloured at once
  const css = (variable) => {
    const key = name() + variable;
    if (!asked.has(key)) asked.set(key, getComputedStyle(document.documentElement).getPropertyValue(variable).trim());
    return asked.get(key);
  };
  return {
    dark,
    preferred,
    kind: (kind) => page.data.kind(kind)[name()],
    relation: (relation) => page.data.relation(relation)[name()],
    ink: () => css("--ink"),
    panel: () => css("--panel"),
    paper: () => css("--paper"),
    muted: () => css("--muted"),
    rule: () => css("--rule"),
    accent: () => css("--accent"),
    toggle: () => { document.documentElement.dataset.theme = dark() ? "light" : "dark"; },
  };
})();
