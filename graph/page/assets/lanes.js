// What the timeline shows, worked out as places: a lane for each actor or proposal, marks on it, lines between shifts.
page.lanes = (() => {
  const { data, state, visible, pairs } = page;
  const { day, count } = page.dom;
  const LANES = 60;
  const MARK = 22; // pixels
  const SHELF = 24;
  const BIN = 42; // pixels: what a mark that stands for several has
  const SHELVES = 3; // a lane that would need more is drawn in bins
  const SHOWN = 5; // shifts that a lane tells in words
  const DAY = 86400000;
  const STEPS = [1, 7, 14, 31, 61, 92, 183, 366, 731, 1827, 3653, 7306, 18263];
  const ORDER = Object.keys(data.all.styles.relations);

  const time = (iso) => Date.parse(`${iso}T00:00:00Z`);

  /** What a lane is about: the proposal where an actor is selected, else the holder. */
  const laneOf = () => {
    const { node } = state.get();
    const one = node === null ? null : data.node.get(node);
    const numbers = [...visible.get().statements];
    const about = one ? numbers.filter((n) => data.statements[n].holder === node || data.statements[n].target === node) : [];
    const some = about.length ? about : numbers;
    const own = about.length > 0 && about.every((n) => data.statements[n].holder === node);
    return { numbers: some, key: own ? (s) => s.target : (s) => s.holder, word: own ? (s) => s.what : (s) => s.who };
  };

  const span = (dated) => {
    const times = dated.map((n) => time(data.statements[n].day));
    const [first, last] = [Math.min(...times), Math.max(...times)];
    const room = Math.max(DAY, (last - first) * 0.03);
    return [first - room, last + room];
  };

  /** Days of the axis: at most so many, on firsts of months and years where they lie far apart. */
  const ticks = ([first, last], most) => {
    const step = STEPS.find((days) => (last - first) / (days * DAY) <= most) || STEPS.at(-1);
    const found = [];
    const start = new Date(first);
    const months = step > 28 ? Math.max(1, Math.round(step / 30.5)) : 0;
    const at = months
      ? (n) => Date.UTC(start.getUTCFullYear(), Math.ceil((start.getUTCMonth() + 1) / months) * months + n * months, 1)
      : (n) => Math.ceil(first / DAY) * DAY + n * step * DAY;
    for (let n = months ? -1 : 0; at(n) <= last; n += 1) if (at(n) >= first) found.push([at(n), label(at(n), months)]);
    return found;
  };
  const label = (at, months) => new Date(at).toLocaleDateString("en-GB", { year: "numeric", timeZone: "UTC", ...(months >= 12 ? {} : { month: "short" }), ...(months ? {} : { day: "numeric" }) });

  /** A mark for each statement, side by side where they would cover each other: each gets the first shelf that is free. */
  const shelved = (numbers, left) => {
    const ends = [];
    return numbers.map((number) => {
      const at = left(number);
      let shelf = ends.findIndex((end) => end <= at);
      if (shelf < 0) shelf = ends.length;
      ends[shelf] = at + MARK;
      return { numbers: [number], left: at, shelf, wide: MARK };
    });
  };

  /**
   * A mark for all statements of one stance within some pixels, where the first of them stands: a row for each stance,
   * support above opposition.
   */
  const binned = (numbers, left) => {
    const rows = ORDER.filter((stance) => numbers.some((number) => data.statements[number].stance === stance));
    const bins = new Map();
    let bin = -BIN;
    for (const number of numbers) {
      if (left(number) >= bin + BIN) bin = left(number);
      const shelf = rows.indexOf(data.statements[number].stance);
      const key = `${bin} ${shelf}`;
      if (!bins.has(key)) bins.set(key, { numbers: [], left: bin, shelf, wide: BIN - 3 });
      bins.get(key).numbers.push(number);
    }
    return [...bins.values()].sort((a, b) => a.left - b.left || a.shelf - b.shelf);
  };

  /** From each statement to the next one of the same holder on the same proposal that says something else. */
  const shifts = (numbers) => {
    const last = new Map();
    const found = [];
    for (const number of numbers) {
      const s = data.statements[number];
      const key = JSON.stringify([s.holder, s.target]);
      const before = last.get(key);
      if (before !== undefined && data.statements[before].stance !== s.stance) found.push([before, number]);
      last.set(key, number);
    }
    return found;
  };

  const told = (changes) => {
    const said = changes.slice(0, SHOWN).map(([a, b]) => `${data.relation(data.statements[a].stance).label}, from ${day(data.statements[b].day)} ${data.relation(data.statements[b].stance).label}`);
    return [...said, changes.length > SHOWN ? `and ${changes.length - SHOWN} more` : ""].filter(Boolean).join("; ");
  };

  const lane = (words, id, numbers, left) => {
    const single = shelved(numbers, left);
    const dense = Math.max(...single.map(({ shelf }) => shelf)) >= SHELVES;
    const marks = (dense ? binned(numbers, left) : single).map((mark) => ({ ...mark, top: 4 + mark.shelf * SHELF, ...said(mark.numbers) }));
    const home = new Map(marks.flatMap((mark) => mark.numbers.map((number) => [number, mark])));
    const changes = shifts(numbers);
    const lines = new Map(changes.map(([a, b]) => [home.get(a), home.get(b)]).filter(([a, b]) => a !== b).map(([a, b]) => [`${a.left} ${a.top} ${b.left} ${b.top}`, { x1: a.left, y1: a.top + MARK / 2, x2: b.left, y2: b.top + MARK / 2 }]));
    return { words, id, marks, dense, lines: [...lines.values()], changed: told(changes), high: 10 + (1 + Math.max(...marks.map(({ shelf }) => shelf))) * SHELF };
  };

  /** What a mark says: one statement, or how many of a stance, from when to when. */
  const said = (numbers) => {
    const [first, last] = [data.statements[numbers[0]], data.statements[numbers.at(-1)]];
    const style = data.relation(first.stance);
    if (numbers.length === 1) return { relation: first.stance, sign: style.sign, name: `${day(first.day)}: ${first.who} ${style.label} ${first.what}` };
    const when = first.day === last.day ? day(first.day) : `${day(first.day)} to ${day(last.day)}`;
    return { relation: first.stance, sign: `${style.sign} ${numbers.length > 99 ? "99…" : numbers.length}`, name: `${when}: ${style.label}, ${count(numbers.length, "statement")}`, some: `${first.stance} ${first.day} ${last.day}` };
  };

  /** All lanes for a track of so many pixels, the most heard first, with the days of their axis. */
  const model = (width) => {
    const { numbers, key, word } = laneOf();
    const dated = numbers.filter((n) => data.statements[n].day).sort(pairs.byDay);
    const found = { lanes: [], ticks: [], width, dated: dated.length, without: numbers.length - dated.length, all: 0 };
    if (!dated.length) return found;
    const limits = span(dated);
    const at = (when) => (width * (when - limits[0])) / (limits[1] - limits[0]);
    const groups = [...pairs.grouped(dated, key)].sort((a, b) => b[1].length - a[1].length || a[1][0] - b[1][0]);
    const left = (number) => at(time(data.statements[number].day));
    return {
      ...found, all: groups.length, ticks: ticks(limits, Math.max(2, Math.min(8, width / 90))).map(([when, words]) => ({ left: at(when), words })),
      lanes: groups.slice(0, LANES).map(([id, some]) => lane(word(data.statements[some[0]]), id, some, left)),
    };
  };

  /** The statements that a mark of several stands for, by what the address says of it: stance, first and last day. */
  const among = (numbers, text) => {
    const [stance, since, until] = text.split(" ");
    return numbers.filter((number) => {
      const s = data.statements[number];
      return s.stance === stance && s.day && s.day >= since && s.day <= until;
    });
  };

  return { model, among, MARK, LANES };
})();
