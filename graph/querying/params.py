"""The parameters of a query: what was given for them, looked up, as terms."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias, get_args

from graph.errors import InputError
from graph.querying.labels import find
from graph.querying.names import KINDS
from graph.querying.saved import Param, Query
from graph.querying.terms import Term, Type, guessed, plain
from graph.querying.texts import in_utf8
from graph.sparql.forms import variables_of
from graph.store import Store
from graph.terminal.visible import visible

Tell: TypeAlias = Callable[[str], object]


def silently(said: str) -> None:
    """Who asks from Python sees what was taken by the answer."""


def given(pairs: Iterable[str]) -> dict[str, str]:
    """The values of `-p name=value`; "name:type=value" says which type is meant.

    >>> given(["who=Da-Nien Liu", "since:date=2025-01-01"])
    {'who': 'Da-Nien Liu', 'since:date': '2025-01-01'}

    :raises InputError: where there is no "=", no name before it, or the name is given twice.
    """
    values: dict[str, str] = {}
    for pair in pairs:
        before, equals, value = in_utf8(pair, f"-p {pair!r}").partition("=")
        name = before.strip().lstrip("?$")
        if not equals or name.startswith(":") or not name:
            raise InputError(f"-p {pair!r} gives no value to a name: write it as name=value.")
        if name.partition(":")[0] in {other.partition(":")[0] for other in values}:
            raise InputError(f"-p {name} is given more than once: give it one value.")
        values[name] = value.strip()
    return values


def terms(store: Store, query: Query, values: Mapping[str, str], tell: Tell = silently) -> dict[str, Term]:
    """A term for each parameter that was given or has a default; `tell` hears what a name was taken for.

    :raises InputError: where one is missing, or what it names is not found or not of its type.
    """
    known = {param.name: param for param in query.params}
    _check_names(query, values)
    typed = {name.partition(":")[0]: (name.partition(":")[2], value) for name, value in values.items()}
    for param in query.params:
        if param.name not in typed:
            if param.default is None:
                raise InputError(_missing(query, param, values))
            if param.default:
                typed[param.name] = ("", param.default)
    return {name: _term(store, known.get(name), kind, value, tell) for name, (kind, value) in typed.items()}


def _check_names(query: Query, values: Mapping[str, str]) -> None:
    """:raises InputError: for a name that the query does not have, with the one that was meant where that is plain."""
    variables = variables_of(query.text)
    for given_name, value in values.items():
        name = given_name.partition(":")[0]
        if name in variables:
            continue
        import shlex
        from difflib import get_close_matches

        listed = [param.name for param in query.params] or sorted(variables)
        close = get_close_matches(name.lower(), listed, n=1, cutoff=0.6)
        if not (close or query.name):
            return  # `bind` says that there is no such variable
        hint = f": write -p {shlex.quote(f'{close[0]}={value}')}" if close else ""
        has = f"(it has {', '.join(listed) or 'none'})"
        raise InputError(visible(f"{query.name or 'The query'} has no parameter {name}{hint} {has}."))


def _term(store: Store, param: Param | None, kind: str, value: str, tell: Tell) -> Term:
    if kind and kind not in get_args(Type):
        raise InputError(f"There is no type {kind!r} of parameters: use {', '.join(get_args(Type))}.")
    wanted = kind or (param.type if param else "")
    if not value and wanted != "text":
        raise InputError("A parameter has an empty value: write -p name=value, or leave it out.")
    if not wanted:  # nothing says what it is: what it looks like, else what is called so
        return guessed(value) or _named(store, value, KINDS, tell)
    if wanted in KINDS:
        return _named(store, value, (wanted,), tell)
    if wanted == "date":
        value = _day(value, last=param is not None and param.name == "until")
    return plain(wanted, value)  # type: ignore[arg-type]


def _named(store: Store, value: str, kinds: Sequence[str], tell: Tell) -> Term:
    thing = find(store, value, kinds)
    if thing.kind == "actor" and thing.label.casefold() != value.casefold():
        from graph.querying.seats import country_of, taken_for

        if thing.iri == country_of(value):
            tell(visible(taken_for(value, thing.label)))
    return plain("iri", f"<{thing.iri}>")


def _day(value: str, *, last: bool) -> str:
    """The first or the last day of what is a month or a year; else the value."""
    from graph.querying.asking.times import days_of

    days = days_of(value)
    return days[last].isoformat() if days else value


def _missing(query: Query, param: Param, values: Mapping[str, str]) -> str:
    known = [one.name for one in query.params]
    strange = [name for name in values if name.partition(":")[0] not in known]
    if strange and query.name:
        import shlex

        named = f"-p {shlex.quote(f'{param.name}={values[strange[0]]}')}"
        return visible(f"{query.name} needs {param.name} and has no {strange[0]}: write {named}, if that is meant.")
    what = f" ({param.description})" if param.description else ""
    example = "..." if param.type in ("actor", "proposal", "article", "text") else f"<{param.type}>"
    return f'{query.name or "The query"} needs the {param.type} {param.name}{what}: add -p {param.name}="{example}".'
