// Puts the parts together: one state, and every part told when it changes.
(() => {
  const { data, state, visible, canvas, theme } = page;
  const { byId, count, number } = page.dom;
  const ACTORS = ["Person", "Organization", "Country", "Group"];
  const DENSE = 1500;
  const MOST_UNTANGLED = 2000;
  const CHOICE = ["node", "on", "edge", "statement", "some", "beside"];
  const FILTERS = ["ego", "depth", "level", "article", "publisher", "topic", "since", "until", "confidence", "minimum", "hiddenKinds", "hiddenRelations", "grouped", "open", "expanded", "hidden"];

  const say = () => {
    const seen = visible.get();
    const proposals = [...seen.nodes].filter((id) => data.node.get(id).kind === "Proposal").length;
    const actors = [...seen.nodes].filter((id) => ACTORS.includes(data.node.get(id).kind)).length;
    const groups = [...seen.drawn.keys()].filter((id) => data.group.has(id)).length;
    byId("count").textContent = [
      groups ? count(groups, "community", "communities") : "", actors ? count(actors, "actor") : "", proposals ? count(proposals, "proposal") : "", count(seen.lines.size, "line"),
      data.statements.length ? count(seen.statements.size, "statement") : "", data.articles.length ? `from ${count(data.articles.length, "article")}` : "",
    ].filter(Boolean).join(" · ");
    const { ego } = state.get();
    const sizes = seen.grouped ? page.groups.levels : data.levels;
    byId("notice-text").textContent = [
      ego !== null ? `Only ${data.node.get(ego).label} and what lies within ${count(state.get().depth, "line")} of it` : part(seen, sizes),
      seen.lines.size > DENSE ? "too many lines for dashes and signs: narrow down to see them" : "",
      state.get().hidden.length ? `${number.format(state.get().hidden.length)} hidden by hand` : "",
      seen.weaker ? `${count(seen.weaker, "weaker line")} left out` : "",
    ].filter(Boolean).join(" · ");
    byId("notice").hidden = !byId("notice-text").textContent;
    byId("more").hidden = ego === null ? seen.level >= sizes.length - 1 : false;
    byId("more").textContent = ego === null ? "Show more" : "Whole network";
    byId("fewer").hidden = ego !== null || Math.min(state.get().level, sizes.length - 1) === 0;
    byId("groups").hidden = !data.grouped || ego !== null;
    byId("groups").setAttribute("aria-pressed", String(seen.grouped));
    byId("undo").disabled = !state.steps().back;
    byId("redo").disabled = !state.steps().forward;
    byId("untangle").hidden = seen.drawn.size > MOST_UNTANGLED;
    byId("nothing").hidden = state.get().view === "network" ? seen.nodes.size > 0 : seen.statements.size > 0;
  };

  /** How much of the whole is shown; nothing where it is the whole. */
  const part = (seen, sizes) => {
    if (sizes.length < 2) return seen.grouped ? "Press a community to open it" : "";
    return seen.grouped
      ? `The ${number.format(sizes[seen.level])} largest of ${count(sizes.at(-1), "community", "communities")} · press one to open it`
      : sizes[seen.level] < data.nodes.length ? `The ${number.format(sizes[seen.level])} best evidenced of ${number.format(data.nodes.length)}` : `All ${number.format(data.nodes.length)}`;
  };

  const arrange = (view) => {
    for (const name of state.VIEWS) {
      byId(name).hidden = view !== name;
      byId(`view-${name}`).setAttribute("aria-pressed", String(view === name));
    }
    for (const id of ["save-image", "save-svg"]) byId(id).disabled = !page.charts.drawn(view);
  };

  const update = (now, before) => {
    if (before && now.moved !== before.moved && Object.keys(now).every((name) => name === "moved" || now[name] === before[name])) {
      canvas.update();
      say();
      return;
    }
    const filtered = !before || FILTERS.some((name) => now[name] !== before[name]) || now.node !== before.node;
    if (filtered) visible.compute(now);
    arrange(now.view);
    say();
    canvas.update();
    page.evidence.update();
    if (before && pointed && CHOICE.some((name) => now[name] !== before[name] && now[name] !== state.START[name])) page.evidence.bring();
    page.legend.update();
    if (now.view !== "network") page[now.view].update();
    if (before && now.ego !== before.ego) canvas.fit();
    else if (now.node !== null) canvas.reveal(now.node);
  };

  // who goes by keys stays where the focus is
  let pointed = false;
  addEventListener("pointerdown", () => { pointed = true; }, true);
  addEventListener("keydown", () => { pointed = false; }, true);

  const repaint = () => {
    page.legend.build();
    canvas.update({ restyle: true });
    page.evidence.update();
    if (state.get().view !== "network") page[state.get().view].update();
  };

  const more = () => {
    const { grouped, level } = visible.get();
    const sizes = grouped ? page.groups.levels : data.levels;
    state.set(state.get().ego === null ? { level: Math.min(level + 1, sizes.length - 1) } : { ego: null, depth: 1 });
  };

  const CLICKS = {
    ...Object.fromEntries(state.VIEWS.map((view) => [`view-${view}`, () => state.set({ view })])),
    "copy-link": () => page.dom.copy(location.href, "Link"),
    "save-svg": () => page.dom.save(page.figure.file(page.charts.of(state.get().view)), `${state.get().view}.svg`),
    "save-image": () => {
      const { view } = state.get();
      const done = (blob) => page.dom.save(blob, `${view}.png`);
      if (view === "network") canvas.picture(done);
      else page.figure.picture(page.charts.of(view), done);
    },
    "zoom-in": () => canvas.zoom(1.25),
    "zoom-out": () => canvas.zoom(0.8),
    undo: state.undo,
    redo: state.redo,
    untangle: () => canvas.untangle(),
    theme: () => { theme.toggle(); repaint(); },
    fit: () => canvas.fit(),
    groups: () => state.set({ grouped: visible.get().grouped ? "no" : "yes", open: [], level: 0, ...(data.group.has(state.get().node) ? { node: null } : {}) }),
    more,
    fewer: () => state.set({ level: Math.max(0, visible.get().level - 1) }),
  };

  for (const [id, action] of Object.entries(CLICKS)) byId(id).addEventListener("click", action);
  theme.preferred.addEventListener("change", repaint);
  if (page.evidence.stacked.matches) document.querySelector("#filters details").open = false;
  canvas.start();
  page.legend.start();
  page.search.start();
  page.table.start();
  page.matrix.start();
  page.timeline.start();
  page.playing.start();
  page.printing.start();
  page.keyboard.start();
  state.onChange(update);
  state.restore();
  const ready = () => { document.documentElement.dataset.ready = "yes"; };
  if (state.get().view === "network") canvas.network().once("afterDrawing", ready);
  else ready();
  canvas.network().redraw();
})();
