"""The "-ing" form of a verb, from its base form."""

import re

_DOUBLED = re.compile(r"(?:^|[^aeiou])[aeiou][bdfgklmnprtvz]$")
_STRESSED = re.compile(
    r"(?:ad|com|per|sub|o|e|trans|re)mit|(?:re|de|pre|con|trans|in)fer|(?:com|re|ex|pro|im|dis)pel|re?bel|for(?:bid|get)|"
    r"begin|control|patrol|(?:re|off|up)set|(?:in|oc|con)cur|regret|equip|overrun|rerun|unplug|debar|"
    r".*(?:cut|put|let|hit|ban|cap|tap|trim|plan|step|stop|shut)"
)
_SOUNDED = ("ee", "oe", "ye")


def gerund(verb: str) -> str:
    """The form in "-ing" (Quirk et al., A Comprehensive Grammar of the English Language, 1985, 3.5-3.8).

    >>> [gerund(v) for v in ("abolish", "build", "cut", "ban", "raise", "free", "lie", "open", "admit", "limit")]
    ['abolishing', 'building', 'cutting', 'banning', 'raising', 'freeing', 'lying', 'opening', 'admitting', 'limiting']
    """
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(_SOUNDED) and len(verb) > 2:
        return verb[:-1] + "ing"
    if verb.endswith("ic"):
        return verb + "king"
    syllables = len(re.findall(r"[aeiouy]+", verb))
    if _DOUBLED.search(verb) and (syllables == 1 or _STRESSED.fullmatch(verb)):
        return verb + verb[-1] + "ing"
    return verb + "ing"
