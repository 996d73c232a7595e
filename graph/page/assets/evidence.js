// The panel beside the network: the words behind the node or the line that is selected.
page.evidence = (() => {
  const { data, visible, state, cards } = page;
  const { byId, el, bdi, shape, copy, count, day } = page.dom;
  const MOST = 60;
  const NAMED = 12; // names in a row
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

  const reaching = (node) => {
    const now = state.get();
    if (now.expanded.includes(node.id)) return el("button", { type: "button", onclick: () => page.reach.fold(node.id) }, "Without its other neighbours");
    const more = page.reach.beyond(node.id).length;
    return more ? el("button", { type: "button", onclick: () => page.reach.expand(node.id) }, `Bring in ${count(more, "more neighbour")}`) : null;
  };

  const hide = (id) => el("button", { type: "button", onclick: () => page.reach.hide(id) }, "Hide");

  /** All statements on the lines of a node that pass the filters, shown in the network or not. */
  const statementsOf = (id) => {
    const { usable } = visible.get();
    const members = data.group.get(id)?.members || [id];
    return [...new Set(members.flatMap((member) => data.touching.get(member)).flatMap((e) => usable.get(e.id) || []))].sort(byDay);
  };

  const ofNode = (node) => {
    const numbers = statementsOf(node.id);
    const home = data.groupOf.get(node.id);
    const inside = visible.get().grouped && home && (state.get().open.includes(home.id) ? el("button", { type: "button", onclick: () => page.groups.close(home.id) }, "Close its community") : el("button", { type: "button", onclick: () => state.set({ open: [...state.get().open, home.id] }) }, "Open its community"));
    const beside = numbers.every((number) => data.statements[number].target === node.id) ? page.beside.opener(numbers) : null;
    const parts = heading(node.label, about(node), beside, inside || null, reaching(node), ...ego(node), hide(node.id), node.page ? el("a", { href: node.page }, "Its page") : null);
    if (node.aliases?.length) parts.push(el("p", { class: "also" }, "Also: ", ...node.aliases.flatMap((alias, n) => [n ? ", " : "", bdi(alias)])));
    if (node.definition) parts.push(el("p", { class: "also", dir: "auto" }, node.definition));
    if (node.claim !== undefined) parts.push(cards.claim(node.claim));
    const whose = numbers.every((number) => data.statements[number].holder === node.id);
    const what = numbers.every((number) => data.statements[number].target === node.id);
    if (what && numbers.length) parts.push(...sides(numbers), ...byStance(numbers));
    else if (whose && numbers.length) parts.push(...byProposal(numbers));
    else parts.push(list(numbers, []));
    if (!numbers.length && node.claim === undefined) parts.push(el("p", { class: "none" }, "No statement here passes the filters."));
    return parts;
  };

  /** Who belongs to a community, and what is said in it: statements whose holder and proposal are both of it. */
  const ofGroup = (group) => {
    const inside = new Set(group.members);
    const numbers = statementsOf(group.id).filter((number) => inside.has(data.statements[number].holder) && inside.has(data.statements[number].target));
    const opened = visible.get().grouped && state.get().open.includes(group.id);
    const act = opened ? ["Close this community", () => page.groups.close(group.id)] : ["Open this community", () => page.groups.open(group.id)];
    const kinds = data.tally(group.members.map((id) => data.node.get(id).kind));
    const told = data.kinds.filter((kind) => kinds.has(kind)).map((kind) => count(kinds.get(kind), data.kind(kind).label.toLowerCase(), data.kind(kind).plural.toLowerCase()));
    return [
      ...heading(group.label, [shape("Community"), ` Community of ${group.members.length}: ${told.join(", ")}`], el("button", { type: "button", onclick: act[1] }, act[0]), hide(group.id)),
      el("p", { class: "also" }, `Those whom most statements tie together, whether for or against; known by its best connected. ${count(numbers.length, "statement")} within it.`),
      ...page.overview.sections(numbers),
      ...members(group),
    ];
  };

  const members = (group) => {
    const rows = group.members.map((id) => data.node.get(id)).map((node) => el("li", {}, shape(node.kind), cards.name(node.id, node.label)));
    const host = el("ul", { class: "plain members" }, ...rows.slice(0, MOST));
    const more = el("button", { type: "button", onclick: () => { more.remove(); host.append(...rows.slice(MOST)); } }, `Show all ${rows.length}`);
    return [el("h3", {}, "Who and what is in it"), host, rows.length > MOST ? more : null].filter(Boolean);
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

  /** What one says of one proposal or of any, with one stance, from a day to another. */
  const ofSome = (holder, target, some) => {
    const [stance, since, until] = some.split(" ");
    const numbers = page.lanes.among(statementsOf(holder.id), some).filter((number) => data.statements[number].holder === holder.id && (target === null || data.statements[number].target === target.id));
    const title = el("span", {}, cards.name(holder.id, holder.label), " ", cards.pill(stance), ...(target === null ? [] : [" ", cards.name(target.id, target.label)]));
    const when = since === until ? day(since) : `${day(since)} to ${day(until)}`;
    return [...heading(title, [`${count(numbers.length, "statement")}, ${when}`]), list(numbers, ["who", "stance", ...(target === null ? [] : ["what"])])];
  };

  /** Who stands on which side of a proposal, at a glance: each name leads to what it says of it. */
  const sides = (numbers) => {
    const names = (some) => [...grouped(some, (s) => s.holder).values()].map(([number]) => data.statements[number]);
    const named = (s, n) => [n ? ", " : "", el("button", { type: "button", class: "name", onclick: () => state.set({ node: s.holder, edge: null, on: s.target }) }, bdi(s.who))];
    const row = (stance, some) => {
      const all = names(some);
      return el("p", { class: "side", "data-relation": stance }, cards.pill(stance), " ", el("span", {}, ...all.slice(0, NAMED).flatMap(named), all.length > NAMED ? ` and ${count(all.length - NAMED, "other")}` : ""));
    };
    const groups = grouped(numbers, (s) => s.stance);
    return numbers.length < 2 ? [] : ORDER.filter((stance) => groups.has(stance)).map((stance) => row(stance, groups.get(stance)));
  };

  const byStance = (numbers, without = ["what"]) => {
    const groups = grouped(numbers, (s) => s.stance);
    return ORDER.filter((stance) => groups.has(stance)).flatMap((stance) => [
      el("h3", { "data-relation": stance }, cards.pill(stance), el("span", { class: "n" }, count(groups.get(stance).length, "statement"))), list(groups.get(stance), [...without, "stance"]),
    ]);
  };

  const byProposal = (numbers) =>
    [...grouped(numbers, (s) => s.target)].flatMap(([target, group]) => [
      el("h3", {}, cards.name(target, data.statements[group[0]].what), shifted(group) ? el("span", { class: "flag" }, "changed position") : null), list(group, ["who", "what"]),
    ]);

  const ofEdge = (e) => {
    const [one, other] = [data.node.get(e.from), data.node.get(e.to)];
    const numbers = [...e.left].sort(byDay);
    if (e.merged) return ofSeveral(e, one, other, numbers);
    const pair = ["congruence", "conflict"].includes(e.relation);
    const title = el("span", {}, bdi(one.label), " ", cards.pill(e.relation), " ", bdi(other.label));
    const parts = heading(title, [e.title ? bdi(e.title) : count(numbers.length, "statement")]);
    if (pair) parts.push(...sideBySide(numbers, one, other));
    else parts.push(list(numbers, ["who", "what", "stance"]));
    parts.push(...e.claims.filter(() => !numbers.length).map(cards.claim));
    return parts;
  };

  /** What lies between two communities, or one and a node: by stance, with how many of each. */
  const ofSeveral = (e, one, other, numbers) => {
    const title = el("span", {}, cards.name(one.id, one.label), " and ", cards.name(other.id, other.label));
    const rest = [...e.counts].filter(([relation]) => !numbers.some((number) => data.statements[number].stance === relation));
    return [
      ...heading(title, [`${count(numbers.length, "statement")} between the two`]),
      ...rest.map(([relation, n]) => el("p", {}, cards.pill(relation), ` ${n}`)), ...byStance(numbers, []),
    ];
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

  const chosen = ({ node, on, edge, some }) => {
    if (some) return ofSome(data.node.get(node), on === null ? null : data.node.get(on), some);
    if (data.group.has(node)) return ofGroup(data.group.get(node));
    if (node !== null) return on !== null ? ofPair(data.node.get(node), data.node.get(on)) : ofNode(data.node.get(node));
    return edge !== null ? ofEdge(visible.line(edge)) : page.overview.parts();
  };

  const update = () => {
    const now = state.get();
    const beside = page.beside.valid(now.beside);
    document.querySelector("main").classList.toggle("beside", Boolean(beside));
    panel.replaceChildren(...(beside ? page.beside.parts(beside, visible.get().kept ? comparable(beside) : beside) : chosen(now)));
    panel.scrollTop = 0;
  };

  const stacked = matchMedia("(max-width: 900px)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const LOWEST = 0.6; // of the window's height

  /** Where the words stand below the view, as on a phone: let their beginning be seen, and of the view what there is room for, first of all what was chosen. */
  const bring = () => {
    const { top } = panel.getBoundingClientRect();
    const away = top - LOWEST * innerHeight;
    if (!stacked.matches || (top >= 0 && away <= 0)) return;
    if (state.get().view === "network") page.canvas.lower(away - page.canvas.host.getBoundingClientRect().top);
    scrollBy({ top: away, behavior: still.matches ? "instant" : "smooth" });
  };

  return { update, panel, statementsOf, stacked, bring };
})();
