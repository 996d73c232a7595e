// Which statements, lines and nodes the present filters leave.
page.visible = (() => {
  const { data, groups } = page;
  let seen = { statements: new Set(), edges: new Map(), nodes: new Set(), drawn: new Map(), lines: new Map(), grouped: false, level: 0 };

  const keeps = (state) => (number) => {
    const s = data.statements[number];
    const article = data.articles[s.article];
    if (s.confidence < state.confidence) return false;
    if (state.article && article?.id !== state.article) return false;
    if (state.publisher && article?.publisher !== state.publisher) return false;
    if (state.topic && !s.topics.includes(state.topic)) return false;
    if ((state.since || state.until) && !s.day) return false;
    return (!state.since || s.day >= state.since) && (!state.until || s.day <= state.until);
  };

  /** The nodes within some lines of one node, over the lines that are left. */
  const around = (centre, depth, usable) => {
    const reached = new Set([centre]);
    let edge = [centre];
    for (let step = 0; step < depth; step += 1) {
      const next = [];
      for (const id of edge) {
        for (const e of data.touching.get(id)) {
          if (!usable.has(e.id)) continue;
          const other = e.from === id ? e.to : e.from;
          if (!reached.has(other)) { reached.add(other); next.push(other); }
        }
      }
      edge = next;
    }
    return reached;
  };

  /** Lines that pass the filters, with the statements that are left on each. */
  const usableEdges = (state, kept, hidden) => {
    const usable = new Map();
    for (const e of data.edges) {
      if (hidden.has(e.from) || hidden.has(e.to)) continue;
      if (state.hiddenRelations.includes(e.relation)) continue;
      if (state.hiddenKinds.includes(data.node.get(e.from).kind) || state.hiddenKinds.includes(data.node.get(e.to).kind)) continue;
      const left = e.statements.filter((number) => kept.has(number));
      if (e.statements.length ? left.length >= state.minimum : !narrowed(state)) usable.set(e.id, left);
    }
    return usable;
  };

  /** What was hidden by hand; a community hides its members. */
  const hiddenNodes = (state) => new Set(state.hidden.flatMap((id) => data.group.get(id)?.members || [id]));

  /** The neighbours of what was expanded, each with the node that brings it in, the best evidenced first. */
  const broughtBy = (state, usable, hidden) => {
    const carried = new Map();
    const hubs = state.expanded.filter((id) => !hidden.has(id));
    for (const [place, hub] of hubs.entries()) {
      const others = data.touching.get(hub).filter((e) => usable.has(e.id)).map((e) => (e.from === hub ? e.to : e.from));
      for (const other of others.sort((a, b) => data.node.get(a).rank - data.node.get(b).rank)) if (!carried.has(other) && !hubs.slice(0, place + 1).includes(other)) carried.set(other, hub);
    }
    return { carried, brought: new Set([...hubs, ...carried.keys()]) };
  };

  const narrowed = (state) =>
    Boolean(state.article || state.publisher || state.topic || state.since || state.until || state.confidence || state.minimum > 1);

  const compute = (state) => {
    const kept = new Set([...data.statements.keys()].filter(keeps(state)));
    const hidden = hiddenNodes(state);
    const usable = usableEdges(state, kept, hidden);
    const { carried, brought } = broughtBy(state, usable, hidden);
    const grouped = groups.on(state);
    const inView = state.ego === null ? null : around(state.ego, state.depth, usable);
    const within = (id) => (grouped ? data.homeOf.get(id).rank < groups.levels[Math.min(state.level, groups.levels.length - 1)] : data.node.get(id).rank < data.levels[Math.min(state.level, data.levels.length - 1)]);
    const allowed = (id) => (inView ? inView.has(id) : within(id) || id === state.node) || brought.has(id);
    const edges = new Map();
    const nodes = new Set();
    for (const [id, left] of usable) {
      const e = data.edge.get(id);
      if (!allowed(e.from) || !allowed(e.to)) continue;
      edges.set(id, left);
      nodes.add(e.from).add(e.to);
    }
    for (const n of data.nodes) if (allowed(n.id) && !hidden.has(n.id) && !data.touching.get(n.id).length && !state.hiddenKinds.includes(n.kind) && !narrowed(state)) nodes.add(n.id);
    if (state.node !== null && !data.group.has(state.node) && !hidden.has(state.node) && (nodes.size || !narrowed(state))) nodes.add(state.node);
    const statements = new Set();
    for (const left of edges.values()) left.forEach((number) => statements.add(number));
    const level = levelOf(state, [...nodes].filter((id) => !carried.has(id)), grouped);
    seen = { statements, edges, nodes, kept, usable, grouped, level, carried, ...drawnOf(state, nodes, edges, grouped ? brought : null) };
    seen.plan = `${grouped ? "communities" : "nodes"} ${level}`;
    seen.layout = JSON.stringify([grouped, level, grouped && state.open, state.expanded]);
    arrange(state);
    return seen;
  };

  /** The smallest layout, not below the one that was asked for, in which all that is shown has its place. */
  const levelOf = (state, nodes, grouped) => {
    const sizes = grouped ? groups.levels : data.levels;
    const rank = (id) => (grouped ? data.homeOf : data.node).get(id).rank;
    const highest = nodes.reduce((most, id) => Math.max(most, rank(id)), -1);
    return Math.max(Math.min(state.level, sizes.length - 1), sizes.findIndex((size) => highest < size));
  };

  /** What is drawn for it: nodes or the communities that stand for them, with how many each holds, and lines. */
  const drawnOf = (state, nodes, edges, alone) => {
    const stand = alone ? groups.standing(state.open, alone) : (id) => id;
    const drawn = data.tally([...nodes].map(stand));
    const { lines, weaker } = groups.merged(edges, stand);
    return { stand, drawn, lines, weaker };
  };

  /** A line by its id, with the statements that are left on it: of the data, or one that stands for several. */
  const line = (id) => (data.edge.has(id) ? { ...data.edge.get(id), left: seen.usable.get(id) || [] } : groups.behind(id, seen.usable));

  /** What a drawn line joins with a drawn node. */
  const neighbours = (id) => [...seen.lines.values()].flatMap((e) => (e.from === id ? [e.to] : e.to === id ? [e.from] : []));

  const arrange = (state) => {
    if (seen.grouped) groups.arrange(seen.level, state.open, stretch(groupAspects));
    const hubless = state.expanded.filter((id) => seen.grouped && seen.stand(id) === id && !placed(id) && !seen.carried.has(id));
    const carried = new Map([...hubless.map((id) => [id, data.homeOf.get(id).id]), ...[...seen.carried].filter(([id]) => !placed(id))]);
    satellites = carried.size ? page.satellites.arrange(carried, fixed, taken()) : carried;
  };

  const spread = (values) => Math.max(...values) - Math.min(...values) || 1;
  /** Width over height of each layout, from what comes first in it. */
  const aspectsOf = (layouts) =>
    layouts.map((flat) => {
      const some = flat.slice(0, 4000);
      return spread(some.filter((_, n) => n % 2 === 0)) / spread(some.filter((_, n) => n % 2 === 1));
    });
  const aspects = aspectsOf(data.positions);
  const groupAspects = aspectsOf(data.communities.positions);
  let wanted = 1;
  const stretch = (shapes) => Math.sqrt(Math.min(2.5, Math.max(0.5, shapes[seen.level] / wanted)));

  /** Where a node stands in the layout that is shown, drawn out to the shape of the window. */
  const place = (id) => satellites.get(id) || fixed(id);
  let satellites = new Map();

  /** Whether the layout has a place for a node: the others stand round the one that brought them in. */
  const placed = (id) => (seen.grouped ? groups.placed(id) : data.node.get(id).rank < data.levels[seen.level]);

  /** All places of the layout, whatever the filters leave, so that those who are brought in do not move with a filter. */
  const taken = () => (seen.grouped ? groups.covered() : data.nodes.slice(0, data.levels[seen.level]).map((n) => ({ ...fixed(n.id), radius: 0 })));

  const fixed = (id) => {
    if (seen.grouped) return groups.place(id);
    const { rank } = data.node.get(id);
    const table = data.positions[seen.level];
    const by = stretch(aspects);
    return { x: table[2 * rank] / by, y: table[2 * rank + 1] * by };
  };

  /** Draw the network for a window of this width over height; false where that changes next to nothing. */
  const shapeTo = (aspect) => {
    if (Math.abs(aspect / wanted - 1) < 0.1) return false;
    wanted = aspect;
    if (seen.layout) arrange(page.state.get());
    return true;
  };

  return { compute, place, line, neighbours, narrowed, shapeTo, get: () => seen };
})();
