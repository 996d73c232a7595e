// Who stands where as a table of signs: actors by proposals, those who agree side by side.
page.matrix = (() => {
  const { data, state, visible, pairs } = page;
  const { byId, el, bdi, shape, count } = page.dom;
  const MOST = 40; // rows, and columns
  const NARROW = 560; // pixels: below it names have less room
  // the room of names in pixels and lines: of columns, and of rows, whose letters are smaller where one line is not enough
  const ROOMS = {
    wide: { column: { long: 190, most: 4, letters: 12 }, row: { long: 186, most: 1, letters: 13 }, two: { long: 186, most: 2, letters: 11.5 } },
    narrow: { column: { long: 146, most: 3, letters: 11 }, row: { long: 104, most: 1, letters: 12 }, two: { long: 104, most: 2, letters: 11 } },
  };
  const LINE = 13.5; // pixels that a line of a column's name takes
  let shown = 1; // how many times so many

  const often = (map) => [...map].sort((a, b) => b[1] - a[1] || data.node.get(a[0]).rank - data.node.get(b[0]).rank).map(([id]) => id);
  const name = (id) => data.node.get(id).label;
  const byName = (a, b) => name(a).localeCompare(name(b), "en");

  const chosen = () => {
    const numbers = [...visible.get().statements].filter((n) => data.node.has(data.statements[n].holder) && data.node.has(data.statements[n].target));
    const rows = often(data.tally(numbers.map((n) => data.statements[n].holder)));
    const columns = often(data.tally(numbers.map((n) => data.statements[n].target)));
    return { numbers, rows, columns };
  };

  const ordered = (rows, columns, grid) => {
    const { order } = state.get();
    if (order === "name") return [[...rows].sort(byName), [...columns].sort(byName)];
    if (order === "number") return [rows, columns];
    const [some, others] = [new Set(rows), new Set(columns)];
    const cells = [...grid].filter(([row]) => some.has(row)).flatMap(([row, stands]) => [...stands].filter(([column]) => others.has(column)).map(([column, numbers]) => [row, column, pairs.mean(numbers) || 0.01]));
    return page.ordering.byAgreement(rows, columns, cells);
  };

  const choose = (holder, target) => state.set({ node: holder, on: target, edge: null });

  /** What the matrix shows: its rows and columns in their order, how many there are, and what a cell says. */
  const model = () => {
    const { numbers, rows, columns } = chosen();
    const grid = pairs.grid(numbers);
    const [down, across] = ordered(rows.slice(0, MOST * shown), columns.slice(0, MOST * shown), grid);
    const cell = (row, column) => {
      const some = grid.get(row)?.get(column);
      if (!some) return null;
      const { relation, sign, words } = pairs.summary(some);
      return { relation, sign: sign + (some.length > 1 ? ` ${some.length}` : ""), name: `${name(row)} ${words} ${name(column)}: ${count(some.length, "statement")}` };
    };
    return { rows, columns, down, across, cell };
  };

  const cell = (row, column, found, now) => {
    if (!found) return el("td", {});
    const pressed = String(now.node === row && now.on === column);
    return el("td", {}, pairs.button(found.relation, found.sign, found.name, { tabindex: -1, "aria-pressed": pressed, "data-row": row, "data-column": column, onclick: () => choose(row, column) }));
  };

  const narrow = () => byId("matrix").clientWidth < NARROW;
  const rooms = () => ROOMS[narrow() ? "narrow" : "wide"];

  /** A head of a row or column; what is cut of its name is said to whoever hears it or points at it. */
  const head = (id, scope, now, { words, cut }, properties) => {
    const button = el("button", {
      type: "button", class: "name", title: name(id), "aria-label": cut ? name(id) : null, "aria-pressed": String(now.node === id && !now.on), onclick: () => state.set({ node: id, edge: null }), ...properties,
    }, shape(data.node.get(id).kind), bdi(words));
    return el("th", { scope, class: scope }, button);
  };

  /** The names of the rows: in one line, or two of smaller letters; their column is as wide as the longest. */
  const rowHeads = (ids, now) => {
    const { row, two } = rooms();
    const found = ids.map((id) => [page.figure.fitted(name(id), row), page.figure.fitted(name(id), two)]);
    byId("stands").style.setProperty("--wide", `${Math.ceil(Math.max(40, ...found.map(([one, both]) => (one.cut ? both : one).long))) + 3}px`);
    return ids.map((id, n) => (found[n][0].cut ? head(id, "row", now, found[n][1], { class: "name two" }) : head(id, "row", now, found[n][0])));
  };

  /** The heads of the columns: as high as the longest line, each as wide as its lines. */
  const columnHeads = (ids, now) => {
    const found = ids.map((id) => page.figure.fitted(name(id), rooms().column));
    byId("stands").style.setProperty("--long", `${Math.ceil(Math.max(40, ...found.map(({ long }) => long))) + 2}px`);
    return ids.map((id, n) => {
      const made = head(id, "col", now, found[n]);
      made.querySelector("bdi").style.width = `${found[n].lines * LINE}px`;
      return made;
    });
  };

  const stops = pairs.roving(byId("stands"));
  const update = () => stops.redraw(draw);

  const draw = () => {
    const now = state.get();
    const { rows, columns, down, across, cell: said } = model();
    const table = byId("stands");
    const names = rowHeads(down, now);
    table.querySelector("thead").replaceChildren(el("tr", {}, el("td", {}), ...columnHeads(across, now)));
    table.querySelector("tbody").replaceChildren(...down.map((row, n) => el("tr", {}, names[n], ...across.map((column) => cell(row, column, said(row, column), now)))));
    const all = down.length === rows.length && across.length === columns.length;
    byId("matrix-note").textContent = all
      ? `${count(rows.length, "actor")} by ${count(columns.length, "proposal")}`
      : `The ${down.length} most heard of ${count(rows.length, "actor")} by the ${across.length} most spoken of ${count(columns.length, "proposal")}`;
    byId("matrix-more").hidden = all;
    byId("order").value = now.order || "agreement";
  };

  /** The next stand in a direction: along the row, or down the column. */
  const next = (button, key) => {
    const [row, column] = [button.closest("tr"), button.closest("td").cellIndex];
    const rows = [...row.parentElement.rows];
    const line = key === "ArrowLeft" || key === "ArrowRight" || key === "Home" || key === "End" ? [...row.cells] : rows.map((r) => r.cells[column]);
    const stands = line.map((place) => place.querySelector("button.stand")).filter(Boolean);
    const at = stands.indexOf(button);
    return { ArrowLeft: stands[at - 1], ArrowUp: stands[at - 1], ArrowRight: stands[at + 1], ArrowDown: stands[at + 1], Home: stands[0], End: stands.at(-1) }[key];
  };

  const start = () => {
    stops.start(next);
    byId("order").addEventListener("change", ({ target }) => state.set({ order: target.value === "agreement" ? "" : target.value }));
    byId("matrix-more").addEventListener("click", () => { shown += 1; update(); });
    let before = narrow();
    new ResizeObserver(() => {
      if (!byId("matrix").clientWidth || narrow() === before) return;
      before = narrow();
      update();
    }).observe(byId("matrix"));
  };

  return { start, update, model };
})();
