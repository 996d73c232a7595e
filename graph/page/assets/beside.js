// Two quotations side by side: of two actors who disagree on a proposal, or of one who changed position.
page.beside = (() => {
  const { data, state, cards, pairs } = page;
  const { el, day } = page.dom;

  const sure = (a, b) => data.statements[b].confidence - data.statements[a].confidence || a - b;
  const sign = (number) => Math.sign(data.statements[number].polarity);

  /** The two sides of some statements: for and against; where one holder said both, what came before and after. */
  const sides = (numbers) => {
    const [yes, no] = [numbers.filter((n) => sign(n) > 0), numbers.filter((n) => sign(n) < 0)];
    if (!yes.length || !no.length) return null;
    const one = new Set(numbers.map((n) => data.statements[n].holder)).size === 1;
    const first = [...numbers].sort(pairs.byDay).find((n) => sign(n) !== 0);
    return one && sign(first) < 0 ? [no.sort(sure), yes.sort(sure)] : [yes.sort(sure), no.sort(sure)];
  };

  /** The button that opens them, where there are two sides. */
  const opener = (numbers) => {
    const found = sides(numbers);
    return found ? el("button", { type: "button", onclick: () => state.set({ beside: `${found[0][0]}-${found[1][0]}` }) }, "Side by side") : null;
  };

  const valid = (text) => {
    const found = /^(\d+)-(\d+)$/.exec(text || "");
    return found?.slice(1).every((n) => data.statements[n]) ? found.slice(1).map(Number) : null;
  };

  const choice = (numbers, chosen, title, change) => {
    const options = numbers.map((n) => {
      const s = data.statements[n];
      const option = el("option", { value: n }, `${s.who}, ${day(s.day)}`);
      option.selected = n === chosen;
      return option;
    });
    const select = el("select", { "aria-label": title }, ...options);
    select.addEventListener("change", () => change(Number(select.value)));
    return select;
  };

  /** The panel's contents for two statements, with the others on either side to choose from. */
  const parts = ([one, other], numbers) => {
    const found = sides(numbers) || [[one], [other]];
    const [left, right] = found[0].includes(one) ? found : [[one, ...found[0]], [other, ...found[1]]];
    const column = (all, chosen, title, change) =>
      el("div", {}, all.length > 1 ? choice(all, chosen, title, change) : null, cards.statement(chosen, ["what"]));
    return [
      el("div", { class: "top" }, el("h2", { dir: "auto" }, data.statements[one].what), el("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => state.set({ beside: "" }) }, "×")),
      el("p", { class: "about" }, "Side by side"),
      el("div", { class: "sides" },
        column(left, one, "Left statement", (n) => state.set({ beside: `${n}-${other}` })),
        column(right, other, "Right statement", (n) => state.set({ beside: `${one}-${n}` }))),
    ];
  };

  return { opener, parts, valid };
})();
