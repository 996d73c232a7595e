// In which order actors and proposals stand in the matrix, so that those who agree stand together.
page.ordering = (() => {
  const ROUNDS = 60;

  /** Groups of rows and columns that no cell joins, the largest first, each in the order of its keys. */
  const groups = (rows, columns, cells) => {
    const group = new Map();
    const touching = new Map([...rows, ...columns].map((id) => [id, []]));
    for (const [one, other] of cells) {
      touching.get(one).push(other);
      touching.get(other).push(one);
    }
    const found = [];
    for (const start of rows) {
      if (group.has(start)) continue;
      const members = [start];
      group.set(start, found.length);
      for (const id of members) for (const next of touching.get(id)) if (!group.has(next)) { group.set(next, found.length); members.push(next); }
      found.push(new Set(members));
    }
    return found.sort((a, b) => b.size - a.size);
  };

  /** The leading singular vectors of a group of cells, by power iteration from a fixed start. */
  const vectors = (rows, columns, cells) => {
    const x = new Map(rows.map((id, n) => [id, 1 + n / (7 * rows.length)]));
    const y = new Map(columns.map((id) => [id, 0]));
    const turn = (from, to, way) => {
      for (const id of to.keys()) to.set(id, 0);
      for (const [one, other, value] of cells) way ? to.set(other, to.get(other) + value * from.get(one)) : to.set(one, to.get(one) + value * from.get(other));
      const length = Math.hypot(...to.values()) || 1;
      for (const [id, value] of to) to.set(id, value / length);
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      turn(x, y, true);
      turn(y, x, false);
    }
    return [x, y];
  };

  /** Rows and columns by agreement: cells are [row, column, polarity]; the order given breaks ties. */
  const byAgreement = (rows, columns, cells) => {
    const ordered = [[], []];
    for (const members of groups(rows, columns, cells)) {
      const [some, others] = [rows.filter((id) => members.has(id)), columns.filter((id) => members.has(id))];
      const [x, y] = vectors(some, others, cells.filter(([one]) => members.has(one)));
      ordered[0].push(...some.sort((a, b) => y.size && x.get(b) - x.get(a)));
      ordered[1].push(...others.sort((a, b) => y.get(b) - y.get(a)));
    }
    return ordered;
  };

  return { byAgreement };
})();
