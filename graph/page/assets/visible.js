// Which statements, lines and nodes the present filters leave.
page.visible = (() => {
  const { data } = page;
  let seen = { statements: new Set(), edges: new Map(), nodes: new Set(), level: 0 };

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
  const usableEdges = (state, kept) => {
    const usable = new Map();
    for (const e of data.edges) {
      if (state.hiddenRelations.includes(e.relation)) continue;
      if (state.hiddenKinds.includes(data.node.get(e.from).kind) || state.hiddenKinds.includes(data.node.get(e.to).kind)) continue;
      const left = e.statements.filter((number) => kept.has(number));
      if (e.statements.length ? left.length >= state.minimum : !narrowed(state)) usable.set(e.id, left);
    }
    return usable;
  };

  const narrowed = (state) =>
    Boolean(state.article || state.publisher || state.topic || state.since || state.until || state.confidence || state.minimum > 1);

  const compute = (state) => {
    const kept = new Set([...data.statements.keys()].filter(keeps(state)));
    const usable = usableEdges(state, kept);
    const inView = state.ego === null ? null : around(state.ego, state.depth, usable);
    const shown = state.ego === null ? data.levels[state.level] : data.nodes.length;
    const allowed = (id) => (inView ? inView.has(id) : data.node.get(id).rank < shown || id === state.node);
    const edges = new Map();
    const nodes = new Set();
    for (const [id, left] of usable) {
      const e = data.edge.get(id);
      if (!allowed(e.from) || !allowed(e.to)) continue;
      edges.set(id, left);
      nodes.add(e.from).add(e.to);
    }
    for (const n of data.nodes) if (allowed(n.id) && !data.touching.get(n.id).length && !state.hiddenKinds.includes(n.kind) && !narrowed(state)) nodes.add(n.id);
    if (state.node !== null && (nodes.size || !narrowed(state))) nodes.add(state.node);
    const highest = Math.max(-1, ...[...nodes].map((id) => data.node.get(id).rank));
    const level = Math.max(state.level, data.levels.findIndex((size) => highest < size));
    const statements = new Set();
    for (const left of edges.values()) left.forEach((number) => statements.add(number));
    seen = { statements, edges, nodes, level, kept, usable };
    return seen;
  };

  const spread = (values) => Math.max(...values) - Math.min(...values) || 1;
  /** Width over height of each layout, from its best evidenced nodes. */
  const aspects = data.positions.map((flat) => {
    const some = flat.slice(0, 4000);
    return spread(some.filter((_, n) => n % 2 === 0)) / spread(some.filter((_, n) => n % 2 === 1));
  });
  let wanted = 1;

  /** Where a node stands in the layout that is shown, drawn out to the shape of the window. */
  const place = (id) => {
    const { rank } = data.node.get(id);
    const table = data.positions[seen.level];
    const stretch = Math.sqrt(Math.min(2.5, Math.max(0.5, aspects[seen.level] / wanted)));
    return { x: table[2 * rank] / stretch, y: table[2 * rank + 1] * stretch };
  };

  /** Draw the network for a window of this width over height; false where that changes next to nothing. */
  const shapeTo = (aspect) => {
    if (Math.abs(aspect / wanted - 1) < 0.1) return false;
    wanted = aspect;
    return true;
  };

  return { compute, place, narrowed, shapeTo, get: () => seen };
})();
