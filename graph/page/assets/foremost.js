// Which lines stand out where there are very many: of each node the best evidenced, since all of them together are wool.
page.foremost = (() => {
  const { data } = page;
  const EACH = 2;

  /** The ids of the lines that are among the best evidenced of one of their two ends. */
  const of = (lines) => {
    const near = new Map();
    for (const e of lines.values()) for (const [end, other] of [[e.from, e.to], [e.to, e.from]]) {
      if (!near.has(end)) near.set(end, []);
      near.get(end).push([e.count, data.node.get(other).order, e.id]);
    }
    const best = (ends) => ends.sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, EACH).map(([, , id]) => id);
    return new Set([...near.values()].flatMap(best));
  };

  return { of };
})();
