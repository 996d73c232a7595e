// On paper: the view as a figure, then all its statements as a table, always dark on light.
page.printing = (() => {
  const { state, table } = page;
  const { byId } = page.dom;
  const root = document.documentElement;
  let before = null;

  const prepare = () => {
    if (before !== null) return;
    before = root.dataset.theme;
    root.dataset.theme = "light";
    byId("printed").replaceChildren(...[page.charts.of(state.get().view)].filter(Boolean));
    table.update(Number.POSITIVE_INFINITY);
  };

  const restore = () => {
    if (before === null) return;
    root.dataset.theme = before;
    before = null;
    byId("printed").replaceChildren();
    if (state.get().view === "table") table.update();
  };

  const start = () => {
    addEventListener("beforeprint", prepare);
    addEventListener("afterprint", restore);
  };

  return { start };
})();
