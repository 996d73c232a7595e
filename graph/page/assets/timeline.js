// Positions by date: the lanes as buttons that lead to the words; shifts are joined, faintly until one looks at a lane.
page.timeline = (() => {
  const { data, state, pairs } = page;
  const { byId, el, svg, count } = page.dom;
  const EDGE = 40; // pixels

  const axis = ({ ticks, width }) =>
    el("div", { class: "axis", "aria-hidden": "true" }, ...ticks.map(({ left, words }) => {
      const tick = el("span", { class: left < EDGE ? "west" : left > width - EDGE ? "east" : null }, words);
      tick.style.left = `${left}px`;
      return tick;
    }));

  /** A mark leads to its statement, or to all that it stands for. */
  const chosen = ({ numbers, some }) => {
    const s = data.statements[numbers[0]];
    const one = new Set(numbers.map((number) => data.statements[number].target)).size === 1;
    state.set({ node: s.holder, on: some && !one ? null : s.target, edge: null, ...(some ? { some } : { statement: String(numbers[0]) }) });
  };

  const mark = (place, lane) => {
    const now = state.get();
    const pressed = place.some ? now.some === place.some && now.node === data.statements[place.numbers[0]].holder : now.statement === String(place.numbers[0]);
    const made = pairs.button(place.relation, place.sign, place.some ? `${lane}, ${place.name}` : place.name, { tabindex: -1, "aria-pressed": String(pressed), "data-row": lane, "data-number": place.some || place.numbers[0], onclick: () => chosen(place) });
    made.style.left = `${place.left - place.wide / 2}px`;
    made.style.top = `${place.top}px`;
    made.style.width = `${place.wide}px`;
    return made;
  };

  const lane = ({ words, id, marks, dense, lines, changed, high }, ticks) => {
    const track = el("div", { class: "track" }, svg("svg", { "aria-hidden": "true" }, ...ticks.map(({ left }) => svg("rect", { x: left, width: 1, height: "100%" })), ...lines.map((ends) => svg("line", ends))), ...marks.map((place) => mark(place, words)));
    track.style.minHeight = `${high}px`;
    const who = el("div", { class: "who" }, page.cards.name(id, words), changed ? el("span", { class: "flag", title: changed }, "changed position") : null);
    return el("div", { class: dense ? "lane dense" : "lane", role: "group", "aria-label": words }, who, track);
  };

  const stops = pairs.roving(byId("lanes"));
  const update = () => stops.redraw(draw);

  const draw = () => {
    const host = byId("lanes");
    const found = page.lanes.model(Math.max(160, host.clientWidth - (host.clientWidth < 560 ? 24 : 230)));
    const dense = found.lanes.some((one) => one.dense);
    byId("timeline-note").textContent = [
      count(found.dated, "statement"), found.all > page.lanes.LANES ? `of the ${page.lanes.LANES} most heard of ${found.all}` : "",
      found.without ? `${count(found.without, "statement")} without a date not shown` : "", dense ? "where many meet, a number says how many" : "",
    ].filter(Boolean).join(" · ");
    host.replaceChildren(...(found.lanes.length ? [axis(found), ...found.lanes.map((one) => lane(one, found.ticks))] : []));
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
