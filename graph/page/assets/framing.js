// Where the window stands so that all of the network is seen in it: in the middle, as large as there is room, under no button.
page.framing = (() => {
  const { visible } = page;
  const { place, circles } = page.moves;
  const { byId } = page.dom;
  const BIG = 2000; // nodes: from here on they keep their size, and a selection fades nothing
  const EVENED = 320; // nodes: up to here the margins are measured with all labels
  const EDGE = 8; // pixels that are free at the edge in any case
  const host = byId("canvas");
  const letters = document.createElement("canvas").getContext("2d");

  /** Where buttons and the notice lie over the network. */
  const buttons = () => {
    const { clientWidth: width, clientHeight: height } = host;
    const [groups, notice] = [byId("groups"), byId("notice")];
    return [
      { left: width - 52, top: height - 158, right: width, bottom: height },
      { left: 0, top: 0, right: 14 + groups.offsetWidth, bottom: groups.offsetHeight + 14 },
      { left: 0, top: height - notice.offsetHeight - (notice.hidden ? 0 : 12), right: 14 + notice.offsetWidth, bottom: height },
    ];
  };

  /** How far from the edges of its room the network stays, in pixels: names reach into the margins, and the most below. */
  const margins = () => {
    const side = Math.max(24, Math.min(56, host.clientWidth * 0.07));
    return { left: side, right: side, top: 26, bottom: 40 + byId("notice").offsetHeight };
  };

  /** The middle, the width and the height of all that is visible; null where there is nothing to see. */
  const extent = () => {
    const seen = [...visible.get().drawn.keys()];
    if (!seen.length || !host.clientWidth) return null;
    const reaches = [...seen.map((id) => ({ ...place(id), radius: 0 })), ...circles()];
    const edge = (way, axis, sign) => way(...reaches.map((at) => at[axis] + sign * at.radius));
    const [left, right, top, bottom] = [edge(Math.min, "x", -1), edge(Math.max, "x", 1), edge(Math.min, "y", -1), edge(Math.max, "y", 1)];
    return { x: (left + right) / 2, y: (top + bottom) / 2, wide: right - left + 1, high: bottom - top + 1, count: seen.length };
  };

  /** How much larger than a plain node is drawn in pixels one of so many that share so many square pixels: a part of what each has. */
  const radius = (count, room) => Math.min(1, Math.sqrt(room / count) / 88);

  /** Where the window stands for it, how small all is seen, and how much larger drawn. */
  const within = (whole, free) => {
    const { clientWidth: width, clientHeight: height } = host;
    const scale = Math.max(0.01, Math.min(1.6, (width - free.left - free.right) / whole.wide, (height - free.top - free.bottom) / whole.high));
    const readable = whole.count > BIG ? 1 : Math.max(1, radius(whole.count, width * height) / scale);
    const position = { x: whole.x + (free.right - free.left) / 2 / scale, y: whole.y + (free.bottom - free.top) / 2 / scale };
    return { readable, number: 13 / scale, position, scale, animation: false };
  };

  /** All that is visible with its labels, as `viewed` says where it would be, in the middle of its room; it makes way for a button only where one would cover a node. */
  const frame = (viewed) => {
    const whole = extent();
    if (!whole) return null;
    const free = margins();
    const [up, right] = [byId("groups").offsetHeight + 14, 46];
    let view = null;
    for (const [above, aside] of [[0, 0], [up, 0], [0, right], [up, right]]) {
      view = evened(viewed, within(whole, { ...free, top: free.top + above, right: free.right + aside }), above, aside);
      if (!covered(viewed(view))) break;
    }
    return view;
  };

  /** Whether a button would lie on a node. */
  const covered = ({ nodes, corners }) =>
    nodes.some(({ x, y, reach }) => corners.some((box) => x + reach > box.left && x - reach < box.right && y + reach > box.top && y - reach < box.bottom));

  /** A frame moved so that nodes with their labels have as much free to their left as to their right, and above as below, unless a button is made way for there. */
  const evened = (viewed, view, above, aside) => {
    if (visible.get().drawn.size > EVENED) return view;
    let best = { view, off: Number.POSITIVE_INFINITY };
    let { position } = view;
    for (let round = 0; round < 3; round += 1) {
      const { right, down } = offset(viewed({ ...view, position }));
      const [east, south] = [aside ? 0 : right, above ? 0 : down];
      const off = Math.abs(east) + Math.abs(south);
      if (off < best.off) best = { view: { ...view, position }, off };
      position = { x: position.x - east / view.scale, y: position.y - south / view.scale };
    }
    return best.view;
  };

  /** By how many pixels nodes and labels would have to go right and down to be in the middle, so far as all nodes stay inside. */
  const offset = (at) => {
    const nodes = [...at.nodes, ...at.circles].map(({ x, y, reach }) => ({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }));
    const inked = [...nodes, ...page.labels.placed(letters, at, new Set(), () => false).map(([, box]) => box)];
    const between = (low, high, end) => {
      const [first, last] = [nodes, inked].map((boxes) => ({ low: Math.min(...boxes.map((box) => box[low])), high: end - Math.max(...boxes.map((box) => box[high])) }));
      return Math.max(EDGE - first.low, Math.min(first.high - EDGE, (last.high - last.low) / 2));
    };
    return { right: between("left", "right", at.width), down: between("top", "bottom", at.height - byId("notice").offsetHeight) };
  };

  /** Width over height of the room within the margins. */
  const aspect = () => {
    const { left, right, top, bottom } = margins();
    return host.clientWidth ? (host.clientWidth - left - right) / Math.max(1, host.clientHeight - top - bottom) : 4 / 3;
  };

  return { frame, aspect, buttons, BIG };
})();
