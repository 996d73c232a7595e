// How far one looks from a node: bringing in its neighbours beyond what is shown, and putting it out of sight.
page.reach = (() => {
  const { data, state, visible } = page;

  /** The neighbours, over lines that pass the filters, that are not drawn by themselves. */
  const beyond = (id) => {
    const { usable, drawn } = visible.get();
    const others = data.touching.get(id).filter((e) => usable.has(e.id)).map((e) => (e.from === id ? e.to : e.from));
    return [...new Set(others)].filter((other) => !drawn.has(other));
  };

  const expand = (id) => {
    if (data.group.has(id)) return;
    const more = beyond(id).length;
    if (!more) { page.dom.say("All its neighbours are here"); return; }
    state.set({ expanded: [...state.get().expanded.filter((other) => other !== id), id], node: id, edge: null });
    page.dom.say(`${page.dom.count(more, "neighbour")} brought in`);
  };

  const fold = (id) => state.set({ expanded: state.get().expanded.filter((other) => other !== id) });

  /** Put a node, or a community with all its members, out of sight in every view. */
  const hide = (id) => {
    const { expanded, hidden, ego } = state.get();
    state.set({ hidden: [...hidden.filter((other) => other !== id), id], expanded: expanded.filter((other) => other !== id), node: null, edge: null, ...(ego === id ? { ego: null, depth: 1 } : {}) });
    page.dom.say(`${data.node.get(id).label} hidden; undo brings it back`);
  };

  return { beyond, expand, fold, hide };
})();
