// Going through the network without a mouse.
page.keyboard = (() => {
  const { data, state, visible, canvas } = page;
  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  /** The neighbour that lies most in this direction. */
  const neighbour = (id, [right, down]) => {
    const from = canvas.place(id);
    let best = null;
    for (const e of data.touching.get(id)) {
      if (!visible.get().edges.has(e.id)) continue;
      const other = e.from === id ? e.to : e.from;
      const [x, y] = [canvas.place(other).x - from.x, canvas.place(other).y - from.y];
      const ahead = x * right + y * down;
      const cost = Math.hypot(x, y) + 2 * Math.abs(x * down - y * right);
      if (ahead > 0 && (!best || cost < best.cost)) best = { other, cost };
    }
    return best ? best.other : null;
  };

  const go = (way) => {
    const { node } = state.get();
    const first = data.nodes.find((n) => visible.get().nodes.has(n.id));
    const next = node === null || !visible.get().nodes.has(node) ? first?.id : neighbour(node, way);
    if (next === null || next === undefined) return;
    state.set({ node: next, edge: null });
    const label = data.node.get(next).label;
    page.dom.byId("said").textContent = `${label}, ${page.dom.count(page.evidence.statementsOf(next).length, "statement")}`;
  };

  const KEYS = {
    Enter: () => page.evidence.panel.focus(),
    Escape: () => (state.get().node !== null || state.get().edge !== null ? state.set({ node: null, edge: null }) : state.set({ ego: null, depth: 1 })),
    "+": () => canvas.zoom(1.25), "=": () => canvas.zoom(1.25), "-": () => canvas.zoom(0.8), 0: () => canvas.fit(),
  };

  const start = () => {
    canvas.host.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (WAYS[event.key]) go(WAYS[event.key]);
      else if (KEYS[event.key]) KEYS[event.key]();
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
