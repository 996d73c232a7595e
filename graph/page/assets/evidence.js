// The panel beside the network: the words behind the node or the line that is selected.
page.evidence = (() => {
  const { data, visible, state, cards } = page;
  const { byId, el, bdi, shape, copy, count } = page.dom;
  const MOST = 60;
  const panel = byId("evidence");
  const ORDER = Object.keys(data.all.styles.relations);

  const { byDay, grouped, shifted } = page.pairs;

  const list = (numbers, without) => {
    const host = el("div", {});
    const more = (from) => {
      host.append(...numbers.slice(from, from + MOST).map((number) => cards.statement(number, without)));
      const left = numbers.length - from - MOST;
      if (left > 0) {
        const button = el("button", { type: "button", onclick: () => { button.remove(); more(from + MOST); } }, `Show ${Math.min(MOST, left)} more of ${left}`);
        host.append(button);
      }
    };
    more(0);
    return host;
  };

  const heading = (label, about, ...buttons) => [
    el("div", { class: "top" }, el("h2", { dir: "auto" }, label), el("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => state.set({ node: null, edge: null }) }, "×")),
    el("p", { class: "about" }, ...about),
    el("p", { class: "acts" }, ...buttons.filter(Boolean), el("button", { type: "button", onclick: () => copy(location.href, "Link") }, "Copy link")),
  ];

  const about = (node) => [
    shape(node.kind), ` ${data.kind(node.kind).label}`,
    ...(node.notes || []).flatMap((note) => [" · ", bdi(note)]),
  ];

  const ego = (node) => {
    const now = state.get();
    if (now.ego === node.id) {
      return [el("button", { type: "button", onclick: () => state.set({ depth: Math.min(6, now.depth + 1) }) }, "One step further"), el("button", { type: "button", onclick: () => state.set({ ego: null, depth: 1 }) }, "Whole network")];
    }
    return [el("button", { type: "button", onclick: () => state.set({ ego: node.id, depth: 1 }) }, "Only this and its neighbours")];
  };

  /** All statements on the lines of a node that pass the filters, shown in the network or not. */
  const statementsOf = (id) => {
    const { usable } = visible.get();
    return [...new Set(data.touching.get(id).flatMap((e) => usable.get(e.id) || []))].sort(byDay);
  };

  const ofNode = (node) => {
    const numbers = statementsOf(node.id);
    const beside = numbers.every((number) => data.statements[number].target === node.id) ? page.beside.opener(numbers) : null;
    const parts = heading(node.label, about(node), beside, ...ego(node), node.page ? el("a", { href: node.page }, "Its page") : null);
    if (node.aliases?.length) parts.push(el("p", { class: "also" }, "Also: ", ...node.aliases.flatMap((alias, n) => [n ? ", " : "", bdi(alias)])));
    if (node.definition) parts.push(el("p", { class: "also", dir: "auto" }, node.definition));
    if (node.claim !== undefined) parts.push(cards.claim(node.claim));
    const whose = numbers.every((number) => data.statements[number].holder === node.id);
    const what = numbers.every((number) => data.statements[number].target === node.id);
    if (what && numbers.length) parts.push(...byStance(numbers));
    else if (whose && numbers.length) parts.push(...byProposal(numbers));
    else parts.push(list(numbers, []));
    if (!numbers.length && node.claim === undefined) parts.push(el("p", { class: "none" }, "No statement here passes the filters."));
    return parts;
  };

  /** What one actor says of one proposal. */
  const ofPair = (holder, target) => {
    const numbers = statementsOf(holder.id).filter((number) => data.statements[number].target === target.id);
    const title = el("span", {}, cards.name(holder.id, holder.label), " on ", cards.name(target.id, target.label));
    const flag = shifted(numbers) ? el("span", { class: "flag" }, "changed position") : null;
    const chosen = state.get().statement;
    const first = numbers.filter((number) => String(number) === chosen);
    return [...heading(title, [count(numbers.length, "statement"), " ", flag].filter(Boolean), page.beside.opener(numbers)), list([...first, ...numbers.filter((n) => !first.includes(n))], ["who", "what"])];
  };

  const byStance = (numbers) => {
    const groups = grouped(numbers, (s) => s.stance);
    return ORDER.filter((stance) => groups.has(stance)).flatMap((stance) => [
      el("h3", { "data-relation": stance }, cards.pill(stance), el("span", { class: "n" }, count(groups.get(stance).length, "statement"))), list(groups.get(stance), ["what", "stance"]),
    ]);
  };

  const byProposal = (numbers) =>
    [...grouped(numbers, (s) => s.target)].flatMap(([target, group]) => [
      el("h3", {}, cards.name(target, data.statements[group[0]].what), shifted(group) ? el("span", { class: "flag" }, "changed position") : null), list(group, ["who", "what"]),
    ]);

  const ofEdge = (e) => {
    const [one, other] = [data.node.get(e.from), data.node.get(e.to)];
    const numbers = [...(visible.get().usable.get(e.id) || [])].sort(byDay);
    const pair = ["congruence", "conflict"].includes(e.relation);
    const title = el("span", {}, bdi(one.label), " ", cards.pill(e.relation), " ", bdi(other.label));
    const parts = heading(title, [e.title ? bdi(e.title) : count(numbers.length, "statement")]);
    if (pair) parts.push(...sideBySide(numbers, one, other));
    else parts.push(list(numbers, ["who", "what", "stance"]));
    parts.push(...e.claims.filter(() => !numbers.length).map(cards.claim));
    return parts;
  };

  /** Two columns: what the one and what the other said of the same thing. */
  const sideBySide = (numbers, one, other) => {
    const actors = one.kind !== "Proposal";
    const middle = (s) => (actors ? s.target : s.holder);
    return [...grouped(numbers, middle)].flatMap(([, group]) => {
      const first = data.statements[group[0]];
      const side = (node) => el("div", {}, list(group.filter((number) => (actors ? data.statements[number].holder : data.statements[number].target) === node.id), [actors ? "what" : "who"]));
      return [el("h3", {}, bdi(actors ? first.what : first.who)), el("div", { class: "sides" }, side(one), side(other))];
    });
  };

  /** The statements that two may be exchanged for: those on the same proposal, of the same holder where both are its own. */
  const comparable = ([one, other]) => {
    const [a, b] = [data.statements[one], data.statements[other]];
    return statementsOf(a.target).filter((number) => a.holder !== b.holder || data.statements[number].holder === a.holder);
  };

  const update = () => {
    const now = state.get();
    const beside = page.beside.valid(now.beside);
    document.querySelector("main").classList.toggle("beside", Boolean(beside));
    const parts = beside ? page.beside.parts(beside, visible.get().kept ? comparable(beside) : beside) : now.node !== null ? (now.on !== null ? ofPair(data.node.get(now.node), data.node.get(now.on)) : ofNode(data.node.get(now.node))) : now.edge !== null ? ofEdge(data.edge.get(now.edge)) : page.overview.parts();
    panel.replaceChildren(...parts);
    panel.scrollTop = 0;
  };

  return { update, panel, statementsOf };
})();
