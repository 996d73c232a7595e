// Communities: which node stands for which, what lines between them amount to, and where all of it stands.
page.groups = (() => {
  const { data } = page;
  const MOST = 80; // lines between communities: the strongest, since more are wool
  const BETWEEN = " ~ "; // in the name of a line that stands for several; no IRI has a space
  const { levels, positions } = data.communities;

  /** Whether communities are collapsed: not where the reader looks at one node and what is near it. */
  const on = (state) => state.grouped === "yes" && data.grouped && state.ego === null;

  /** Which node is drawn for each: its community, unless that is open or the node is drawn by itself. */
  const standing = (open, alone) => {
    const opened = new Set(open);
    return (id) => {
      const group = data.groupOf.get(id);
      return !group || opened.has(group.id) || alone.has(id) ? id : group.id;
    };
  };

  /** The lines as they are drawn: all between the same two communities, or a community and a node, as one. */
  const merged = (edges, stand) => {
    const lines = new Map();
    const joined = new Map();
    for (const [id, left] of edges) {
      const e = data.edge.get(id);
      const [from, to] = [stand(e.from), stand(e.to)];
      if (from === e.from && to === e.to) lines.set(id, { ...e, left, count: Math.max(1, left.length) });
      else if (from !== to) {
        const [one, other] = data.node.get(from).order < data.node.get(to).order ? [from, to] : [to, from];
        const name = one + BETWEEN + other;
        joined.set(name, [...(joined.get(name) || []), { ...e, left, one, other }]);
      }
    }
    const all = [...joined].map(([name, parts]) => whole(name, parts)).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
    for (const line of all.slice(0, MOST)) lines.set(line.id, line);
    return { lines, weaker: Math.max(0, all.length - MOST) };
  };

  const SIGNS = [["+", ["support", "conditional", "congruence"]], ["−", ["doubt", "oppose", "conflict"]], ["?", ["undecided"]]];

  /** One line for several: how many statements of each stance it stands for; it looks like most of them. */
  const whole = (name, parts) => {
    const numbers = new Map();
    for (const { relation, left, statements } of parts) {
      if (!numbers.has(relation)) numbers.set(relation, new Set());
      (left.length ? left : [`line ${numbers.get(relation).size}`].filter(() => !statements.length)).forEach((number) => numbers.get(relation).add(number));
    }
    const counts = new Map([...numbers].map(([relation, some]) => [relation, some.size]));
    const sums = SIGNS.map(([sign, relations]) => [sign, relations.reduce((sum, relation) => sum + (counts.get(relation) || 0), 0), relations]);
    const most = [...sums].sort((a, b) => b[1] - a[1])[0];
    const within = [...counts].filter(([relation]) => !most[1] || most[2].includes(relation)).sort((a, b) => b[1] - a[1])[0][0];
    const even = most[1] > 0 && sums[0][1] === sums[1][1];
    return {
      id: name, from: parts[0].one, to: parts[0].other, merged: true, counts, relation: even ? "undecided" : within,
      sign: sums.filter(([, sum]) => sum).map(([sign, sum]) => `${sign} ${sum}`).join("  "),
      left: [...new Set(parts.flatMap(({ left }) => left))], count: [...counts.values()].reduce((sum, n) => sum + n, 0), claims: [],
    };
  };

  /** The two ends of a line that stands for several; null where a text names no such line. */
  const ends = (name) => {
    const [one, other, more] = String(name).split(BETWEEN);
    const known = more === undefined && data.node.has(one) && data.node.has(other) && (data.group.has(one) || data.group.has(other));
    return known ? [one, other] : null;
  };

  /** Such a line by its name, with the statements on what it stands for that are usable, open or collapsed. */
  const behind = (name, usable) => {
    const [one, other] = ends(name);
    const inside = (id) => new Set(data.group.get(id)?.members || [id]);
    const [these, those] = [inside(one), inside(other)];
    const parts = [];
    for (const [id, left] of usable) {
      const e = data.edge.get(id);
      if ((these.has(e.from) && those.has(e.to)) || (these.has(e.to) && those.has(e.from))) parts.push({ ...e, left, one, other });
    }
    return parts.length ? whole(name, parts) : { id: name, from: one, to: other, merged: true, relation: "link", counts: new Map(), left: [], claims: [], count: 0 };
  };

  let places = { centres: new Map(), open: new Set() };

  /**
   * Put the communities where they stand at a level, in a window to which the layout is stretched. Each that is open
   * pushes all others straight away from its middle by as much as it grows, so that no two ever cover each other.
   */
  const arrange = (level, opened, stretch) => {
    const keep = Math.max(stretch, 1 / stretch); // drawn out, never pressed together
    const shown = data.groups.slice(0, levels[level]);
    const centres = new Map(shown.map(({ id, rank }) => [id, { x: (positions[level][2 * rank] / stretch) * keep, y: positions[level][2 * rank + 1] * stretch * keep }]));
    for (const id of opened) {
      const middle = centres.get(id);
      if (!middle) continue;
      const { radius, size } = data.group.get(id);
      for (const [other, at] of centres) {
        if (other === id) continue;
        const far = Math.hypot(at.x - middle.x, at.y - middle.y) || 1;
        const further = 1 + (radius - size) / far;
        centres.set(other, { x: middle.x + (at.x - middle.x) * further, y: middle.y + (at.y - middle.y) * further });
      }
    }
    places = { centres, open: new Set(opened) };
  };

  /** Where a community, or a member of one, stands. */
  const place = (id) => {
    const group = data.group.get(id) || data.homeOf.get(id);
    const middle = places.centres.get(group.id) || { x: 0, y: 0 };
    if (id === group.id || !places.open.has(group.id)) return middle;
    const number = group.members.indexOf(id);
    return { x: middle.x + group.places[2 * number], y: middle.y + group.places[2 * number + 1] };
  };

  /** Whether a community, or a node by itself, has a place: a member has one where its community is open. */
  const placed = (id) => {
    const group = data.group.get(id) || data.homeOf.get(id);
    return places.centres.has(group.id) && (id === group.id || places.open.has(group.id));
  };

  /** All that communities cover, open or collapsed. */
  const covered = () => [...places.centres].map(([id, at]) => ({ ...at, radius: places.open.has(id) ? data.group.get(id).radius : 1 }));

  /** The circles of the communities that are open. */
  const circles = () => [...places.open].filter((id) => places.centres.has(id)).map((id) => ({ ...places.centres.get(id), id, radius: data.group.get(id).radius }));

  /** Open a community, or close it; it is what is selected then. */
  const open = (id) => page.state.set({ open: [...page.state.get().open.filter((other) => other !== id), id], node: id, edge: null });
  const close = (id) => page.state.set({ open: page.state.get().open.filter((other) => other !== id), node: id, edge: null });

  return { on, open, close, standing, merged, ends, behind, arrange, place, placed, covered, circles, levels };
})();
