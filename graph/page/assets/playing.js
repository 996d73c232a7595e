// Time that passes: the end of the date range goes from the first statement to the last, in every view.
page.playing = (() => {
  const { data, state } = page;
  const { byId } = page.dom;
  const STEPS = 24;
  const PACE = 650; // milliseconds
  let clock = null;

  const days = () => [...new Set(data.statements.map((s) => s.day).filter(Boolean))].sort();

  /** The days on which the range ends, one after the other: all of them, or as many as are watched with patience. */
  const stops = (all) => (all.length <= STEPS ? all : [...Array(STEPS).keys()].map((n) => all[Math.round((n * (all.length - 1)) / (STEPS - 1))]));

  const say = () => {
    byId("play").textContent = clock ? "Stop" : "Play through time";
    byId("play").setAttribute("aria-pressed", String(clock !== null));
  };

  const stop = () => {
    clearInterval(clock);
    clock = null;
    say();
  };

  const play = () => {
    const { since, until } = state.get();
    const left = stops(days().filter((d) => !since || d >= since));
    const end = until;
    if (left.length < 2) return;
    state.set({ until: left.shift() }, { quiet: true });
    clock = setInterval(() => {
      const next = left.shift();
      if (next) state.set({ until: left.length ? next : end }, { quiet: true });
      if (!left.length) stop();
    }, PACE);
    say();
  };

  const start = () => {
    byId("play").hidden = days().length < 2;
    byId("play").addEventListener("click", () => (clock ? stop() : play()));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && clock) stop(); });
    say();
  };

  return { start, stops };
})();
