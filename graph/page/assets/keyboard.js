// Going through the network without a mouse.
page.keyboard = (() => {
  const { data, state, visible, canvas } = page;
  const PUSH = 24; // pixels
  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  /** The neighbour that lies most in this direction. */
  const neighbour = (id, [right, down]) => {
    const from = canvas.place(id);
    let best = null;
    for (const other of visible.neighbours(id)) {
      const [x, y] = [canvas.place(other).x - from.x, canvas.place(other).y - from.y];
      const ahead = x * right + y * down;
      const cost = Math.hypot(x, y) + 2 * Math.abs(x * down - y * right);
      if (ahead > 0 && (!best || cost < best.cost)) best = { other, cost };
    }
    return best ? best.other : null;
  };

  /** Where one comes in: the best of the community that was opened last, else the first of all. */
  const entry = () => {
    const { drawn } = visible.get();
    const best = (things) => things.find(({ id }) => drawn.has(id))?.id;
    const opened = data.group.get(state.get().node);
    return (opened && best([opened.best, ...opened.members].map((id) => data.node.get(id)))) ?? best([...data.groups, ...data.nodes]);
  };

  const go = (way) => {
    const here = state.get().node === null ? null : visible.get().stand(state.get().node);
    const next = visible.get().drawn.has(here) ? neighbour(here, way) : entry();
    if (next === null || next === undefined) return;
    state.set({ node: next, edge: null });
    const { label } = data.node.get(next);
    const held = data.group.has(next) ? `community of ${page.dom.count(visible.get().drawn.get(next), "node")}, Enter opens it, ` : "";
    page.dom.byId("said").textContent = `${label}, ${held}${page.dom.count(page.evidence.statementsOf(next).length, "statement")}`;
  };

  const chosen = (act) => { if (state.get().node !== null) act(state.get().node); };

  const KEYS = {
    Enter: () => (visible.get().drawn.has(state.get().node) && data.group.has(state.get().node) ? page.groups.open(state.get().node) : page.evidence.panel.focus()),
    e: () => chosen((id) => page.reach.expand(id)),
    x: () => chosen((id) => page.reach.hide(id)),
    Delete: () => chosen((id) => page.reach.hide(id)),
    c: () => {
      const group = data.group.get(state.get().node) || data.groupOf.get(state.get().node);
      if (visible.get().grouped && group && state.get().open.includes(group.id)) page.groups.close(group.id);
    },
    Escape: () => (state.get().node !== null || state.get().edge !== null ? state.set({ node: null, edge: null }) : state.set({ ego: null, depth: 1 })),
    "+": () => canvas.zoom(1.25), "=": () => canvas.zoom(1.25), "-": () => canvas.zoom(0.8), 0: () => canvas.fit(),
  };

  const start = () => {
    canvas.host.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (WAYS[event.key] && event.shiftKey) canvas.push(...WAYS[event.key].map((way) => way * PUSH));
      else if (WAYS[event.key]) go(WAYS[event.key]);
      else if (KEYS[event.key] || KEYS[event.key.toLowerCase()]) (KEYS[event.key] || KEYS[event.key.toLowerCase()])();
      else return;
      event.preventDefault();
    });
    page.evidence.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { canvas.host.focus(); event.preventDefault(); }
    });
    document.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || event.target.matches("input, select, textarea")) return;
      if (event.shiftKey) state.redo();
      else state.undo();
      event.preventDefault();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || ![document.body, canvas.host].includes(document.activeElement)) return;
      page.search.field.focus();
      event.preventDefault();
    });
  };

  return { start };
})();
