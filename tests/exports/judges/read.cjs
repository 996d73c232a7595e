// How another library reads a file: node read.cjs FORMAT FILE, from a folder with the packages; JSON on standard output.
const fs = require("node:fs");
const { createRequire } = require("node:module");
const need = createRequire(`${process.cwd()}/`);
const [format, file] = process.argv.slice(2);
const text = fs.readFileSync(file, "utf8");

const graphology = (parser) => {
  const graph = parser.parse(need("graphology").MultiGraph, text);
  return {
    nodes: graph.mapNodes((id, data) => [id, data]),
    edges: graph.mapEdges((_, data, source, target) => [source, target, data]),
  };
};

const refuse = (address) => Promise.reject(new Error(`${address} is asked for`));

const READERS = {
  gexf: () => graphology(need("graphology-gexf")),
  graphml: () => graphology(need("graphology-graphml")),
  jsonld: () => need("jsonld").toRDF(JSON.parse(text), { format: "application/n-quads", documentLoader: refuse }),
  // a file with N-Triples and frames: the trees that each makes of them, and the quads in those
  frames: async () => {
    const { triples, frames } = JSON.parse(text);
    const document = await need("jsonld").fromRDF(triples, { format: "application/n-quads", useNativeTypes: false });
    const options = { embed: "@always", explicit: true, omitDefault: true, omitGraph: false, documentLoader: refuse };
    return Promise.all(frames.map(async (frame) => {
      const framed = await need("jsonld").frame(document, frame, options);
      const quads = await need("jsonld").toRDF(framed, { format: "application/n-quads", documentLoader: refuse });
      return { trees: framed["@graph"], quads };
    }));
  },
  cytoscape: () => {
    const { elements, style } = JSON.parse(text);
    const network = need("cytoscape")({ headless: true, styleEnabled: true, elements, style });
    const looks = (thing, names) => Object.fromEntries(names.map((name) => [name, thing.style(name)]));
    return {
      nodes: network.nodes().map((n) => [n.id(), { ...n.data(), ...looks(n, ["background-color", "shape", "label"]) }]),
      edges: network.edges().map((e) => [e.source().id(), e.target().id(), { ...e.data(), ...looks(e, ["line-color", "line-style"]) }]),
    };
  },
  // where Cytoscape.js puts what it reads, and how it looks there
  drawn: () => {
    const { elements, style } = JSON.parse(text);
    const network = need("cytoscape")({ headless: true, styleEnabled: true, elements, style });
    network.layout({ name: "circle", boundingBox: { x1: 0, y1: 0, w: 500, h: 500 }, avoidOverlap: false, padding: 20 }).run();
    const hex = (colour) => `#${colour.match(/\d+/g).slice(0, 3).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
    return {
      nodes: network.nodes().map((n) => ({ id: n.id(), label: n.style("label"), ...n.position(), size: n.width(), colour: hex(n.style("background-color")) })),
      edges: network.edges().map((e) => ({ source: e.source().id(), target: e.target().id(), colour: hex(e.style("line-color")) })),
    };
  },
};

Promise.resolve(READERS[format]()).then((found) => process.stdout.write(JSON.stringify(found), () => process.exit(0)));
