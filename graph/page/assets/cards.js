// One statement as a card: the words in their paragraph, whose they are, where they stand, and how sure we are.
page.cards = (() => {
  const { data } = page;
  const { el, bdi, line, copy, day } = page.dom;

  const marked = ([text, marks]) => {
    if (!marks.length) return text;
    return el(marks.includes("quotation") ? "mark" : "span", { class: marks.join(" ") }, text);
  };

  /** A quotation with what stands before and after, or the plain word that it was not found. */
  const passage = (found) =>
    el("blockquote", { dir: "auto" }, found.before ? "… " : "", ...found.segments.map(marked), found.after ? " …" : "",
      found.found ? "" : el("em", { class: "lost" }, "Not found at its place in the article's text."));

  /** The words of a statement alone; "…" stands only where something is left out. */
  const quoted = (statement) => statement.passages.flatMap(stretches).join(" … ");
  const stretches = ({ found, segments }) => {
    const parts = [];
    let on = false;
    for (const [text, marks] of segments) {
      const meant = marks.includes("quotation");
      if (on && found && (meant || !text.trim())) parts.push(parts.pop() + text);
      else {
        on = meant;
        if (on) parts.push(text);
      }
    }
    return parts.map((part) => part.trim());
  };

  const source = (article) => {
    const a = data.articles[article];
    if (!a) return el("p", { class: "where" }, "Article not in the store");
    return el("p", { class: "where" }, bdi(a.title, { class: "headline" }), " ", el("span", {}, [a.publisher, day(a.day)].filter(Boolean).join(", ")));
  };

  const KINDS = { direct: "Direct speech", indirect: "Indirect speech", mixed: "Partly in direct speech", authorial: "The article's own voice" };

  /** How it is said, and who passes it on; source and cue only where the passage does not show them. */
  const saying = (number, passages) => {
    const claim = data.claims[number];
    if (!claim) return null;
    const shown = new Set(passages.flatMap((p) => p.segments).flatMap(([, marks]) => marks));
    const parts = [
      claim.source && !shown.has("source") ? bdi(`“${claim.source}”`) : null,
      claim.cue && !shown.has("cue") ? el("i", {}, bdi(claim.cue)) : null, KINDS[claim.quotation] || claim.quotation,
    ].filter(Boolean);
    return el("p", { class: "saying" }, ...parts.flatMap((part) => [part, " "]), ...chain(claim));
  };

  /** The same of several claims, each thing once. */
  const sayings = (numbers, passages) => {
    const told = new Map(numbers.map((number) => saying(number, passages)).filter(Boolean).map((part) => [part.textContent, part]));
    return [...told.values()];
  };

  const chain = (claim) => {
    const found = [];
    const seen = new Set();
    for (let by = claim.by; by !== null && by !== undefined && data.claims[by] && !seen.has(by); by = data.claims[by].by) {
      seen.add(by);
      const above = data.claims[by];
      found.push("— passed on by ", bdi(above.speakers.join(" and ") || above.source || "a speaker without a name"), above.cue ? " " : "", above.cue ? el("i", {}, bdi(above.cue)) : "", " ");
    }
    return found;
  };

  const sureness = (statement) =>
    el("p", { class: "sure" }, el("meter", { min: 0, max: 1, value: statement.confidence, "aria-label": "Confidence" }),
      ` confidence ${statement.confidence.toFixed(2)}${statement.reason ? ": " : ""}`, statement.reason ? bdi(statement.reason) : "");

  const citation = (s) => {
    const a = data.articles[s.article] || {};
    const where = [a.title, a.publisher, a.day].filter(Boolean).join(", ");
    return `“${quoted(s).replace(/^[“"]|[”"]$/g, "")}” (${s.who}, ${data.relation(s.stance).label} “${s.what}”; in: ${where || "article not in the store"})`;
  };

  const name = (id, label) =>
    data.node.has(id) ? el("button", { type: "button", class: "name", onclick: () => page.state.set({ node: id, edge: null }) }, bdi(label)) : el("b", {}, bdi(label));

  const pill = (relation) => el("span", { class: "pill", "data-relation": relation }, line(relation), data.relation(relation).label);

  /** The card of a statement; `without` names what the heading above it already says. */
  const statement = (number, without = []) => {
    const s = data.statements[number];
    const head = [without.includes("who") ? null : name(s.holder, s.who), without.includes("stance") ? null : pill(s.stance), without.includes("what") ? null : name(s.target, s.what)].filter(Boolean);
    return el("article", { class: "card", "data-relation": s.stance, "data-statement": number },
      head.length ? el("p", { class: "head" }, ...head.flatMap((part) => [part, " "])) : null,
      ...s.passages.map(passage), ...sayings(s.claims, s.passages), source(s.article), sureness(s),
      el("p", { class: "acts" }, el("button", { type: "button", onclick: () => copy(citation(s), "Citation") }, "Copy as citation"),
        el("button", { type: "button", onclick: () => copy(page.state.link({ node: s.holder, on: s.target, statement: String(number) }), "Link to this statement") }, "Copy its link")));
  };

  /** The card of a claim: what somebody is reported to say, whatever it is about. */
  const claim = (number) => {
    const c = data.claims[number];
    return el("article", { class: "card" }, el("p", { class: "head" }, ...c.speakers.flatMap((label) => [el("b", {}, bdi(label)), " "])),
      ...c.passages.map(passage), saying(number, c.passages), source(c.article), sureness(c));
  };

  return { statement, claim, pill, name, quoted, citation };
})();
