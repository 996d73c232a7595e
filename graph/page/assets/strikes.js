// How much of the lines lies under a name: it is read best where none does.
page.strikes = (() => {
  /** Of how many pixels a line from (x, y) to (x + right, y + down) lies within a box: https://en.wikipedia.org/wiki/Liang–Barsky_algorithm. */
  const within = (box, { x, y, right, down, length }) => {
    let [enters, leaves] = [0, 1];
    for (const [step, low, high] of [[right, box.left - x, box.right - x], [down, box.top - y, box.bottom - y]]) {
      if (!step) {
        if (low > 0 || high < 0) return 0;
        continue;
      }
      const [one, other] = [low / step, high / step];
      enters = Math.max(enters, Math.min(one, other));
      leaves = Math.min(leaves, Math.max(one, other));
      if (enters >= leaves) return 0;
    }
    return (leaves - enters) * length;
  };

  /** A line between two places, as `within` likes to have it, with the box that holds it. */
  const line = (from, to) => ({
    x: from.x, y: from.y, right: to.x - from.x, down: to.y - from.y, length: Math.hypot(to.x - from.x, to.y - from.y),
    box: { left: Math.min(from.x, to.x), right: Math.max(from.x, to.x), top: Math.min(from.y, to.y), bottom: Math.max(from.y, to.y) },
  });

  /** The pixels of all lines under a box. */
  const under = (box, lines) => {
    let sum = 0;
    for (const one of lines) {
      const about = one.box;
      if (about.left < box.right && about.right > box.left && about.top < box.bottom && about.bottom > box.top) sum += within(box, one);
    }
    return sum;
  };

  return { line, under };
})();
