"""The learnt model that comes with the program: an ONNX file with weights of eight bits, run on one core.

`data/models/README.md` says what it was learnt on, how well it does, and how to learn it again.
"""

import hashlib
from functools import cache
from typing import Any

from graph.resources import resource


@cache
def tokenizer(name: str = "tokenizer") -> Any:  # noqa: ANN401 - the library has no types
    """What cuts text into word pieces, as an encoder was taught to."""
    from tokenizers import Tokenizer

    found = Tokenizer.from_file(str(resource("data", "models", f"{name}.json")))
    found.encode_special_tokens = True  # an article that writes an end mark ends nothing
    return found


@cache
def ends() -> tuple[int, int]:
    """The pieces that open and close what a model reads."""
    return tokenizer().token_to_id("[CLS]"), tokenizer().token_to_id("[SEP]")


def session(name: str) -> Any:  # noqa: ANN401 - the library has no types
    """A model made ready to run, which takes a tenth of a second."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # --workers is how to use more
    # without it, processors that have no VNNI let sums of eight bits overflow, and find other things than those that do
    options.add_session_config_entry("session.x64quantprecision", "1")
    path = resource("data", "models", f"{name}.onnx")
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


@cache
def digest(name: str) -> str:
    """The model's name with a digest of its weights."""
    return f"{name} {hashlib.sha256(resource('data', 'models', f'{name}.onnx').read_bytes()).hexdigest()[:8]}"
