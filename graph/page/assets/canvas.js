// The network itself: vis-network, given only what is to be seen.
page.canvas = (() => {
  const { data, theme, visible, state } = page;
  const { byId } = page.dom;
  const BIG = 2000; // nodes: from here on they keep their size, and a selection fades nothing
  const SIGNED = 160; // lines: up to here each has its sign at every zoom
  const MANY = 400; // lines: from here on they let shine through what lies below
  const UNTANGLING = 3000; // milliseconds
  const DENSE = 1500; // lines: from here on plain hairs, hidden while the network moves
  const host = byId("canvas");
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const moved = new Map();
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let network;
  let hovered = null;
  let near = null;
  let shownLevel = -1;
  let colours = "";
  let grow = 1; // how much larger nodes and lines are drawn, so that the whole network can be read at once

  const big = () => visible.get().nodes.size > BIG;
  const dense = () => visible.get().edges.size > DENSE;
  const size = (node) => (node.size || 10) * grow;
  const place = (id) => moved.get(id) || visible.place(id);

  const visNode = (id) => {
    const node = data.node.get(id);
    const fill = node.color && node.kind === "Other" ? node.color : theme.kind(node.kind);
    const colour = { background: fill, border: theme.ink() };
    return {
      id, ...place(id), size: size(node), shape: node.kind === "Other" ? node.shape || "dot" : data.kind(node.kind).shape,
      color: { ...colour, highlight: { ...colour, border: theme.accent() }, hover: { ...colour, border: theme.accent() } },
      borderWidth: 1, borderWidthSelected: 4, opacity: faded(id) ? 0.2 : 1,
    };
  };

  const visEdge = (id) => {
    const e = data.edge.get(id);
    const style = data.relation(e.relation);
    const colour = theme.relation(e.relation);
    const back = near !== null && !touchesFocus(e);
    const left = visible.get().edges.get(id);
    const many = Math.max(left.length, e.statements.length ? 0 : 1);
    return {
      id, from: e.from, to: e.to, width: dense() ? 0.7 * grow : grow * Math.min(6, 1.4 + Math.log2(Math.max(1, many))), dashes: style.dash.length && !dense() ? style.dash.map((length) => length * grow) : false,
      color: { color: colour, highlight: colour, hover: colour, opacity: back ? 0.12 : visible.get().edges.size > MANY ? 0.5 : 0.85 },
      arrows: data.all.directed && style.sign !== "=" && style.sign !== "≠" ? { to: { enabled: !dense(), scaleFactor: 0.45 } } : undefined,
      smooth: e.curve && !dense() ? { enabled: true, type: "curvedCW", roundness: e.curve } : false,
      label: dense() || back || !style.sign ? undefined : style.sign,
      font: { size: visible.get().edges.size > SIGNED ? 15 : 15 * grow, face: "system-ui, sans-serif", color: colour, strokeWidth: 4 * grow, strokeColor: theme.paper() },
    };
  };

  const touchesFocus = (e) => {
    const now = state.get();
    return now.edge !== null ? e.id === now.edge : e.from === now.node || e.to === now.node;
  };
  const faded = (id) => near !== null && !near.has(id);

  /** The nodes that a selection is about: itself and its neighbours; null where nothing is selected or too much is shown. */
  const neighbourhood = () => {
    const now = state.get();
    const seen = visible.get();
    if (big()) return null;
    const chosen = data.edge.get(now.edge);
    if (chosen) return new Set([chosen.from, chosen.to]);
    if (now.node === null || !seen.nodes.has(now.node)) return null;
    const found = new Set([now.node]);
    for (const e of data.touching.get(now.node)) if (seen.edges.has(e.id)) found.add(e.from).add(e.to);
    return found;
  };

  const options = () => ({
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    nodes: { shapeProperties: { interpolation: false }, chosen: true },
    edges: { selectionWidth: 1.5, hoverWidth: 0.5, chosen: true, scaling: { label: { drawThreshold: 8 } } },
    interaction: { hover: !dense(), hideEdgesOnDrag: dense(), hideEdgesOnZoom: dense(), keyboard: false, multiselect: false, selectConnectedEdges: false, zoomSpeed: 0.7 },
  });

  const sync = (set, wanted, make, redo) => {
    set.remove(set.getIds().filter((id) => !wanted.has(id)));
    const fresh = [...wanted.keys()].filter((id) => redo || !set.get(id));
    if (fresh.length) set.update(fresh.map(make));
  };

  /** Bring the drawing up to what is visible; everything is made anew only where its looks may have changed. */
  const update = ({ restyle = false } = {}) => {
    const seen = visible.get();
    near = neighbourhood();
    const look = `${theme.dark()} ${near ? [...near].join(" ") : ""} ${seen.level} ${big()} ${dense()} ${seen.edges.size > SIGNED} ${seen.edges.size > MANY} ${state.get().edge}`;
    const redo = restyle || look !== colours || visible.narrowed(state.get()) !== narrowed;
    narrowed = visible.narrowed(state.get());
    if (seen.level !== shownLevel) moved.clear();
    colours = look;
    sync(nodes, new Map([...seen.nodes].map((id) => [id, 1])), visNode, redo);
    sync(edges, seen.edges, visEdge, redo || narrowed);
    if (dense() !== wasDense) network.setOptions({ interaction: options().interaction });
    wasDense = dense();
    select();
    if (seen.level !== shownLevel) { shownLevel = seen.level; fit(); }
  };
  let narrowed = false;
  let wasDense = false;

  const select = () => {
    const now = state.get();
    const seen = visible.get();
    network.unselectAll();
    if (now.node !== null && seen.nodes.has(now.node)) network.selectNodes([now.node], false);
    else if (now.edge !== null && seen.edges.has(now.edge)) network.selectEdges([now.edge]);
  };

  /** Show all that is visible, with room for the labels. */
  const fit = () => {
    const seen = [...visible.get().nodes];
    if (!seen.length || !host.clientWidth) return;
    const xs = seen.map((id) => place(id).x);
    const ys = seen.map((id) => place(id).y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { clientWidth: width, clientHeight: height } = host;
    const scale = Math.min(1.6, (width - Math.min(170, width * 0.34)) / (right - left + 1), (height - 110) / (bottom - top + 1));
    const room = (1 + 14 / Math.sqrt(seen.length)) * Math.min(1, Math.sqrt((width * height) / 5e5));
    const readable = big() ? 1 : Math.max(1, Math.min(3.2, room, (1 / scale) ** 0.85));
    if (Math.abs(readable - grow) > 0.02) { grow = readable; update({ restyle: true }); }
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 12 / scale }, scale: Math.max(scale, 0.01), animation: false });
  };

  /** Bring a node into view, only if it is not there. */
  const reveal = (id) => {
    if (!visible.get().nodes.has(id)) return;
    const at = network.canvasToDOM(place(id));
    const inside = at.x > 60 && at.y > 50 && at.x < host.clientWidth - 60 && at.y < host.clientHeight - 60;
    if (!inside) network.moveTo({ position: place(id), scale: Math.max(network.getScale(), 0.5), animation: still.matches ? false : { duration: 250, easingFunction: "easeInOutQuad" } });
  };

  const zoom = (factor) => network.moveTo({ scale: Math.min(6, Math.max(0.01, network.getScale() * factor)), animation: false });

  /** What is to be seen in pixels of the window: the nodes, and where no label may stand. */
  const viewed = () => {
    const scale = network.getScale();
    const centre = network.getViewPosition();
    const view = { scale, width: host.clientWidth, height: host.clientHeight, corner: { left: host.clientWidth - 52, top: host.clientHeight - 158, right: host.clientWidth, bottom: host.clientHeight } };
    view.nodes = [...visible.get().nodes].map((id) => {
      const at = place(id);
      const node = data.node.get(id);
      return { id, rank: node.rank, reach: size(node) * scale + 1, x: (at.x - centre.x) * scale + view.width / 2, y: (at.y - centre.y) * scale + view.height / 2 };
    });
    return view;
  };
  const firstNamed = () => new Set([hovered, state.get().node, ...(near && near.size < 30 ? near : [])].filter((id) => id !== null));
  const unnamed = (id) => faded(id) && id !== hovered;

  const drawLabels = (context) => {
    if (dense() && moving) return;
    const ratio = context.canvas.width / host.clientWidth;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    page.labels.draw(context, viewed(), firstNamed(), unnamed);
    context.restore();
  };

  let moving = false;
  const wire = () => {
    network.on("click", ({ nodes: [node], edges: [edge] }) => {
      if (node !== undefined) state.set({ node, edge: null });
      else if (edge !== undefined) state.set({ node: null, edge });
      else if (state.get().node !== null || state.get().edge !== null) state.set({ node: null, edge: null });
    });
    network.on("doubleClick", ({ nodes: [node] }) => { if (node !== undefined) state.set({ ego: node, node, edge: null }); });
    network.on("hoverNode", ({ node }) => { hovered = node; host.style.cursor = "pointer"; network.redraw(); });
    network.on("blurNode", () => { hovered = null; host.style.cursor = ""; network.redraw(); });
    network.on("hoverEdge", () => { host.style.cursor = "pointer"; });
    network.on("blurEdge", () => { host.style.cursor = ""; });
    network.on("dragStart", () => { moving = true; });
    network.on("dragging", ({ nodes: dragged }) => { for (const [id, at] of Object.entries(network.getPositions(dragged))) if (dragged.length) moved.set(known(id), at); });
    network.on("dragEnd", ({ nodes: dragged }) => { moving = false; for (const [id, at] of Object.entries(network.getPositions(dragged))) if (dragged.length) moved.set(known(id), at); network.redraw(); });
    network.on("afterDrawing", drawLabels);
  };
  const known = (id) => (data.node.has(id) ? id : Number(id));

  /** The network fills the window: on a phone it stands, on a wide screen it lies. */
  const shape = () => visible.shapeTo((host.clientWidth || 4) / (host.clientHeight || 3));

  const start = () => {
    shape();
    network = new vis.Network(host, { nodes, edges }, options());
    wire();
    let size = `${host.clientWidth} ${host.clientHeight}`;
    new ResizeObserver(() => {
      const now = `${host.clientWidth} ${host.clientHeight}`;
      if (!host.clientWidth || now === size) return;
      size = now;
      network.setSize("100%", "100%");
      if (shape()) update({ restyle: true });
      fit();
    }).observe(host);
    if (data.all.options.physics?.enabled) physics();
  };

  /** Stop all movement, and keep where the nodes are. */
  const rest = () => {
    network.setOptions({ physics: false });
    for (const [id, at] of Object.entries(network.getPositions())) moved.set(known(id), at);
    network.redraw();
  };

  /** A few seconds of movement, where the writer of the page asked for it. */
  const physics = () => {
    network.setOptions({ physics: { ...data.all.options.physics, enabled: true, stabilization: false } });
    setTimeout(rest, 4000);
  };

  /** Let the nodes push each other apart for three seconds; who wants no motion sees only where they come to rest. */
  const untangle = () => {
    const forces = { enabled: true, solver: "forceAtlas2Based", forceAtlas2Based: { gravitationalConstant: -90 * grow, springLength: 90 * grow, avoidOverlap: 0.6 }, stabilization: false };
    network.setOptions({ physics: forces });
    const done = () => { rest(); fit(); page.dom.say("Untangled"); };
    if (!still.matches) { setTimeout(done, UNTANGLING); return; }
    network.once("stabilized", done);
    network.stabilize(150);
  };

  /** The network as it is seen, as places and looks, for whoever draws it elsewhere than on the canvas. */
  const onScreen = () => {
    const view = viewed();
    const at = new Map(view.nodes.map((node) => [node.id, { ...node, opacity: faded(node.id) ? 0.2 : 1 }]));
    const lines = [...visible.get().edges.keys()].map((id) => {
      const { from, to, width, dashes, arrows, label, color } = edges.get(id);
      const middle = network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.5));
      return {
        relation: data.edge.get(id).relation, from: at.get(from), to: at.get(to), middle, width: Math.max(0.7, width * view.scale),
        dashes: dashes ? dashes.map((length) => length * view.scale) : null, arrow: arrows?.to.enabled, sign: label, opacity: color.opacity,
      };
    });
    return { view, nodes: [...at.values()], lines, first: firstNamed(), faded: unnamed };
  };

  /** The network as it is seen, as a picture on the paper of the theme. */
  const picture = (done) => {
    const source = host.querySelector("canvas");
    const copy = document.createElement("canvas");
    copy.width = source.width;
    copy.height = source.height;
    const context = copy.getContext("2d");
    context.fillStyle = theme.paper();
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(source, 0, 0);
    copy.toBlob(done, "image/png");
  };

  return { start, update, untangle, fit, reveal, zoom, picture, onScreen, place, network: () => network, host };
})();
