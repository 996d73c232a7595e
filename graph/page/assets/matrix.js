// Who stands where as a table of signs: actors by proposals, those who agree side by side.
page.matrix = (() => {
  const { data, state, visible, pairs } = page;
  const { byId, el, bdi, shape, count } = page.dom;
  const MOST = 40; // rows, and columns
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

  const head = (id, scope, now) =>
    el("th", { scope, class: scope }, el("button", { type: "button", class: "name", title: name(id), "aria-pressed": String(now.node === id && !now.on), onclick: () => state.set({ node: id, edge: null }) }, shape(data.node.get(id).kind), bdi(name(id))));

  const stops = pairs.roving(byId("stands"));
  const update = () => stops.redraw(draw);

  const draw = () => {
    const now = state.get();
    const { rows, columns, down, across, cell: said } = model();
    const table = byId("stands");
    table.querySelector("thead").replaceChildren(el("tr", {}, el("td", {}), ...across.map((id) => head(id, "col", now))));
    table.querySelector("tbody").replaceChildren(...down.map((row) => el("tr", {}, head(row, "row", now), ...across.map((column) => cell(row, column, said(row, column), now)))));
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
  };

  return { start, update, model };
})();
