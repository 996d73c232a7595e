// Positions by date: a lane for each actor, or for what a selected actor or proposal is about; shifts are joined.
page.timeline = (() => {
  const { data, state, visible, pairs } = page;
  const { byId, el, svg, count, day } = page.dom;
  const LANES = 60;
  const MARK = 22; // pixels
  const DAY = 86400000;
  const STEPS = [1, 7, 14, 31, 92, 183, 366, 731, 1827, 3653, 7306, 18263];

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

  const axis = (limits, where, width) =>
    el("div", { class: "axis", "aria-hidden": "true" }, ...ticks(limits, Math.max(2, Math.min(8, width / 90))).map(([at, words]) => {
      const tick = el("span", {}, words);
      tick.style.left = `${where(at)}%`;
      return tick;
    }));

  /** Marks side by side where they would cover each other: each gets the first shelf that is free. */
  const shelved = (numbers, where, width) => {
    const ends = [];
    return numbers.map((number) => {
      const left = (where(time(data.statements[number].day)) / 100) * width;
      let shelf = ends.findIndex((end) => end <= left);
      if (shelf < 0) shelf = ends.length;
      ends[shelf] = left + MARK;
      return { number, left, shelf };
    });
  };

  const mark = ({ number, left, shelf }, words) => {
    const s = data.statements[number];
    const name = `${day(s.day)}: ${s.who} ${data.relation(s.stance).label} ${s.what}`;
    const pressed = String(state.get().statement === String(number));
    const made = pairs.button(s.stance, data.relation(s.stance).sign, name, { tabindex: -1, "aria-pressed": pressed, "data-number": number, onclick: () => state.set({ node: s.holder, on: s.target, statement: String(number), edge: null }) });
    made.style.left = `${left - MARK / 2}px`;
    made.style.top = `${4 + shelf * (MARK + 2)}px`;
    made.dataset.lane = words;
    return made;
  };

  /** Lines between a statement and the next one of the same holder on the same proposal that says something else. */
  const shifts = (placed) => {
    const last = new Map();
    const lines = [];
    for (const place of placed) {
      const s = data.statements[place.number];
      const key = JSON.stringify([s.holder, s.target]);
      const before = last.get(key);
      if (before && data.statements[before.number].stance !== s.stance) lines.push([before, place]);
      last.set(key, place);
    }
    return lines;
  };

  const lane = (words, id, numbers, where, width) => {
    const placed = shelved(numbers, where, width);
    const lines = shifts(placed);
    const middle = ({ shelf }) => 4 + shelf * (MARK + 2) + MARK / 2;
    const drawn = lines.map(([a, b]) => svg("line", { x1: a.left, y1: middle(a), x2: b.left, y2: middle(b) }));
    const track = el("div", { class: "track" }, svg("svg", { "aria-hidden": "true" }, ...drawn), ...placed.map((place) => mark(place, id)));
    track.style.height = `${10 + (1 + Math.max(...placed.map((p) => p.shelf))) * (MARK + 2)}px`;
    const changed = lines.map(([a, b]) => `${data.relation(data.statements[a.number].stance).label}, from ${day(data.statements[b.number].day)} ${data.relation(data.statements[b.number].stance).label}`);
    return el("div", { class: "lane", role: "group", "aria-label": words }, el("div", { class: "who" }, page.cards.name(id, words), changed.length ? el("span", { class: "flag", title: changed.join("; ") }, "changed position") : null), track);
  };

  const stops = pairs.roving(byId("lanes"));
  const update = () => stops.redraw(draw);

  const draw = () => {
    const { numbers, key, word } = laneOf();
    const dated = numbers.filter((n) => data.statements[n].day).sort(pairs.byDay);
    const host = byId("lanes");
    const without = numbers.length - dated.length;
    const lanes = pairs.grouped(dated, key);
    const order = [...lanes].sort((a, b) => b[1].length - a[1].length || a[1][0] - b[1][0]).slice(0, LANES);
    byId("timeline-note").textContent = [
      count(dated.length, "statement"), lanes.size > LANES ? `of the ${LANES} most heard of ${lanes.size}` : "",
      without ? `${count(without, "statement")} without a date not shown` : "",
    ].filter(Boolean).join(" · ");
    if (!dated.length) { host.replaceChildren(); return; }
    const limits = span(dated);
    const where = (at) => (100 * (at - limits[0])) / (limits[1] - limits[0]);
    const width = Math.max(160, host.clientWidth - (host.clientWidth < 560 ? 24 : 230));
    host.replaceChildren(axis(limits, where, width), ...order.map(([id, some]) => lane(word(data.statements[some[0]]), id, some, where, width)));
  };

  const nearest = (lane, left) =>
    lane && [...lane.querySelectorAll("button.stand")].sort((a, b) => Math.abs(Number.parseFloat(a.style.left) - left) - Math.abs(Number.parseFloat(b.style.left) - left))[0];

  const next = (button, key) => {
    const lane = button.closest(".lane");
    const stands = [...lane.querySelectorAll("button.stand")];
    const at = stands.indexOf(button);
    const left = Number.parseFloat(button.style.left);
    const above = lane.previousElementSibling?.matches(".lane") ? lane.previousElementSibling : null;
    return { ArrowLeft: stands[at - 1], ArrowRight: stands[at + 1], Home: stands[0], End: stands.at(-1), ArrowUp: nearest(above, left), ArrowDown: nearest(lane.nextElementSibling, left) }[key];
  };

  const start = () => {
    stops.start(next);
    let width = 0;
    new ResizeObserver(() => {
      const now = byId("lanes").clientWidth;
      if (now && now !== width && state.get().view === "timeline") update();
      width = now;
    }).observe(byId("lanes"));
  };

  return { start, update };
})();
