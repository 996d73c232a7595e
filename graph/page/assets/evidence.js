// The panel beside the network: the words behind the node or the line that is selected.
page.evidence = (() => {
  const { data, visible, state, cards } = page;
  const { byId, el, bdi, shape, copy, count } = page.dom;
  const MOST = 60;
  const panel = byId("evidence");
  const ORDER = Object.keys(data.all.styles.relations);

  const grouped = (numbers, key) => {
    const groups = new Map();
    for (const number of numbers) {
      const name = key(data.statements[number]);
      groups.set(name, [...(groups.get(name) || []), number]);
    }
    return groups;
  };

  const byDay = (a, b) => (data.statements[a].day || "~").localeCompare(data.statements[b].day || "~") || a - b;

  const list = (numbers, without) => {
    const host = el("div", {});
    const more = (from) => {
      host.append(...numbers.slice(from, from + MOST).map((number) => cards.statement(number, without)));
      const left = numbers.length - from - MOST;
      if (left > 0) {
        const button = el("button", { type: "button", onclick: () => { button.remove(); more(from + MOST); } }, `Show ${Math.min(MOST, left)} more of ${left}`);
        host.append(button);
      }
    };
    more(0);
    return host;
  };

  /** True where one holder has said both yes and no. */
  const shifted = (numbers) => {
    const signs = new Set(numbers.map((number) => Math.sign(data.statements[number].polarity)).filter(Boolean));
    return signs.size > 1;
  };

  const heading = (label, about, ...buttons) => [
    el("div", { class: "top" }, el("h2", { dir: "auto" }, label), el("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => state.set({ node: null, edge: null }) }, "×")),
    el("p", { class: "about" }, ...about),
    el("p", { class: "acts" }, ...buttons, el("button", { type: "button", onclick: () => copy(location.href, "Link") }, "Copy link")),
  ];

  const about = (node) => [
    shape(node.kind), ` ${data.kind(node.kind).label}`,
    ...(node.notes || []).flatMap((note) => [" · ", bdi(note)]),
  ];

  const ego = (node) => {
    const now = state.get();
    if (now.ego === node.id) {
      return [el("button", { type: "button", onclick: () => state.set({ depth: Math.min(6, now.depth + 1) }) }, "One step further"), el("button", { type: "button", onclick: () => state.set({ ego: null, depth: 1 }) }, "Whole network")];
    }
    return [el("button", { type: "button", onclick: () => state.set({ ego: node.id, depth: 1 }) }, "Only this and its neighbours")];
  };

  /** All statements on the lines of a node that pass the filters, shown in the network or not. */
  const statementsOf = (id) => {
    const { usable } = visible.get();
    return [...new Set(data.touching.get(id).flatMap((e) => usable.get(e.id) || []))].sort(byDay);
  };

  const ofNode = (node) => {
    const numbers = statementsOf(node.id);
    const parts = heading(node.label, about(node), ...ego(node), node.page ? el("a", { href: node.page }, "Its page") : null);
    if (node.aliases?.length) parts.push(el("p", { class: "also" }, "Also: ", ...node.aliases.flatMap((alias, n) => [n ? ", " : "", bdi(alias)])));
    if (node.definition) parts.push(el("p", { class: "also", dir: "auto" }, node.definition));
    if (node.claim !== undefined) parts.push(cards.claim(node.claim));
    const whose = numbers.every((number) => data.statements[number].holder === node.id);
    const what = numbers.every((number) => data.statements[number].target === node.id);
    if (what && numbers.length) parts.push(...byStance(numbers));
    else if (whose && numbers.length) parts.push(...byProposal(numbers));
    else parts.push(list(numbers, []));
    if (!numbers.length && node.claim === undefined) parts.push(el("p", { class: "none" }, "No statement here passes the filters."));
    return parts;
  };

  const byStance = (numbers) => {
    const groups = grouped(numbers, (s) => s.stance);
    return ORDER.filter((stance) => groups.has(stance)).flatMap((stance) => [
      el("h3", { "data-relation": stance }, cards.pill(stance), el("span", { class: "n" }, count(groups.get(stance).length, "statement"))), list(groups.get(stance), ["what", "stance"]),
    ]);
  };

  const byProposal = (numbers) =>
    [...grouped(numbers, (s) => s.target)].flatMap(([target, group]) => [
      el("h3", {}, cards.name(target, data.statements[group[0]].what), shifted(group) ? el("span", { class: "flag" }, "changed position") : null), list(group, ["who", "what"]),
    ]);

  const ofEdge = (e) => {
    const [one, other] = [data.node.get(e.from), data.node.get(e.to)];
    const numbers = [...(visible.get().usable.get(e.id) || [])].sort(byDay);
    const pair = ["congruence", "conflict"].includes(e.relation);
    const title = el("span", {}, bdi(one.label), " ", cards.pill(e.relation), " ", bdi(other.label));
    const parts = heading(title, [e.title ? bdi(e.title) : count(numbers.length, "statement")]);
    if (pair) parts.push(...sideBySide(numbers, one, other));
    else parts.push(list(numbers, ["who", "what", "stance"]));
    parts.push(...e.claims.filter(() => !numbers.length).map(cards.claim));
    return parts;
  };

  /** Two columns: what the one and what the other said of the same thing. */
  const sideBySide = (numbers, one, other) => {
    const actors = one.kind !== "Proposal";
    const middle = (s) => (actors ? s.target : s.holder);
    return [...grouped(numbers, middle)].flatMap(([, group]) => {
      const first = data.statements[group[0]];
      const side = (node) => el("div", {}, list(group.filter((number) => (actors ? data.statements[number].holder : data.statements[number].target) === node.id), [actors ? "what" : "who"]));
      return [el("h3", {}, bdi(actors ? first.what : first.who)), el("div", { class: "sides" }, side(one), side(other))];
    });
  };

  const update = () => {
    const now = state.get();
    const parts = now.node !== null ? ofNode(data.node.get(now.node)) : now.edge !== null ? ofEdge(data.edge.get(now.edge)) : page.overview.parts();
    panel.replaceChildren(...parts);
    panel.scrollTop = 0;
  };

  return { update, panel, shifted, statementsOf };
})();
