// Where nodes stand that were brought in round another one: the nearest free places, in the order of their evidence.
page.satellites = (() => {
  const [WIDE, HIGH] = [84, 56];
  const REACH = 60; // cells in each direction
  let spiral = null;

  /** Cells round the middle, the nearest first. */
  const cells = () => {
    if (spiral) return spiral;
    const found = [];
    for (let x = -REACH; x <= REACH; x += 1) for (let y = -REACH; y <= REACH; y += 1) if (x || y) found.push([x, y, Math.hypot(x * WIDE, y * HIGH)]);
    spiral = found.sort((a, b) => a[2] - b[2] || a[1] - b[1] || a[0] - b[0]);
    return spiral;
  };

  const cell = ({ x, y }) => [Math.round(x / WIDE), Math.round(y / HIGH)];

  /** The cells that are taken: each place with a radius takes what it covers. */
  const covered = (places) => {
    const taken = new Set();
    for (const { x, y, radius } of places) {
      const [across, down] = [Math.ceil(radius / WIDE), Math.ceil(radius / HIGH)];
      const [west, north] = cell({ x, y });
      for (let i = -across; i <= across; i += 1) for (let j = -down; j <= down; j += 1) if (!radius || Math.hypot(i * WIDE, j * HIGH) <= radius + WIDE) taken.add(`${west + i} ${north + j}`);
    }
    return taken;
  };

  /**
   * Places for what hubs carry: `carried` is a map of ids to their hub, in order; `placeOf` tells where a hub stands
   * that is carried by none, `taken` are the places with radius that are not free.
   */
  const arrange = (carried, placeOf, taken) => {
    const found = new Map();
    const full = covered(taken);
    const ways = new Map();
    for (const [id, hub] of carried) {
      if (!ways.has(hub)) ways.set(hub, { from: cell(found.get(hub) || placeOf(hub)), next: 0 });
      const way = ways.get(hub);
      for (; way.next < cells().length; way.next += 1) {
        const [x, y] = [way.from[0] + cells()[way.next][0], way.from[1] + cells()[way.next][1]];
        if (full.has(`${x} ${y}`)) continue;
        full.add(`${x} ${y}`);
        found.set(id, { x: x * WIDE, y: y * HIGH });
        break;
      }
      if (!found.has(id)) found.set(id, { x: way.from[0] * WIDE, y: way.from[1] * HIGH });
    }
    return found;
  };

  return { arrange };
})();
