"""Only the distances that a text has: what DeBERTa reckons for words farther apart than any two of it is left out.

The encoder, as it is written, multiplies every word with all 512 distances that it knows, and picks from the products
those that there are. A text of a hundred word pieces has fewer than two hundred. The results are the same to the bit,
and the model takes a fifth less time.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

_FIRST, _SECOND, _ONE = "first_axis", "second_axis", "one"


def narrow(path: Path) -> None:
    """Change an ONNX file of a DeBERTa for one text at a time.

    :raises ValueError: its attention is written in another way than PyTorch writes it
    """
    model = onnx.load(str(path))
    graph = model.graph
    for name, value in ((_FIRST, 0), (_SECOND, 1), (_ONE, 1)):
        graph.initializer.append(numpy_helper.from_array(np.array([value], np.int64), name))
    maker = {output: node for node in graph.node for output in node.output}
    met: dict[str, str] = {}
    for number, picked in enumerate([n for n in graph.node if n.op_type == "GatherElements"]):
        products, spread = (maker[name] for name in picked.input)
        repeated = maker[maker[products.input[1]].input[0]]
        widened = maker[repeated.input[0]]
        if [spread.op_type, repeated.op_type, widened.op_type] != ["Expand", "Tile", "Expand"]:
            raise ValueError(f"{path.name} has {picked.name} behind {repeated.name}: write it with torch.onnx.export.")
        distances = spread.input[0]
        if distances not in met:
            met[distances] = f"distances_{len(met)}"
            graph.node.extend(_bounds(distances, met[distances], spread.input[1]))
        kept, known = f"near_{number}", met[distances]
        bounds = [f"{known}_low", f"{known}_high", _SECOND]
        graph.node.append(helper.make_node("Slice", [widened.input[0], *bounds], [kept]))
        picked.input[1] = f"{known}_all"
        for node in graph.node:
            node.input[:] = [kept if name == repeated.output[0] else name for name in node.input]
    _tidy(graph)
    onnx.save(model, str(path))


def _bounds(distances: str, name: str, shape: str) -> Iterator[onnx.NodeProto]:
    """The least and past-greatest of some distances, and all of them counted from the least, once for each head."""
    for reduce, end in (("ReduceMin", "least"), ("ReduceMax", "most")):
        yield helper.make_node(reduce, [distances], [f"{name}_{end}"], keepdims=0)
    yield helper.make_node("Unsqueeze", [f"{name}_least", _FIRST], [f"{name}_low"])
    yield helper.make_node("Add", [f"{name}_most", _ONE], [f"{name}_high"])
    yield helper.make_node("Sub", [distances, f"{name}_low"], [f"{name}_from"])
    yield helper.make_node("Expand", [f"{name}_from", shape], [f"{name}_all"])


def _tidy(graph: onnx.GraphProto) -> None:
    """Each node behind those that it needs, and nothing that nothing needs."""
    maker = {output: node for node in graph.node for output in node.output}
    ordered: dict[int, onnx.NodeProto] = {}
    waiting = [(output.name, False) for output in graph.output]
    while waiting:
        name, ready = waiting.pop()
        node = maker.get(name)
        if node is None or id(node) in ordered:
            continue
        if ready:
            ordered[id(node)] = node
        else:
            waiting += [(name, True), *((needed, False) for needed in node.input)]
    needed = {name for node in ordered.values() for name in node.input}
    weights = [tensor for tensor in graph.initializer if tensor.name in needed]
    nodes = list(ordered.values())
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(weights)
