"""The learnt model that comes with the program: an ONNX file with weights of eight bits, run on one core.

`data/models/README.md` says what it was learnt on, how well it does, and how to learn it again.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any, Literal

from graph.resources import resource

Vocabulary = Literal["minilm", "deberta"]
# what the end marks are called; an article that writes "[SEP]" writes no piece of a name with a blank
_ENDS = {"minilm": ("[CLS]", "[SEP]"), "deberta": ("[CLS] ", "[SEP] ")}


@cache
def tokenizer(name: Vocabulary) -> Any:  # noqa: ANN401 - the library has no types
    """What cuts text into the word pieces of an encoder."""
    from tokenizers import Tokenizer

    found = Tokenizer.from_file(str(resource("data", "models", f"{name}.json")))
    found.encode_special_tokens = True  # an article that writes an end mark ends nothing
    return found


@cache
def ends(name: Vocabulary) -> tuple[int, int]:
    """The pieces that open and close what an encoder reads."""
    first, last = _ENDS[name]
    return tokenizer(name).token_to_id(first), tokenizer(name).token_to_id(last)


@cache
def session(name: str) -> Any:  # noqa: ANN401 - the library has no types
    """A model made ready to run, which takes half a second for the large ones."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # --workers is how to use more
    if not _adds_exactly():
        options.add_session_config_entry("session.x64quantprecision", "1")
    path = resource("data", "models", f"{name}.onnx")
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


@cache
def _adds_exactly() -> bool:
    """Whether the processor is known to add products of eight bits without overflow, by instructions called VNNI.

    Others come to the same sums by a way that takes twice as long; without it they would find other things.
    """
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return not {"avx512_vnni", "avx_vnni"}.isdisjoint(told.split())


@cache
def digest(name: str) -> str:
    """The model's name with a digest of its weights."""
    return f"{name} {hashlib.sha256(resource('data', 'models', f'{name}.onnx').read_bytes()).hexdigest()[:8]}"
