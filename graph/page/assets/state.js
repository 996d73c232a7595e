// What the reader has chosen: one object, kept in the address, so that a link opens the same view.
page.state = (() => {
  const { data } = page;
  const START = {
    node: null, on: null, edge: null, statement: "", beside: "", some: "", ego: null, depth: 1, level: 0, view: "network", article: "", publisher: "", topic: "", since: "",
    until: "", confidence: 0, minimum: 1, sort: "", order: "", hiddenKinds: [], hiddenRelations: [], grouped: data.all.whole && data.grouped ? "yes" : "no", open: [], expanded: [], hidden: [], moved: {},
  };
  const TEXTS = ["node", "on", "edge", "statement", "beside", "some", "ego", "view", "article", "publisher", "topic", "since", "until", "sort", "order", "grouped"];
  const VIEWS = ["network", "matrix", "timeline", "table"];
  const OF_A_SELECTION = { on: null, statement: "", beside: "", some: "" };
  const NUMBERS = { depth: [1, 6], level: [0, Math.max(data.levels.length, page.groups.levels.length) - 1], confidence: [0, 1], minimum: [1, 99] };
  const LISTS = { hiddenKinds: "without", hiddenRelations: "no" };
  // lists of what may have any name, so that each has a place of its own in the address
  const IDS = { open: ["open", data.group], expanded: ["expand", new Map(data.nodes.map((n) => [n.id, n]))], hidden: ["hide", data.node] };
  const listeners = [];
  let now = { ...START };
  let started = false;

  /** The id as the network knows it: an address holds only text. */
  const known = (map, text) => (map.has(text) ? text : [...map.keys()].find((id) => String(id) === text) ?? null);

  const write = (of = now) => {
    const address = new URLSearchParams();
    for (const name of [...TEXTS, ...Object.keys(NUMBERS)]) if (of[name] !== START[name] && of[name] !== null) address.set(name, of[name]);
    for (const [name, short] of Object.entries(LISTS)) if (of[name].length) address.set(short, of[name].join(","));
    for (const [name, [short]] of Object.entries(IDS)) for (const id of of[name]) address.append(short, id);
    return address.toString();
  };

  /** The address of a selection, with all that is filtered now. */
  const link = (selection) => `${location.href.split("#")[0]}#${write({ ...now, edge: null, ...OF_A_SELECTION, ...selection })}`;

  const read = (hash) => {
    const address = new URLSearchParams(hash.replace(/^#/, ""));
    const found = { ...START };
    for (const name of TEXTS) if (address.has(name)) found[name] = address.get(name);
    for (const [name, [low, high]] of Object.entries(NUMBERS)) {
      const value = Number(address.get(name) ?? START[name]);
      found[name] = Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : START[name];
    }
    for (const [name, short] of Object.entries(LISTS)) found[name] = (address.get(short) || "").split(",").filter(Boolean);
    for (const [name, [short, map]] of Object.entries(IDS)) found[name] = [...new Set(address.getAll(short).map((text) => known(map, text)))].filter((id) => id !== null);
    found.node = known(data.node, found.node);
    found.ego = known(data.node, found.ego);
    if (data.group.has(found.ego)) found.ego = null;
    found.edge = known(data.edge, found.edge) ?? (page.groups.ends(found.edge) ? found.edge : null);
    found.on = known(data.node, found.on);
    if (!["yes", "no"].includes(found.grouped)) found.grouped = START.grouped;
    if (found.node === null || !/^\w+ \d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/.test(found.some)) found.some = "";
    if (!VIEWS.includes(found.view)) found.view = "network";
    return found;
  };

  // Where the reader has put nodes by hand is too much for an address: it is kept in the history alone, so that undo knows it.
  const kept = (at) => ({ step: at, moved: now.moved });

  // how many steps lead back from here, and how far forward they go: kept in the history, so that reloading keeps them
  let step = history.state?.step ?? 0;
  let last = step;
  const push = (hash) => {
    step += 1;
    last = step;
    history.pushState(kept(step), "", hash);
  };
  /** The step of an address that was opened or typed: the first, or one more. */
  const marked = () => {
    const here = started ? step + 1 : 0;
    last = Math.max(last, here);
    try {
      history.replaceState(kept(here), "");
    } catch {
      return 0; // a frame without an address of its own
    }
    return here;
  };
  const steps = () => ({ back: step > 0, forward: step < last });
  const undo = () => { if (steps().back) history.back(); };
  const redo = () => { if (steps().forward) history.forward(); };

  const tell = (before) => listeners.forEach((listener) => listener(now, before));

  /** Change some of the state; `quiet` changes (a slider on its way) make no step for the back button. */
  const set = (changes, { quiet = false } = {}) => {
    const before = now;
    now = { ...now, ...("node" in changes || "edge" in changes ? OF_A_SELECTION : {}), ...changes };
    const hash = `#${write()}`;
    if (hash !== (location.hash || "#") || now.moved !== before.moved) {
      try {
        if (quiet) history.replaceState(kept(step), "", hash);
        else push(hash);
      } catch {
        location.hash = hash; // a frame without an address of its own
      }
    }
    tell(before);
  };

  const restore = () => {
    const before = started ? now : null;
    step = history.state?.step ?? marked();
    started = true;
    now = { ...read(location.hash), moved: history.state?.moved ?? now.moved };
    tell(before);
  };
  addEventListener("popstate", restore);
  addEventListener("hashchange", () => { if (`#${write()}` !== (location.hash || "#")) restore(); });

  return { get: () => now, set, link, restore, undo, redo, steps, START, VIEWS, onChange: (listener) => listeners.push(listener) };
})();
