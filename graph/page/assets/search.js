// Find as you type: names, other names and the words themselves, in any script.
page.search = (() => {
  const { data, state } = page;
  const { byId, el, bdi, shape } = page.dom;
  const MOST = 12;
  const field = byId("query");
  const hits = byId("hits");
  let index = null;
  let chosen = -1;

  const entries = () => {
    index ??= [
      ...data.nodes.map((n) => ({ node: n, text: data.folded([n.label, ...(n.aliases || [])].join(" \n")) })),
      ...data.statements.map((s, number) => ({ statement: number, text: data.folded(page.cards.quoted(s)) })),
    ];
    return index;
  };

  /** Names that begin with the query come first, then names that hold it, then quotations. */
  const found = (query) => {
    const wanted = data.folded(query.trim());
    if (!wanted) return [];
    const score = ({ node, text }) => (node ? (text.startsWith(wanted) ? 0 : text.includes(` ${wanted}`) ? 1 : 2) : 3);
    return entries().filter(({ text }) => text.includes(wanted)).map((entry, order) => ({ ...entry, score: score(entry), order }))
      .sort((a, b) => a.score - b.score || a.order - b.order).slice(0, MOST);
  };

  const goTo = (entry) => {
    close();
    if (entry.node) state.set({ node: entry.node.id, edge: null });
    else {
      const s = data.statements[entry.statement];
      const edge = data.edges.find((e) => e.statements.includes(entry.statement));
      state.set(edge ? { edge: edge.id, node: null } : { node: s.holder, edge: null });
    }
  };

  const option = (entry, number) => {
    const inside = entry.node
      ? [shape(entry.node.kind), bdi(entry.node.label), el("span", { class: "n" }, data.kind(entry.node.kind).label)]
      : [el("span", { class: "quote" }, "“"), bdi(page.cards.quoted(data.statements[entry.statement]).slice(0, 90)), el("span", { class: "n" }, bdi(data.statements[entry.statement].who))];
    return el("li", { role: "option", id: `hit-${number}`, "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); goTo(entry); } }, ...inside);
  };

  let present = [];
  const show = () => {
    present = found(field.value);
    chosen = -1;
    hits.replaceChildren(...present.map(option));
    if (field.value.trim() && !present.length) hits.replaceChildren(el("li", { class: "none" }, "Nothing found"));
    hits.hidden = !field.value.trim();
    field.setAttribute("aria-expanded", String(!hits.hidden));
    field.removeAttribute("aria-activedescendant");
  };

  const close = () => {
    hits.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.value = "";
  };

  const step = (by) => {
    if (!present.length) return;
    chosen = (chosen + by + present.length) % present.length;
    [...hits.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === chosen)));
    field.setAttribute("aria-activedescendant", `hit-${chosen}`);
    hits.children[chosen].scrollIntoView({ block: "nearest" });
  };

  const start = () => {
    field.addEventListener("input", show);
    field.addEventListener("blur", () => { hits.hidden = true; field.setAttribute("aria-expanded", "false"); });
    field.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") step(1);
      else if (event.key === "ArrowUp") step(-1);
      else if (event.key === "Enter" && present.length) goTo(present[Math.max(0, chosen)]);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    });
  };

  return { start, field, found };
})();
