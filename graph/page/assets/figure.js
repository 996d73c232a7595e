// Drawings of lines and letters, to be kept as SVG or PNG and to be printed; first of all that of the network.
page.figure = (() => {
  const { data, theme, canvas } = page;
  const { svg } = page.dom;
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
  const ROW = 24;
  const MOST = 8000; // dots of a picture, in each direction
  const CORNERS = {
    square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
    diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
    hexagon: [[-0.5, -0.87], [0.5, -0.87], [1, 0], [0.5, 0.87], [-0.5, 0.87], [-1, 0]],
    triangle: [[0, -1.1], [1.1, 0.85], [-1.1, 0.85]],
    triangleDown: [[0, 1.1], [1.1, -0.85], [-1.1, -0.85]],
    star: [...Array(10).keys()].map((n) => [Math.sin((n * Math.PI) / 5) * (n % 2 ? 0.5 : 1.25), -Math.cos((n * Math.PI) / 5) * (n % 2 ? 0.5 : 1.25)]),
  };
  /** An element of text; what XML cannot hold becomes U+FFFD. */
  const named = (tag, words, attributes = {}) => {
    const element = svg(tag, attributes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    element.textContent = words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
    return element;
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
    return svg("g", { opacity }, named("title", label), mark(kind, x, y, reach, { fill, stroke: theme.ink(), "stroke-width": kind === "Community" ? 3 : 1 }));
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

  const letters = document.createElement("canvas").getContext("2d");
  /** How wide some words are. */
  const measured = (words, size, weight = 400) => {
    letters.font = `${weight} ${size}px ${FONT}`;
    return letters.measureText(words).width;
  };

  /**
   * As much of some words as has room in so many lines of so many pixels: it ends at a word, or within one that is
   * longer than a line. How many lines it takes, the longest of them in pixels, and whether something was left out.
   */
  const fitted = (words, { long, most, letters: size, weight = 500 }) => {
    const wide = (some) => measured(some.trimEnd(), size, weight);
    const units = words.slice(0, 600).split(/(?<=\s)/u).flatMap((word) => (wide(word) > long ? [...word] : [word]));
    const lines = [[]];
    let taken = 0;
    for (const unit of units) {
      if (lines.at(-1).length && wide(lines.at(-1).join("") + unit) > long) {
        if (lines.length === most) break;
        lines.push([]);
      }
      lines.at(-1).push(unit);
      taken += unit.length;
    }
    const cut = taken < words.trimEnd().length;
    const last = lines.at(-1);
    while (cut && last.length > 1 && wide(`${last.join("").trimEnd()} …`) > long) last.pop();
    const text = lines.map((line) => line.join("")).join("").trimEnd() + (cut ? " …" : "");
    return { words: text, lines: lines.length, long: Math.max(...lines.map((line) => wide(line.join("")))), cut };
  };

  /** Letters with a rim of paper, unless they are bare. */
  const text = (words, x, y, { size, weight = 400, anchor = "start", fill = theme.ink(), baseline = "hanging", bare = false }) =>
    named("text", words, {
      x: round(x), y: round(y), "font-family": FONT, "font-size": size, "font-weight": weight, "text-anchor": anchor, "dominant-baseline": baseline, fill,
      ...(bare ? {} : { stroke: theme.paper(), "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" }),
    });

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

  /** What some relations and kinds look like, in rows of so many pixels, and how high they are. */
  const legend = (relations, kinds, top, wide) => {
    const parts = [];
    let [x, y] = [14, top + 17];
    const add = (sample, words) => {
      const room = 48 + measured(words, 12);
      if (x > 14 && x + room > wide) { x = 14; y += ROW; }
      parts.push(svg("g", { transform: `translate(${round(x)} ${y})`, class: "key" }, ...sample, text(words, 38, 0, { size: 12, baseline: "central" })));
      x += room + 12;
    };
    for (const relation of relations) {
      const { dash, sign, label } = data.relation(relation);
      const stroke = theme.relation(relation);
      const sample = svg("path", { d: "M0 0h32", stroke, "stroke-width": 2.5, ...(dash.length ? { "stroke-dasharray": dash.join(" ") } : {}) });
      add([sample, text(sign, 16, 0, { size: 13, anchor: "middle", fill: stroke, baseline: "central" })], label);
    }
    for (const kind of kinds) add([mark(kind, 26, 0, 6, { fill: theme.kind(kind), stroke: theme.ink() })], data.kind(kind).plural);
    return [parts, y - top + 17];
  };

  /** A drawing of its own on the paper of the theme; what it shows is said in its title and description. */
  const sheet = (wide, high, parts) => {
    const [width, height] = [Math.ceil(wide), Math.ceil(high)]; // else the paper ends in half a dot
    return svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, role: "img" },
      named("title", document.title), named("desc", page.dom.byId("count").textContent), svg("rect", { width, height, fill: theme.paper() }), ...parts);
  };

  /** The network as it is seen, with its legend. */
  const drawing = () => {
    const seen = canvas.onScreen();
    const words = [];
    page.labels.draw(writer(words), seen.view, seen.first, seen.faded);
    const relations = data.relations.filter((name) => seen.lines.some((l) => l.relation === name));
    const kinds = [...data.kinds, "Community"].filter((name) => seen.nodes.some((n) => data.node.get(n.id).kind === name));
    const [key, high] = legend(relations, kinds, seen.view.height, seen.view.width);
    return sheet(seen.view.width, seen.view.height + high, [...seen.view.circles.map(ground), ...seen.lines.map(line), ...seen.nodes.map(node), ...words, ...key]);
  };

  const written = (drawn) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(drawn)}\n`;

  const file = (drawn) => new Blob([written(drawn)], { type: "image/svg+xml" });

  /** A drawing as a picture of dots, twice as fine as the window's unless it is very large. */
  const picture = (drawn, done) => {
    const [width, height] = [Number(drawn.getAttribute("width")), Number(drawn.getAttribute("height"))];
    const scale = Math.min(2, MOST / Math.max(width, height));
    const image = new Image();
    image.onload = () => {
      const copy = document.createElement("canvas");
      copy.width = Math.round(width * scale);
      copy.height = Math.round(height * scale);
      copy.getContext("2d").drawImage(image, 0, 0, copy.width, copy.height);
      copy.toBlob(done, "image/png");
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(written(drawn))}`;
  };

  return { drawing, file, picture, text, mark, round, named, measured, fitted, legend, sheet };
})();
