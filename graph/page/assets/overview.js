// What the panel says before anything is selected: what is disputed, who is heard, who changed their mind.
page.overview = (() => {
  const { data, visible } = page;
  const { el, bdi, count } = page.dom;
  const MOST = 6;

  const sides = (statements) => {
    const found = new Map();
    for (const number of statements) {
      const s = data.statements[number];
      const entry = found.get(s.target) || { id: s.target, label: s.what, yes: new Set(), no: new Set(), open: new Set() };
      (s.polarity > 0 ? entry.yes : s.polarity < 0 ? entry.no : entry.open).add(s.holder);
      found.set(s.target, entry);
    }
    return [...found.values()];
  };

  const shifts = (statements) => {
    const found = page.pairs.grouped(statements, (s) => JSON.stringify([s.holder, s.target]));
    return [...found.values()].filter((numbers) => page.pairs.shifted(numbers));
  };

  const bar = (entry) => {
    const total = entry.yes.size + entry.no.size + entry.open.size;
    const part = (set, relation) => {
      const piece = el("span", { "data-relation": relation });
      piece.style.flexGrow = set.size / total;
      piece.style.background = page.theme.relation(relation);
      return set.size ? piece : null;
    };
    return el("span", { class: "bar", "aria-hidden": "true" }, part(entry.yes, "support"), part(entry.open, "undecided"), part(entry.no, "oppose"));
  };

  const row = (id, label, note, extra) =>
    el("li", {}, page.cards.name(id, label), el("span", { class: "n" }, note), extra);

  const section = (title, rows) => (rows.length ? [el("h3", {}, title), el("ul", { class: "plain" }, ...rows)] : []);

  /** Who said both for and against, with what led to it; that nobody did is an answer too. */
  const changed = (numbers) => {
    const found = shifts(numbers).slice(0, MOST).map((group) => {
      const s = data.statements[group[0]];
      const both = el("button", { type: "button", class: "name", onclick: () => page.state.set({ node: s.holder, edge: null, on: s.target }) }, "read both");
      return el("li", {}, page.cards.name(s.holder, s.who), " on ", page.cards.name(s.target, s.what), el("span", { class: "n" }, both));
    });
    return found.length || numbers.length < 2 ? found : [el("li", { class: "none" }, "Nobody, in what is shown.")];
  };

  /** What is most worth knowing of some statements. */
  const sections = (numbers) => {
    const disputed = sides(numbers).filter((s) => s.yes.size && s.no.size).sort((a, b) => Math.min(b.yes.size, b.no.size) - Math.min(a.yes.size, a.no.size) || b.yes.size + b.no.size - a.yes.size - a.no.size);
    const agreed = sides(numbers).filter((s) => s.yes.size > 1 && !s.no.size).sort((a, b) => b.yes.size - a.yes.size);
    const heard = [...data.tally(numbers.map((n) => data.statements[n].holder))].sort((a, b) => b[1] - a[1]);
    const names = new Map(numbers.map((n) => [data.statements[n].holder, data.statements[n].who]));
    const told = (s) => `${s.yes.size} for, ${s.no.size} against${s.open.size ? `, ${s.open.size} undecided` : ""}`;
    return [
      ...section("Most disputed", disputed.slice(0, MOST).map((s) => row(s.id, s.label, told(s), bar(s)))),
      ...section("Changed position", changed(numbers)),
      ...section("Supported without opposition", agreed.slice(0, MOST).map((s) => row(s.id, s.label, told(s), bar(s)))),
      ...section("Most heard", heard.slice(0, MOST).map(([id, n]) => row(id, names.get(id), count(n, "statement")))),
    ];
  };

  /** Where there is more than a page can draw: the command that writes it for a program that can. */
  const whole = () =>
    data.all.whole
      ? el("div", { id: "whole" }, `${page.dom.number.format(data.nodes.length)} nodes are more than a page draws at once: it begins with communities. All of it, for a program like Gephi: `,
          el("code", {}, ...data.all.whole.split(" ").flatMap((word, n) => [n ? " " : "", el("span", {}, word)])), el("button", { type: "button", onclick: () => page.dom.copy(data.all.whole, "Command") }, "Copy command"))
      : null;

  const parts = () =>
    [
      el("h2", {}, "At a glance"),
      el("p", { class: "about" }, "Choose a name or a line to read the words behind it.", page.canvas.crowded() ? " Of so many lines the two best evidenced of each name stand out." : ""),
      data.all.home ? el("p", { class: "acts" }, el("a", { href: data.all.home }, "All proposals, actors and articles as pages")) : null,
      whole(),
      ...sections([...visible.get().statements]),
      data.statements.length ? null : el("p", {}, bdi("This network has no statements.")),
    ].filter(Boolean);

  return { parts, sections, section };
})();
