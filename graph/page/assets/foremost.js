// Which lines stand out where there are very many: of each node the best evidenced, since all of them together are wool.
page.foremost = (() => {
  const { data } = page;
  const NONE = { count: -1, order: 0 };
  const better = (one, other) => one.count > other.count || (one.count === other.count && one.order < other.order);

  /** The ids of the lines that are the best or the second best evidenced of one of their two ends; in one pass, as there may be tens of thousands. */
  const of = (lines) => {
    const best = new Map();
    const offer = (end, other, { id, count }) => {
      const [first, second] = best.get(end) || [NONE, NONE];
      const line = { id, count, order: data.node.get(other).order };
      if (better(line, first)) best.set(end, [line, first]);
      else if (better(line, second)) best.set(end, [first, line]);
    };
    for (const e of lines.values()) { offer(e.from, e.to, e); offer(e.to, e.from, e); }
    return new Set([...best.values()].flat().filter((line) => line !== NONE).map(({ id }) => id));
  };

  return { of };
})();
