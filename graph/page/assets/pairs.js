// What one actor says of one proposal, as a single sign: the cells of the matrix and the marks of the timeline.
page.pairs = (() => {
  const { data } = page;
  const { el } = page.dom;

  const byDay = (a, b) => (data.statements[a].day || "~").localeCompare(data.statements[b].day || "~") || a - b;

  /** Statements by what a key says of each, in the order in which they come. */
  const grouped = (numbers, key) => {
    const groups = new Map();
    for (const number of numbers) {
      const name = key(data.statements[number]);
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(number);
    }
    return groups;
  };

  const shifted = (numbers) => new Set(numbers.map((number) => Math.sign(data.statements[number].polarity)).filter(Boolean)).size > 1;

  /** Statements by holder and proposal: a map of maps, each list in the order of time. */
  const grid = (numbers) => {
    const rows = grouped([...numbers].sort(byDay), (s) => s.holder);
    return new Map([...rows].map(([holder, row]) => [holder, grouped(row, (s) => s.target)]));
  };

  /** The stance to show of some statements of one holder on one proposal: the last, or that it changed its sign. */
  const summary = (numbers) => {
    const last = data.statements[numbers.at(-1)];
    const style = data.relation(last.stance);
    return shifted(numbers) ? { relation: last.stance, sign: "±", words: "changed position on" } : { relation: last.stance, sign: style.sign, words: style.label };
  };

  const mean = (numbers) => numbers.reduce((sum, number) => sum + data.statements[number].polarity, 0) / numbers.length;

  /** A button with the colour and the sign of a stance; what it means is its name. */
  const button = (relation, sign, name, properties) => {
    const colour = page.theme.relation(relation);
    const made = el("button", { type: "button", class: "stand", "aria-label": name, title: name, ...properties }, sign);
    made.style.borderColor = colour;
    made.style.backgroundColor = `color-mix(in srgb, ${colour} 24%, ${page.theme.paper()})`;
    return made;
  };

  /** One stop for Tab among the stands of a table: the one that was last there, else the chosen, else the first. */
  const roving = (host) => {
    const stands = () => [...host.querySelectorAll("button.stand")];
    const key = (stand) => JSON.stringify([stand.dataset.row, stand.dataset.column, stand.dataset.number]);
    let last = null;
    const stop = (stand) => {
      for (const other of stands()) other.tabIndex = -1;
      if (!stand) return;
      stand.tabIndex = 0;
      last = key(stand);
    };
    /** Draw the stands anew; who had the focus keeps it. */
    const redraw = (draw) => {
      const held = host.contains(document.activeElement) && document.activeElement.matches("button.stand");
      draw();
      const all = stands();
      stop(all.find((stand) => stand.getAttribute("aria-pressed") === "true" && !held) || all.find((stand) => key(stand) === last) || all[0]);
      if (held) host.querySelector("button.stand[tabindex='0']")?.focus();
    };
    const start = (next) =>
      host.addEventListener("keydown", (event) => {
        const stand = event.target.closest("button.stand");
        if (!stand || event.ctrlKey || event.metaKey || event.altKey) return;
        const other = event.key === "Escape" ? null : next(stand, event.key);
        if (event.key === "Escape") page.state.set({ node: null, edge: null });
        if (!other) return;
        stop(other);
        other.focus();
        event.preventDefault();
      });
    host.addEventListener("click", (event) => stop(event.target.closest("button.stand")), true);
    return { redraw, start };
  };

  return { byDay, grouped, roving, shifted, grid, summary, mean, button };
})();
