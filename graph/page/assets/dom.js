// Making elements: text goes in as text, never as markup.
page.dom = (() => {
  /** The element with this id. */
  const byId = (id) => document.getElementById(id);

  /** A new element; `properties` are set as properties or attributes, `children` are nodes or text. */
  const el = (tag, properties = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "class") element.className = value;
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  };

  /** Text of an article: kept apart from the direction of what stands around it. */
  const bdi = (text, properties = {}) => el("bdi", { dir: "auto", ...properties }, text);

  /** A new element of a drawing. */
  const svg = (tag, attributes, ...children) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  const OUTLINES = {
    dot: "M9 2a7 7 0 1 0 .01 0z",
    square: "M3 3h12v12H3z",
    diamond: "M9 1l8 8-8 8-8-8z",
    hexagon: "M5 2h8l4 7-4 7H5L1 9z",
    triangle: "M9 2l8 14H1z",
    triangleDown: "M9 16L1 2h16z",
    star: "M9 1l2.4 5.2 5.6.6-4.2 3.8 1.2 5.6L9 13.4l-5 2.8 1.2-5.6L1 6.8l5.6-.6z",
  };

  /** The shape of a kind of node, as in the network. */
  const shape = (kind) =>
    svg("svg", { viewBox: "0 0 18 18", class: "shape", "aria-hidden": "true" },
      svg("path", { d: OUTLINES[page.data.kind(kind).shape] || OUTLINES.dot, "data-kind": kind, fill: page.theme.kind(kind), stroke: page.theme.ink() }));

  /** The line of a relation, as in the network: colour, dashes and sign. */
  const line = (relation) => {
    const style = page.data.relation(relation);
    const colour = page.theme.relation(relation);
    const sign = svg("text", { x: 46, y: 14, "text-anchor": "middle", class: "sign", fill: colour });
    sign.textContent = style.sign;
    return svg("svg", { viewBox: "0 0 58 18", class: "line", "aria-hidden": "true" },
      svg("path", { d: "M1 9h32", stroke: colour, "stroke-width": 3, "stroke-dasharray": style.dash.map((n) => n / 1.4).join(" "), fill: "none" }), sign);
  };

  /** Put text on the clipboard, and say so to everybody. */
  const copy = async (text, what) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = el("textarea", { class: "hidden", readonly: true }, text);
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    say(`${what} copied`);
  };

  let quiet;
  /** A short message, shown for a moment and read out. */
  const say = (message) => {
    const place = byId("said");
    place.textContent = message;
    place.className = "toast";
    clearTimeout(quiet);
    quiet = setTimeout(() => { place.className = "hidden"; }, 2500);
  };

  /** Let the reader keep a file that the page has made. */
  const save = (blob, name) => {
    const link = el("a", { download: name, href: URL.createObjectURL(blob) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const number = new Intl.NumberFormat("en");
  /** "1 statement", "9,812 statements". */
  const count = (n, one, many = `${one}s`) => `${number.format(n)} ${n === 1 ? one : many}`;

  /** "18 April 2025" of "2025-04-18". */
  const day = (iso) => {
    if (!iso) return "undated";
    const [year, month, date] = iso.split("-").map(Number);
    return new Date(Date.UTC(year, month - 1, date)).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  };

  return { byId, el, bdi, svg, shape, line, copy, say, save, count, day, number };
})();
