// Names beside the nodes: always readable, never over each other, the most important first.
page.labels = (() => {
  const { data } = page;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
  const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
  const WIDEST = { Proposal: 150, Claim: 150, Article: 140, Community: 170 };
  const MOST = 260;
  const FEW = 120; // nodes: up to here letters are larger
  const EDGE = 6; // pixels that stay free at the edge of the view
  // in pixels of lines beneath a name, what each place that is less good counts, each narrower form, being away from its node, and being cut off wholly
  const [SPOT, WAY, AWAY, CUT] = [3, 12, 25, 120];
  const NEAR = 8; // spots: the others are at a distance
  const LINES = { 1: 3, 0.62: 4, 0.6: 2 }; // how many a label has that is so wide: rather the beginning of a name than none
  const measured = new Map();

  /** A label in lines of a few words, with its size; worked out once for each size of letters. */
  const laidOut = (context, node, size, whole, share) => {
    const key = `${node.id} ${size} ${whole} ${share}`;
    if (measured.has(key)) return measured.get(key);
    const weight = node.kind === "Proposal" || node.kind === "Community" ? 600 : 400;
    context.font = `${weight} ${size}px ${FAMILY}`;
    const widest = (WIDEST[node.kind] || 120) * (size / 12) * share;
    const lines = data.group.has(node.id)
      ? node.names.flatMap((name) => wrapped(context, name.replace(UNSEEN, ""), widest, 2))
      : wrapped(context, node.label.replace(UNSEEN, ""), widest, whole ? 8 : LINES[share]);
    const lost = data.group.has(node.id) ? 0 : Math.max(0, 1 - lines.join(" ").length / Math.max(1, node.label.length));
    const found = { lines, lost, font: context.font, line: size * 1.18, width: Math.max(...lines.map((text) => context.measureText(text).width)) };
    measured.set(key, found);
    return found;
  };

  const wrapped = (context, text, widest, most) => {
    const lines = [""];
    for (const word of text.split(/\s+/).flatMap((part) => part.match(/.{1,24}/gu) || [])) {
      const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
      if (context.measureText(longer).width <= widest || lines.at(-1).length < 3) lines[lines.length - 1] = longer;
      else if (lines.length < most) lines.push(word);
      else { lines[most - 1] += " …"; break; }
    }
    return lines;
  };

  const hits = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  /** Places for a label around its node, the best first: below, above, beside it, then at its corners. */
  const spots = (x, y, reach, width, height) => {
    const [right, left] = [x + reach + 4, x - reach - width - 4];
    const [below, above, beside] = [y + reach + 2, y - reach - height - 2, y - height / 2];
    return [
      ["center", x - width / 2, below], ["center", x - width / 2, above], ["left", right, beside], ["right", left, beside],
      ["left", right - reach, below], ["right", left + reach, below], ["left", right - reach, above], ["right", left + reach, above],
      ["center", x - width / 2, below + 14], ["center", x - width / 2, above - 14],
    ].map(([align, west, north]) => ({ align, left: west, top: north, right: west + width, bottom: north + height }));
  };

  /**
   * Draw the labels of the nodes in view: `first` are ids whose labels come before all others, the foremost of them
   * anyhow; `faded` says which nodes stand back: they have no label and may be covered. No label covers another,
   * unless they are drawn `again`, each as it stood beside its node before.
   */
  const draw = (context, view, first, faded, again) => {
    for (const { id, held, x, y, reach } of view.nodes) if (held && !faded(id)) written(context, String(held), x, y, Math.min(reach, 22));
    if (!again) last = placed(context, view, first, faded);
    const at = again ? new Map(named(view).map((node) => [node.id, node])) : null;
    for (const [label, box, node] of last) {
      const { x, y } = at?.get(node.id) || node;
      write(context, label, box, x - node.x, y - node.y);
    }
  };
  let last = [];

  /** What has a name: the nodes, and the grounds of open communities at their upper edge. */
  const named = (view) => [...view.nodes, ...view.circles.map(({ id, rank, x, y, reach }) => ({ id, rank, x, y: y - reach, reach: 4, ground: true }))];

  /** The labels that `draw` writes, each with its box and whose it is. */
  const placed = (context, view, first, faded) => {
    const inView = named(view).filter(({ x, y }) => x > -80 && y > -40 && x < view.width + 80 && y < view.height + 40);
    return arranged(context, { ...view, nodes: inView.filter(({ id }) => !faded(id)) }, first, first.values().next().value);
  };

  /** The labels that have room, each with its place, in the order of their importance. */
  const arranged = (context, view, first, foremost) => {
    const size = Math.round(Math.min(14, Math.max(view.nodes.length > FEW ? 11 : 12, 12.5 * view.scale)));
    const taken = view.nodes.length < 1200 ? view.nodes.map(({ x, y, reach, id }) => ({ id, left: x - reach, right: x + reach, top: y - reach, bottom: y + reach })) : [];
    taken.push(...view.corners);
    const order = [...view.nodes].sort((a, b) => (b.id === foremost) - (a.id === foremost) || first.has(b.id) - first.has(a.id) || a.rank - b.rank).slice(0, MOST * 2);
    const found = [];
    for (const place of order) {
      if (found.length >= MOST) break;
      const [label, box] = fitting(context, data.node.get(place.id), place, size, view, taken, { whole: first.has(place.id), anyhow: place.id === foremost });
      if (!box) continue;
      taken.push({ ...box, id: null });
      found.push([label, box, place]);
    }
    return found;
  };

  /** The label, wide or narrow, at the place that covers nothing and has the least of lines beneath; what is asked for is written anyhow. */
  const fitting = (context, node, place, size, view, taken, { whole, anyhow }) => {
    let best = null;
    let anywhere = null;
    const ways = whole ? [[true, 1], [true, 0.62], [false, 1], [false, 0.62]] : [[false, 1], [false, 0.62], [false, 0.6]];
    for (const [way, [all, share]] of ways.entries()) {
      const label = laidOut(context, node, size, all, share);
      const told = WAY * way + CUT * label.lost;
      const around = spots(place.x, place.y, place.reach, label.width, label.line * label.lines.length).slice(0, place.ground ? 2 : undefined);
      for (const [spot, box] of around.entries()) {
        if (best && told + SPOT * spot >= best.cost) break;
        if (!(box.left > EDGE && box.right < view.width - EDGE && box.top > EDGE && box.bottom < view.height - EDGE)) continue;
        anywhere ??= [label, box];
        if (taken.some((other) => other.id !== place.id && hits(box, other))) continue;
        const cost = told + SPOT * spot + (spot < NEAR ? 0 : AWAY) + page.strikes.under(box, view.lines);
        if (!best || cost < best.cost) best = { cost, found: [label, box] };
      }
    }
    return best?.found || (anyhow && anywhere) || [null, null];
  };

  /** How many a community holds, in its middle. */
  const written = (context, number, x, y, size) => {
    if (size < 8) return;
    const letters = Math.round(Math.max(9, size * 0.8));
    context.font = `700 ${letters}px ${FAMILY}`;
    context.textBaseline = "top";
    context.textAlign = "center";
    context.lineWidth = 0.01;
    context.fillStyle = page.theme.ink();
    context.fillText(number, x, y - letters * 0.46);
  };

  const write = (context, label, box, right, down) => {
    context.font = label.font;
    context.textBaseline = "top";
    context.textAlign = box.align;
    const x = { center: (box.left + box.right) / 2, left: box.left, right: box.right }[box.align] + right;
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = page.theme.paper();
    context.fillStyle = page.theme.ink();
    label.lines.forEach((text, number) => {
      context.strokeText(text, x, box.top + down + number * label.line);
      context.fillText(text, x, box.top + down + number * label.line);
    });
  };

  return { draw, placed };
})();
