"""The keys that do something of ours: Enter, Alt-Enter, and the brace that closes a group."""

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from graph.shell.commands import as_command
from graph.shell.statements import depth, is_whole
from graph.sparql.tokens import tokens


def bindings() -> KeyBindings:
    """Enter runs what is whole and else begins a new line; Alt-Enter always begins one; a brace steps out."""
    keys = KeyBindings()
    keys.add("enter")(_enter)
    keys.add("escape", "enter")(_new_line)
    keys.add("}")(_close)
    return keys


def may_run(text: str, line: str) -> bool:
    """Whether Enter, on this line of the text, runs it: a command, a whole query, or an empty line after something."""
    return as_command(text) is not None or is_whole(text) or not (text.strip() and line.strip())


def _enter(event: KeyPressEvent) -> None:
    buffer = event.current_buffer
    if buffer.complete_state and buffer.complete_state.current_completion:
        buffer.complete_state = None  # what is marked in the menu stands in the text by now
    elif may_run(buffer.text, buffer.document.current_line):
        buffer.validate_and_handle()
    else:
        _insert_line(buffer)


def _new_line(event: KeyPressEvent) -> None:
    _insert_line(event.current_buffer)


def _close(event: KeyPressEvent) -> None:
    """A brace that is the first of its line stands as far out as what it closes."""
    buffer = event.current_buffer
    before = buffer.document.current_line_before_cursor
    if before and not before.strip():
        buffer.delete_before_cursor(min(2, len(before)))
    buffer.insert_text("}")


def _insert_line(buffer: Buffer) -> None:
    """A new line, two spaces in for each bracket that is open."""
    buffer.insert_text("\n" + "  " * max(0, depth(tokens(buffer.document.text_before_cursor))))
