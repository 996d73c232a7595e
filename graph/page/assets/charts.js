// The matrix and the timeline as drawings of lines and letters, as the network has one.
page.charts = (() => {
  const { data, theme, figure } = page;
  const { svg } = page.dom;
  const { text, mark, round } = figure;
  const CELL = [38, 28];
  const HEAD = 24; // pixels from the edge to the first line
  const NAMES = 230;
  const TURN = Math.PI / 3;
  const TRACK = 860;
  const LONGEST = 40; // letters of a name
  const TOP = 88; // what title and counts take

  /** A name that is not too long; of a longer one the words at its beginning, or the letters where they are few words. */
  const cut = (words) => {
    if ([...words].length <= LONGEST) return words;
    const begun = [...words].slice(0, LONGEST - 1).join("");
    const ended = begun.replace(/\s+\S*$/u, "");
    return ended.length > LONGEST / 2 ? `${ended} …` : `${begun}…`;
  };

  /** Title and count above the drawing, its legend below; all of it on the paper of the theme. */
  const framed = (parts, width, height, relations, kinds) => {
    const about = ["count", `${page.state.get().view}-note`].map((id) => page.dom.byId(id).textContent);
    const wide = Math.ceil(2 * HEAD + Math.max(width - 2 * HEAD, figure.measured(cut(document.title), 18, 600), ...about.map((words) => figure.measured(words, 12))));
    const [key, high] = figure.legend(relations, kinds, height, wide);
    return figure.sheet(wide, height + high, [
      text(cut(document.title), HEAD, 16, { size: 18, weight: 600 }), ...about.map((words, n) => text(words, HEAD, 40 + 17 * n, { size: 12, fill: theme.muted() })), ...parts, ...key,
    ]);
  };

  /** A stand: its colour and sign, as on the button. */
  const stand = (x, y, wide, high, relation, sign, name) => {
    const colour = theme.relation(relation);
    const box = svg("rect", { x: round(x), y: round(y), width: wide, height: high, rx: 4, fill: colour, "fill-opacity": 0.24, stroke: colour, "stroke-width": 2 });
    return svg("g", {}, figure.named("title", name), svg("rect", { x: round(x), y: round(y), width: wide, height: high, rx: 4, fill: theme.paper() }), box,
      text(sign, x + wide / 2, y + high / 2, { size: 11, weight: 700, anchor: "middle", baseline: "central", bare: true }));
  };

  const row = (id, x, y) => [mark(data.node.get(id).kind, x, y, 6, { fill: theme.kind(data.node.get(id).kind), stroke: theme.ink() }), text(cut(data.node.get(id).label), x + 14, y, { size: 12, baseline: "central" })];

  const matrix = () => {
    const { down, across, cell } = page.matrix.model();
    const long = (ids) => Math.max(40, ...ids.map((id) => figure.measured(cut(data.node.get(id).label), 12) + 14));
    const [left, top] = [HEAD + 20 + long(down), TOP + 16 + long(across) * Math.sin(TURN)];
    const x = (n) => left + n * CELL[0];
    const y = (n) => top + n * CELL[1];
    const used = new Set();
    const stands = down.flatMap((one, n) => across.map((other, m) => {
      const found = cell(one, other);
      if (!found) return null;
      used.add(found.relation);
      return stand(x(m) + 2, y(n) + 2, CELL[0] - 4, CELL[1] - 4, found.relation, found.sign, found.name);
    })).filter(Boolean);
    const heads = across.map((id, n) => svg("g", { transform: `translate(${round(x(n) + CELL[0] / 2)} ${round(top - 12)}) rotate(-60)` }, ...row(id, 0, 0)));
    const lines = down.map((_, n) => svg("path", { d: `M${HEAD} ${round(y(n + 1))}H${round(x(across.length))}`, stroke: theme.rule(), "stroke-width": 0.5 }));
    const kinds = data.kinds.filter((kind) => [...down, ...across].some((id) => data.node.get(id).kind === kind));
    return framed([...lines, ...heads, ...down.flatMap((id, n) => row(id, HEAD + 8, y(n) + CELL[1] / 2)), ...stands], x(across.length) + HEAD + long(across.slice(-4)) * Math.cos(TURN), y(down.length) + 12, data.relations.filter((r) => used.has(r)), kinds);
  };

  const timeline = () => {
    const found = page.lanes.model(TRACK);
    const left = HEAD + NAMES;
    const parts = [];
    let y = TOP + 24;
    for (const lane of found.lanes) {
      parts.push(text(cut(lane.words), HEAD, y + 8, { size: 12, weight: 600 }));
      if (lane.changed) parts.push(text("changed position", HEAD, y + 24, { size: 11, fill: theme.muted() }));
      for (const { x1, y1, x2, y2 } of lane.lines) parts.push(svg("path", { d: `M${round(left + x1)} ${round(y + y1)}L${round(left + x2)} ${round(y + y2)}`, stroke: theme.ink(), "stroke-width": 1.5, opacity: 0.3 }));
      for (const { left: at, top, wide, relation, sign, name } of lane.marks) parts.push(stand(left + at - wide / 2, y + top, wide, 22, relation, sign, name));
      y += Math.max(lane.high, lane.changed ? 42 : 0);
      parts.push(svg("path", { d: `M${HEAD} ${y}H${left + TRACK}`, stroke: theme.rule() }));
    }
    const days = found.ticks.flatMap(({ left: at, words }) => [
      svg("path", { d: `M${round(left + at)} ${TOP + 20}V${y}`, stroke: theme.rule(), "stroke-width": 0.5 }), text(words, left + at, TOP, { size: 12, anchor: "middle", fill: theme.muted() }),
    ]);
    const used = new Set(found.lanes.flatMap(({ marks }) => marks.map(({ relation }) => relation)));
    return framed([...days, ...parts], left + TRACK + HEAD + 24, y + 10, data.relations.filter((r) => used.has(r)), []);
  };

  const DRAWINGS = { network: () => figure.drawing(), matrix, timeline };

  /** The drawing of a view; null for the table, which is text. */
  const of = (view) => (DRAWINGS[view] ? DRAWINGS[view]() : null);

  return { of, drawn: (view) => view in DRAWINGS };
})();
