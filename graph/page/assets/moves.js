// Where nodes are: at their place in the layout, and from there by as much as the reader has moved them.
page.moves = (() => {
  const { data, state, visible } = page;
  const held = new Map(); // where nodes are while they are being moved

  /** An id as the network knows it: vis-network gives back text. */
  const known = (id) => (data.node.has(id) ? id : Number(id));

  const shift = ({ x, y }, id) => {
    const [right, down] = state.get().moved[visible.get().plan]?.get(id) || [0, 0];
    return { x: x + right, y: y + down };
  };

  /** Where a node stands before it is moved itself: the members of an open community go with that. */
  const base = (id) => {
    const group = visible.get().grouped ? data.groupOf.get(id) : null;
    return group && state.get().open.includes(group.id) ? shift(visible.place(id), group.id) : visible.place(id);
  };

  const place = (id) => held.get(id) || shift(base(id), id);

  /** The grounds of open communities. */
  const circles = () => (visible.get().grouped ? page.groups.circles().map((circle) => ({ ...circle, ...shift(circle, circle.id) })) : []);

  /** Where some nodes are for now; `places` is as vis-network gives it. */
  const hold = (places) => { for (const [id, at] of Object.entries(places)) held.set(known(id), at); };

  /** Keep where some nodes have been put, as one step that can be undone. */
  const keep = (places, options) => {
    hold(places);
    const { moved } = state.get();
    const { plan } = visible.get();
    const now = new Map(moved[plan]);
    for (const [id, at] of held) now.set(id, [Math.round(at.x - base(id).x), Math.round(at.y - base(id).y)]);
    held.clear();
    state.set({ moved: { ...moved, [plan]: now } }, options);
  };

  return { place, circles, hold, keep };
})();
