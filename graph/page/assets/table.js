// The same statements as a table, for the keyboard, for screen readers, and as CSV.
page.table = (() => {
  const { data, visible, state } = page;
  const { byId, el, bdi, count, save } = page.dom;
  const MOST = 500;
  const COLUMNS = [
    ["who", "Who", (s) => s.who], ["stance", "Stance", (s) => data.relation(s.stance).label], ["what", "On what", (s) => s.what],
    ["words", "In which words", (s) => page.cards.quoted(s)], ["day", "Date", (s) => s.day || ""], ["article", "Article", (s) => data.articles[s.article]?.title || ""],
    ["publisher", "Publisher", (s) => data.articles[s.article]?.publisher || ""], ["confidence", "Confidence", (s) => s.confidence.toFixed(2)],
  ];
  const KEYS = { stance: (s) => -s.polarity, confidence: (s) => -s.confidence };

  const sorted = () => {
    const [name, direction] = (state.get().sort || "who up").split(" ");
    const column = COLUMNS.find(([key]) => key === name) || COLUMNS[0];
    const key = KEYS[column[0]] || column[2];
    const order = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "en"));
    const turn = direction === "down" ? -1 : 1;
    return [...visible.get().statements].sort((a, b) => turn * order(key(data.statements[a]), key(data.statements[b])) || a - b);
  };

  const head = () => {
    const [name, direction] = (state.get().sort || "who up").split(" ");
    return el("tr", {}, ...COLUMNS.map(([key, title]) => {
      const turn = key === name && direction === "up" ? "down" : "up";
      const aria = key === name ? (direction === "up" ? "ascending" : "descending") : "none";
      return el("th", { scope: "col", "aria-sort": aria, class: key }, el("button", { type: "button", onclick: () => state.set({ sort: `${key} ${turn}` }, { quiet: true }) }, title));
    }));
  };

  const row = (number) => {
    const s = data.statements[number];
    const cell = ([key, , text]) => {
      if (key === "who") return el("th", { scope: "row", class: key }, page.cards.name(s.holder, s.who));
      if (key === "what") return el("td", { class: key }, page.cards.name(s.target, s.what));
      if (key === "stance") return el("td", { class: key }, page.cards.pill(s.stance));
      return el("td", { class: key }, bdi(text(s)));
    };
    return el("tr", {}, ...COLUMNS.map(cell));
  };

  /** Write the table, up to so many rows. */
  const update = (most = MOST) => {
    const numbers = sorted();
    const host = byId("table");
    host.querySelector("thead").replaceChildren(head());
    host.querySelector("tbody").replaceChildren(...numbers.slice(0, most).map(row));
    byId("table-note").textContent = numbers.length > most ? `The first ${most} of ${count(numbers.length, "statement")}; the CSV has all.` : count(numbers.length, "statement");
  };

  /** A cell that no spreadsheet takes for a formula. */
  const guarded = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? "'" : "") + text.replaceAll('"', '""')}"`;

  const csv = () => [COLUMNS.map(([, title]) => guarded(title)), ...sorted().map((number) => COLUMNS.map(([, , text]) => guarded(text(data.statements[number]))))]
    .map((cells) => cells.join(",")).join("\r\n");

  const start = () => byId("save-table").addEventListener("click", () => save(new Blob(["\ufeff", csv(), "\r\n"], { type: "text/csv;charset=utf-8" }), "statements.csv"));

  return { start, update, csv };
})();
