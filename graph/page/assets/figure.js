// What the network shows, as a drawing of lines and letters: to be kept as SVG, and to be printed.
page.figure = (() => {
  const { data, theme, canvas } = page;
  const { svg } = page.dom;
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
  const LEGEND = 34;
  const CORNERS = {
    square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
    diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
    hexagon: [[-0.5, -0.87], [0.5, -0.87], [1, 0], [0.5, 0.87], [-0.5, 0.87], [-1, 0]],
    triangle: [[0, -1.1], [1.1, 0.85], [-1.1, 0.85]],
    triangleDown: [[0, 1.1], [1.1, -0.85], [-1.1, -0.85]],
    star: [...Array(10).keys()].map((n) => [Math.sin((n * Math.PI) / 5) * (n % 2 ? 0.5 : 1.25), -Math.cos((n * Math.PI) / 5) * (n % 2 ? 0.5 : 1.25)]),
  };
  const round = (n) => Math.round(n * 10) / 10;
  const points = (list) => list.map(([x, y]) => `${round(x)},${round(y)}`).join(" ");

  const mark = (kind, x, y, reach, look) => {
    const corners = CORNERS[data.kind(kind).shape];
    if (!corners) return svg("circle", { cx: round(x), cy: round(y), r: round(reach), ...look });
    return svg("polygon", { points: points(corners.map(([east, south]) => [x + east * reach, y + south * reach])), "stroke-linejoin": "round", ...look });
  };

  const node = ({ id, x, y, reach, opacity }) => {
    const { kind, label, color } = data.node.get(id);
    const fill = color && kind === "Other" ? color : theme.kind(kind);
    const title = svg("title", {});
    title.textContent = label;
    return svg("g", { opacity }, title, mark(kind, x, y, reach, { fill, stroke: theme.ink(), "stroke-width": kind === "Community" ? 3 : 1 }));
  };

  /** The ground of an open community. */
  const ground = ({ x, y, reach }) => svg("circle", { cx: round(x), cy: round(y), r: round(reach), fill: theme.panel(), stroke: theme.muted(), "stroke-width": 1.2 });

  /** The head of an arrow that touches a node from the side of `from`. */
  const head = (from, to, size, fill) => {
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const at = (along, across) => [
      to.x - (to.reach + along) * Math.cos(angle) - across * Math.sin(angle), to.y - (to.reach + along) * Math.sin(angle) + across * Math.cos(angle),
    ];
    return svg("polygon", { points: points([at(0, 0), at(size, size * 0.45), at(size, -size * 0.45)]), fill });
  };

  const line = ({ relation, from, to, middle, width, dashes, arrow, sign, opacity }) => {
    const bend = { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 };
    const colour = theme.relation(relation);
    const path = svg("path", {
      d: `M${round(from.x)} ${round(from.y)}Q${round(bend.x)} ${round(bend.y)} ${round(to.x)} ${round(to.y)}`, fill: "none", stroke: colour, "stroke-width": round(width),
      ...(dashes ? { "stroke-dasharray": dashes.map(round).join(" ") } : {}),
    });
    const label = sign ? text(sign, middle.x, middle.y, { size: 14, anchor: "middle", fill: colour, baseline: "central" }) : "";
    return svg("g", { opacity }, path, ...(arrow ? [head(bend, to, 7, colour)] : []), label);
  };

  const text = (words, x, y, { size, weight = 400, anchor = "start", fill = theme.ink(), baseline = "hanging" }) => {
    const element = svg("text", {
      x: round(x), y: round(y), "font-family": FONT, "font-size": size, "font-weight": weight, "text-anchor": anchor, "dominant-baseline": baseline,
      fill, stroke: theme.paper(), "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke",
    });
    element.textContent = words;
    return element;
  };

  /** What writes letters where the network's labels would be drawn, and keeps them. */
  const writer = (found) => {
    const measure = document.createElement("canvas").getContext("2d");
    return {
      measureText(words) { measure.font = this.font; return measure.measureText(words); },
      strokeText() {},
      fillText(words, x, y) {
        const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(this.font) || [null, 400, 12];
        found.push(text(words, x, y, { size: Number(size), weight, anchor: { center: "middle", left: "start", right: "end" }[this.textAlign] }));
      },
    };
  };

  const legend = (seen, top) => {
    const parts = [];
    let x = 14;
    const add = (sample, words) => {
      parts.push(...sample, text(words, x + 38, top + 17, { size: 12, baseline: "central" }));
      x += 58 + words.length * 6.6;
    };
    for (const relation of data.relations.filter((name) => seen.lines.some((l) => l.relation === name))) {
      const { dash, sign, label } = data.relation(relation);
      const stroke = theme.relation(relation);
      const sample = svg("path", { d: `M${x} ${top + 17}h32`, stroke, "stroke-width": 2.5, ...(dash.length ? { "stroke-dasharray": dash.join(" ") } : {}) });
      add([sample, text(sign, x + 16, top + 17, { size: 13, anchor: "middle", fill: stroke, baseline: "central" })], label);
    }
    for (const kind of [...data.kinds, "Community"].filter((name) => seen.nodes.some((n) => data.node.get(n.id).kind === name)))
      add([mark(kind, x + 26, top + 17, 6, { fill: theme.kind(kind), stroke: theme.ink() })], data.kind(kind).plural);
    return [parts, x];
  };

  /** The view as an SVG element of its own, with its legend; what it shows is said in its title and description. */
  const drawing = () => {
    const seen = canvas.onScreen();
    const words = [];
    page.labels.draw(writer(words), seen.view, seen.first, seen.faded);
    const [key, wide] = legend(seen, seen.view.height);
    const [width, height] = [Math.max(seen.view.width, Math.ceil(wide)), seen.view.height + LEGEND];
    const title = svg("title", {});
    title.textContent = document.title;
    const description = svg("desc", {});
    description.textContent = page.dom.byId("count").textContent;
    return svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, role: "img" },
      title, description, svg("rect", { width, height, fill: theme.paper() }), ...seen.view.circles.map(ground), ...seen.lines.map(line), ...seen.nodes.map(node), ...words, ...key);
  };

  const file = () => new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(drawing())}\n`], { type: "image/svg+xml" });

  return { drawing, file };
})();
