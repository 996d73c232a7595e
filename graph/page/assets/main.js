// Puts the parts together: one state, and every part told when it changes.
(() => {
  const { data, state, visible, canvas, theme } = page;
  const { byId, count, number } = page.dom;
  const ACTORS = ["Person", "Organization", "Country", "Group"];
  const DENSE = 1500;
  const MOST_UNTANGLED = 2000;
  const FILTERS = ["ego", "depth", "level", "article", "publisher", "topic", "since", "until", "confidence", "minimum", "hiddenKinds", "hiddenRelations"];

  const say = () => {
    const seen = visible.get();
    const proposals = [...seen.nodes].filter((id) => data.node.get(id).kind === "Proposal").length;
    const actors = [...seen.nodes].filter((id) => ACTORS.includes(data.node.get(id).kind)).length;
    byId("count").textContent = [
      actors ? count(actors, "actor") : "", proposals ? count(proposals, "proposal") : "", count(seen.edges.size, "line"),
      data.statements.length ? count(seen.statements.size, "statement") : "", data.articles.length ? `from ${count(data.articles.length, "article")}` : "",
    ].filter(Boolean).join(" · ");
    const { level, ego } = state.get();
    const text = ego !== null
      ? `Only ${data.node.get(ego).label} and what lies within ${count(state.get().depth, "line")} of it`
      : `The ${number.format(data.levels[level])} best evidenced of ${number.format(data.nodes.length)}`;
    byId("notice-text").textContent = text + (seen.edges.size > DENSE ? " · too many lines for dashes and signs: narrow down to see them" : "");
    byId("notice").hidden = ego === null && data.levels.length < 2;
    byId("more").hidden = ego === null ? level >= data.levels.length - 1 : false;
    byId("more").textContent = ego === null ? "Show more" : "Whole network";
    byId("fewer").hidden = ego !== null || level === 0;
    byId("undo").disabled = !state.steps().back;
    byId("redo").disabled = !state.steps().forward;
    byId("untangle").hidden = seen.nodes.size > MOST_UNTANGLED;
    byId("nothing").hidden = state.get().view === "network" ? seen.nodes.size > 0 : seen.statements.size > 0;
  };

  const arrange = (view) => {
    for (const name of state.VIEWS) {
      byId(name).hidden = view !== name;
      byId(`view-${name}`).setAttribute("aria-pressed", String(view === name));
    }
    for (const id of ["save-image", "save-svg"]) byId(id).disabled = view !== "network";
  };

  const update = (now, before) => {
    const filtered = !before || FILTERS.some((name) => now[name] !== before[name]) || now.node !== before.node;
    if (filtered) visible.compute(now);
    arrange(now.view);
    canvas.update();
    page.evidence.update();
    page.legend.update();
    if (now.view !== "network") page[now.view].update();
    say();
    if (before && now.ego !== before.ego) canvas.fit();
    else if (now.node !== null) canvas.reveal(now.node);
  };

  const repaint = () => {
    page.legend.build();
    canvas.update({ restyle: true });
    page.evidence.update();
    if (state.get().view !== "network") page[state.get().view].update();
  };

  const more = () => {
    const { ego, level } = state.get();
    state.set(ego === null ? { level: Math.min(level + 1, data.levels.length - 1) } : { ego: null, depth: 1 });
  };

  const CLICKS = {
    ...Object.fromEntries(state.VIEWS.map((view) => [`view-${view}`, () => state.set({ view })])),
    "copy-link": () => page.dom.copy(location.href, "Link"),
    "save-svg": () => page.dom.save(page.figure.file(), "network.svg"),
    "save-image": () => canvas.picture((blob) => page.dom.save(blob, "network.png")),
    "zoom-in": () => canvas.zoom(1.25),
    "zoom-out": () => canvas.zoom(0.8),
    undo: state.undo,
    redo: state.redo,
    untangle: () => canvas.untangle(),
    theme: () => { theme.toggle(); repaint(); },
    fit: () => canvas.fit(),
    more,
    fewer: () => state.set({ level: Math.max(0, state.get().level - 1) }),
  };

  for (const [id, action] of Object.entries(CLICKS)) byId(id).addEventListener("click", action);
  theme.preferred.addEventListener("change", repaint);
  if (matchMedia("(max-width: 760px)").matches) document.querySelector("#filters details").open = false;
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
