// The legend, which is also the filter: what each shape and line means, how many there are, and what is shown.
page.legend = (() => {
  const { data, state, visible } = page;
  const { byId, el, bdi, shape, line, number } = page.dom;
  const FIELDS = ["article", "publisher", "topic", "since", "until"];

  const box = (list, name, picture, label) => {
    const input = el("input", { type: "checkbox", "data-name": name });
    input.addEventListener("change", () => {
      const rest = state.get()[list].filter((other) => other !== name);
      state.set({ [list]: input.checked ? rest : [...rest, name] });
    });
    return el("label", { class: "row" }, input, picture, el("span", {}, label), el("span", { class: "n", "data-count": name }));
  };

  const build = () => {
    byId("relations").replaceChildren(...data.relations.map((name) => box("hiddenRelations", name, line(name), data.relation(name).label)));
    byId("kinds").replaceChildren(...data.kinds.map((name) => box("hiddenKinds", name, shape(name), data.kind(name).plural)));
    update();
  };

  const choices = (id, all, values) => {
    const select = byId(id);
    select.replaceChildren(el("option", { value: "" }, all), ...values.map(([value, label]) => el("option", { value }, label)));
    select.closest("label").hidden = values.length < 2;
  };

  const counts = () => {
    const seen = visible.get();
    const kinds = data.tally([...seen.nodes].map((id) => data.node.get(id).kind));
    const relations = data.tally([...seen.edges.keys()].map((id) => data.edge.get(id).relation));
    for (const place of document.querySelectorAll("#kinds [data-count]")) place.textContent = number.format(kinds.get(place.dataset.count) || 0);
    for (const place of document.querySelectorAll("#relations [data-count]")) place.textContent = number.format(relations.get(place.dataset.count) || 0);
  };

  /** What was hidden by hand, each to be shown again. */
  const hidden = (ids) => {
    byId("hidden-nodes").hidden = !ids.length;
    byId("hidden-nodes").querySelector("div").replaceChildren(...ids.map((id) =>
      el("button", { type: "button", title: "Show again", onclick: () => state.set({ hidden: state.get().hidden.filter((other) => other !== id) }) }, "Show ", bdi(data.node.get(id).label), " again")));
  };

  const update = () => {
    const now = state.get();
    hidden(now.hidden);
    for (const input of document.querySelectorAll("#relations input")) input.checked = !now.hiddenRelations.includes(input.dataset.name);
    for (const input of document.querySelectorAll("#kinds input")) input.checked = !now.hiddenKinds.includes(input.dataset.name);
    for (const id of FIELDS) byId(id).value = now[id];
    byId("confidence").value = now.confidence;
    byId("confidence-value").textContent = now.confidence.toFixed(2);
    byId("minimum").value = now.minimum;
    byId("reset").hidden = !visible.narrowed(now) && !now.hiddenKinds.length && !now.hiddenRelations.length && now.ego === null && !now.expanded.length && !now.hidden.length;
    counts();
  };

  let soon;
  const start = () => {
    choices("article", "All articles", data.articles.map((a) => [a.id, a.title]));
    choices("publisher", "All publishers", [...new Set(data.articles.map((a) => a.publisher).filter(Boolean))].sort().map((name) => [name, name]));
    choices("topic", "All topics", data.topics.map((t) => [t.id, t.label]));
    for (const id of FIELDS) byId(id).addEventListener("change", ({ target }) => state.set({ [id]: target.value }));
    byId("confidence").addEventListener("input", ({ target }) => {
      byId("confidence-value").textContent = Number(target.value).toFixed(2);
      clearTimeout(soon);
      soon = setTimeout(() => state.set({ confidence: Number(target.value) }, { quiet: true }), 120);
    });
    byId("minimum").addEventListener("change", ({ target }) => state.set({ minimum: Math.max(1, Math.min(99, Math.round(Number(target.value)) || 1)) }));
    byId("reset").addEventListener("click", () => {
      const { node, edge, view, level, grouped, open } = state.get();
      state.set({ ...state.START, node, edge, view, level, grouped, open });
    });
    build();
  };

  return { start, update, build };
})();
