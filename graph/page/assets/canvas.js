// The network itself: vis-network, given only what is to be seen.
page.canvas = (() => {
  const { data, theme, visible, state, framing } = page;
  const { place, circles, hold, keep } = page.moves;
  const { byId } = page.dom;
  const SIGNED = 160; // lines: up to here each has its sign at every zoom
  const COUNTED = 40; // lines between communities: up to here each says how many it stands for
  const MANY = 400; // lines: from here on they let shine through what lies below, and are straight hairs while the network moves
  const BESIDE = 0.12; // how much is seen of a line that stands back
  const UNTANGLING = 3000; // milliseconds
  const LOWERED = 40; // pixels that a node with its name is below what is out of sight
  const UNSIGNED = " "; // vis-network keeps the old label where the new one is empty
  const DENSE = 1500; // lines: from here on plain hairs, hidden while the network moves
  const host = byId("canvas");
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let network;
  let hovered = null;
  let near = null;
  let foremost = new Set();
  let shownLayout = "";
  let colours = "";
  let legible = 0; // the least radius of a community, so that its number can be read where all of the network is seen
  let grow = 1; // how much larger nodes and lines are drawn, so that the whole network can be read at once

  const big = () => visible.get().drawn.size > framing.BIG;
  const many = () => visible.get().lines.size > MANY;
  const dense = () => visible.get().lines.size > DENSE;
  /** Communities grow less than single nodes, and the less the more there are, so that there is room for their names. */
  const size = (node, { readable, number } = { readable: grow, number: legible }) =>
    (node.size || 10) * (data.group.has(node.id) ? Math.max(Math.min(readable, 1.6 - visible.get().drawn.size / 60), 1, number / node.size) : readable);

  const visNode = (id) => {
    const node = data.node.get(id);
    const fill = node.color && node.kind === "Other" ? node.color : theme.kind(node.kind);
    const colour = { background: fill, border: theme.ink() };
    return {
      id, ...place(id), size: size(node), shape: node.kind === "Other" ? node.shape || "dot" : data.kind(node.kind).shape,
      color: { ...colour, highlight: { ...colour, border: theme.accent() }, hover: { ...colour, border: theme.accent() } },
      borderWidth: data.group.has(id) ? 3 : 1, borderWidthSelected: data.group.has(id) ? 6 : 4, opacity: faded(id) ? 0.2 : 1,
    };
  };

  const visEdge = (id) => {
    const e = visible.get().lines.get(id);
    const style = data.relation(e.relation);
    const colour = theme.relation(e.relation);
    const count = Math.max(1, e.count);
    const meant = near !== null && touchesFocus(e);
    const crowded = visible.get().grouped && visible.get().lines.size > COUNTED && !meant;
    const sign = e.merged ? (crowded ? "" : e.sign) : style.sign;
    return {
      id, from: e.from, to: e.to, width: dense() ? 0.7 * grow : grow * (crowded ? Math.min(2.6, 0.5 + Math.sqrt(count) / 4) : Math.min(6, 1.4 + Math.log2(count))), dashes: style.dash.length && !dense() ? style.dash.map((length) => length * grow) : false,
      color: { color: colour, highlight: colour, hover: colour, opacity: strength(e, meant, crowded) },
      arrows: data.all.directed && !e.merged && style.sign !== "=" && style.sign !== "≠" ? { to: { enabled: !dense(), scaleFactor: 0.45 } } : undefined,
      smooth: e.curve && !dense() ? { enabled: true, type: "curvedCW", roundness: e.curve } : false,
      label: dense() ? undefined : near !== null && !meant ? UNSIGNED : sign || UNSIGNED,
      font: { size: visible.get().lines.size > SIGNED ? 15 : 15 * grow, face: "system-ui, sans-serif", color: colour, strokeWidth: 4 * grow, strokeColor: theme.paper() },
    };
  };

  /** How much of a line is seen: what is chosen most, of many lines the best evidenced of each node, least what is beside the matter. */
  const strength = (e, meant, crowded) => {
    if (near !== null && !meant) return BESIDE;
    if (meant || !(crowded || many())) return 0.85;
    return crowded || foremost.has(e.id) ? 0.5 : BESIDE;
  };

  const touchesFocus = (e) => {
    const now = state.get();
    return now.edge !== null ? e.id === now.edge : e.from === visible.get().stand(now.node) || e.to === visible.get().stand(now.node);
  };
  const faded = (id) => near !== null && !near.has(id);

  /** The nodes that a selection is about: itself and its neighbours; null where nothing is selected or too much is shown. */
  const neighbourhood = () => {
    const now = state.get();
    const seen = visible.get();
    if (big()) return null;
    const chosen = seen.lines.get(now.edge);
    if (chosen) return new Set([chosen.from, chosen.to]);
    const id = now.node === null ? null : seen.stand(now.node);
    if (id === null || !seen.drawn.has(id)) return null;
    return new Set([id, ...visible.neighbours(id)]);
  };

  const options = () => ({
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    nodes: { shapeProperties: { interpolation: false }, chosen: true },
    edges: { selectionWidth: 1.5, hoverWidth: 0.5, chosen: true, scaling: { label: { drawThreshold: 8 } } },
    interaction: { hover: !dense(), hideEdgesOnDrag: many(), hideEdgesOnZoom: dense(), keyboard: false, multiselect: false, selectConnectedEdges: false, zoomSpeed: 0.7 },
  });

  const sync = (set, wanted, make, redo, changed = () => false) => {
    set.remove(set.getIds().filter((id) => !wanted.has(id)));
    const fresh = [...wanted.keys()].filter((id) => redo || changed(id) || !set.get(id));
    if (fresh.length) set.update(fresh.map(make));
  };

  /** Do what changes the drawing, and draw it once: vis-network would draw all at each step. */
  const atOnce = (change) => {
    const { emitter } = network.body;
    emitter.emit("_blockRedraw");
    try {
      change();
    } finally {
      emitter.emit("_allowRedraw");
      emitter.emit("_requestRedraw");
    }
  };

  /** Bring the drawing up to what is visible; everything is made anew only where its looks may have changed. */
  const update = ({ restyle = false } = {}) => {
    const seen = visible.get();
    near = neighbourhood();
    const stood = foremost;
    foremost = many() ? page.foremost.of(seen.lines) : new Set();
    const view = seen.layout === shownLayout ? null : framing.frame(viewed);
    if (view) fitted(view);
    shownLayout = seen.layout;
    const look = `${theme.dark()} ${near ? [...near].join(" ") : ""} ${seen.layout} ${big()} ${dense()} ${seen.lines.size > COUNTED} ${seen.lines.size > SIGNED} ${many()} ${state.get().edge}`;
    const redo = restyle || look !== colours || state.get().moved !== shownMoves || visible.narrowed(state.get()) !== narrowed;
    narrowed = visible.narrowed(state.get());
    colours = look;
    shownMoves = state.get().moved;
    atOnce(() => {
      const { interaction } = options();
      if (JSON.stringify(interaction) !== manners) {
        network.setOptions({ interaction });
        edges.clear(); // a label that was there would stay
      }
      manners = JSON.stringify(interaction);
      sync(nodes, seen.drawn, visNode, redo);
      sync(edges, seen.lines, visEdge, redo || narrowed, (id) => stood.has(id) !== foremost.has(id));
      select();
      if (view) network.moveTo(view);
    });
  };
  let shownMoves = null;
  let narrowed = false;
  let manners = "";

  const select = () => {
    const now = state.get();
    const seen = visible.get();
    const node = now.node !== null && seen.drawn.has(seen.stand(now.node));
    const edge = !node && now.edge !== null && seen.lines.has(now.edge);
    network.setSelection({ nodes: node ? [seen.stand(now.node)] : [], edges: edge ? [now.edge] : [] }, { highlightEdges: false });
  };

  /** Let nodes and lines be as large as a frame wants them; whether they were not. */
  const fitted = ({ readable, number }) => {
    const changed = Math.abs(readable - grow) > 0.02 || (visible.get().grouped && Math.abs(number - legible) > 1);
    if (changed) { grow = readable; legible = number; }
    return changed;
  };

  /** Show all that is visible, with room for the labels. */
  const fit = () => {
    const view = framing.frame(viewed);
    if (!view) return;
    if (fitted(view)) update({ restyle: true });
    network.moveTo(view);
  };

  /** Bring a node into view, only if it is not there. */
  const reveal = (chosen) => {
    const id = visible.get().stand(chosen);
    if (!visible.get().drawn.has(id)) return;
    const at = network.canvasToDOM(place(id));
    const inside = at.x > 60 && at.y > 50 && at.x < host.clientWidth - 60 && at.y < host.clientHeight - 60;
    if (!inside) network.moveTo({ position: place(id), scale: Math.max(network.getScale(), 0.5), animation: still.matches ? false : { duration: 250, easingFunction: "easeInOutQuad" } });
  };

  /** Let what is chosen stand below so many pixels of the upper edge, which are about to be out of sight. */
  const lower = (edge) => {
    const { node, edge: line } = state.get();
    const ends = visible.get().lines.get(line);
    const ids = (ends ? [ends.from, ends.to] : [visible.get().stand(node)]).filter((id) => visible.get().drawn.has(id));
    const lack = edge + LOWERED - Math.min(...ids.map((id) => network.canvasToDOM(place(id)).y));
    const { x, y } = network.getViewPosition();
    if (lack > 0 && Number.isFinite(lack)) network.moveTo({ position: { x, y: y - lack / network.getScale() }, animation: still.matches ? false : { duration: 250, easingFunction: "easeInOutQuad" } });
  };

  const zoom = (factor) => network.moveTo({ scale: Math.min(6, Math.max(0.01, network.getScale() * factor)), animation: false });

  /** What is to be seen in pixels of the window: the nodes, and where no label may stand. */
  const viewed = ({ scale, position: centre, ...looks } = { scale: network.getScale(), position: network.getViewPosition(), readable: grow, number: legible }) => {
    const view = { scale, width: host.clientWidth, height: host.clientHeight, corners: framing.buttons() };
    const onView = ({ x, y }) => ({ x: (x - centre.x) * scale + view.width / 2, y: (y - centre.y) * scale + view.height / 2 });
    view.nodes = [...visible.get().drawn].map(([id, held]) => {
      const node = data.node.get(id);
      return { id, rank: node.rank, held: data.group.has(id) ? held : 0, reach: size(node, looks) * scale + 1, ...onView(place(id)) };
    });
    const at = new Map(view.nodes.map((node) => [node.id, node]));
    const drawn = many() ? [] : [...visible.get().lines.values()].filter((e) => near === null || touchesFocus(e));
    view.lines = drawn.map((e) => page.strikes.line(at.get(e.from), at.get(e.to)));
    view.circles = circles().map(({ id, radius, x, y }) => ({ id, rank: data.node.get(id).rank, reach: radius * scale, ...onView({ x, y }) }));
    return view;
  };
  const firstNamed = () => new Set([hovered, state.get().node === null ? null : visible.get().stand(state.get().node), ...(near && near.size < 30 ? near : [])].filter((id) => id !== null));
  const unnamed = (id) => faded(id) && id !== hovered;

  /** The ground on which the members of an open community stand. */
  const drawGround = (context) => {
    for (const { x, y, id, radius } of circles()) {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fillStyle = theme.panel();
      context.fill();
      context.lineWidth = (id === state.get().node ? 3 : 1.2) / network.getScale();
      context.strokeStyle = id === state.get().node ? theme.accent() : theme.muted();
      context.stroke();
    }
  };

  /** In place of all lines straight hairs, one stroke for each colour: they are drawn as quickly as the hand moves. */
  const drawHairs = (context) => {
    if (!moving || !many() || dense()) return;
    const strokes = new Map();
    for (const e of visible.get().lines.values()) {
      const key = `${Math.min(0.5, strength(e, near !== null && touchesFocus(e)))} ${theme.relation(e.relation)}`;
      if (!strokes.has(key)) strokes.set(key, new Path2D());
      const [from, to] = [place(e.from), place(e.to)];
      strokes.get(key).moveTo(from.x, from.y);
      strokes.get(key).lineTo(to.x, to.y);
    }
    context.save();
    context.lineWidth = 1 / network.getScale();
    for (const [key, path] of strokes) {
      [context.globalAlpha, context.strokeStyle] = key.split(" ");
      context.stroke(path);
    }
    context.restore();
  };

  const drawLabels = (context) => {
    if (dense() && moving) return;
    const ratio = context.canvas.width / host.clientWidth;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    page.labels.draw(context, viewed(), firstNamed(), unnamed, moving && many());
    context.restore();
  };

  /** What a press was meant for: a node, a line, the ground of an open community, or nothing. */
  const choose = ({ nodes: [node], edges: [edge], pointer }) => {
    const ground = circles().find(({ x, y, radius, id }) => id !== state.get().node && Math.hypot(pointer.canvas.x - x, pointer.canvas.y - y) < radius);
    if (data.group.has(node)) page.groups.open(node);
    else if (node !== undefined) state.set({ node, edge: null });
    else if (edge !== undefined) state.set({ node: null, edge });
    else if (ground) state.set({ node: ground.id, edge: null });
    else if (state.get().node !== null || state.get().edge !== null) state.set({ node: null, edge: null });
  };

  let moving = false;
  let pressed = null;
  const wire = () => {
    network.on("click", (press) => {
      if (press.event.type === "press") pressed = press; // held down: it may yet become a drag
      else choose(press);
    });
    network.on("release", () => {
      if (pressed) choose(pressed);
      pressed = null;
    });
    network.on("doubleClick", ({ nodes: [node] }) => { if (node !== undefined && !data.group.has(node)) state.set({ ego: node, node, edge: null }); });
    network.on("hoverNode", ({ node }) => { hovered = node; host.style.cursor = "pointer"; network.redraw(); });
    network.on("blurNode", () => { hovered = null; host.style.cursor = ""; network.redraw(); });
    network.on("hoverEdge", () => { host.style.cursor = "pointer"; });
    network.on("blurEdge", () => { host.style.cursor = ""; });
    network.on("dragStart", ({ nodes: held }) => {
      moving = true;
      pressed = null;
      if (dense() && !held.length) page.gliding.start(network, host);
    });
    network.on("dragging", ({ nodes: held }) => {
      page.gliding.move();
      if (held.length) hold(network.getPositions(held));
    });
    network.on("zoom", page.gliding.end);
    network.on("dragEnd", ({ nodes: held }) => {
      moving = false;
      page.gliding.end();
      if (held.length) keep(network.getPositions(held));
      network.redraw();
    });
    network.on("beforeDrawing", drawGround);
    network.on("beforeDrawing", drawHairs);
    network.on("afterDrawing", drawLabels);
  };
  /** The network fills the window: on a phone it stands, on a wide screen it lies. */
  const shape = () => visible.shapeTo(framing.aspect());

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
  const rest = (options) => {
    network.setOptions({ physics: false });
    keep(network.getPositions(), options);
    network.redraw();
  };

  /** Move the chosen node by so many pixels of the window. */
  const push = (right, down) => {
    const id = state.get().node === null ? null : visible.get().stand(state.get().node);
    if (!visible.get().drawn.has(id)) return;
    const at = place(id);
    keep({ [id]: { x: at.x + right / network.getScale(), y: at.y + down / network.getScale() } });
  };

  /** A few seconds of movement, where the writer of the page asked for it. */
  const physics = () => {
    network.setOptions({ physics: { ...data.all.options.physics, enabled: true, stabilization: false } });
    setTimeout(() => rest({ quiet: true }), 4000);
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
    const lines = [...visible.get().lines.keys()].map((id) => {
      const { from, to, width, dashes, arrows, label, color } = edges.get(id);
      const middle = network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.5));
      return {
        relation: visible.get().lines.get(id).relation, from: at.get(from), to: at.get(to), middle, width: Math.max(0.7, width * view.scale),
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

  /** Whether there are so many lines that some stand out. */
  const crowded = () => many() && !visible.get().grouped;

  return { start, update, crowded, untangle, push, fit, reveal, lower, zoom, picture, onScreen, place, network: () => network, host };
})();
