"""Organisations that a text shows by their own words or by the noun before them, whether spaCy has seen them or not.

"Nova Observatory on Housing" has "Observatory"; "the builders' confederation CNCI" is called a confederation; "the
Greens" and "Social Democrats" are parties.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.actors.phrases import possessive, proper_name
from graph.actors.plausible import given_name, many, no_name
from graph.actors.roles import is_role, noun_of
from graph.actors.tables import pairs, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OF = frozenset({"of", "for", "on"})
_PLACES = frozenset({"city", "county", "town", "borough", "municipality", "parliament", "court", "government"})
_OF_ITS_OWN = frozenset({"chair", "chairman", "chairwoman", "chief", "councillor", "deputy", "director", "founder",
                        "lawmaker", "leader", "member", "mp", "negotiator", "president", "senator", "spokesman",
                        "spokeswoman"})  # fmt: skip
_POLITICAL = frozenset({"bloc", "caucus", "faction", "group", "movement", "party"})
_LONGEST = 9
_NEAR = 4  # words
_SHORT = 3  # letters
DESCRIBED = 0.85

Run = list["Token"]


def named_bodies(doc: "Doc") -> Iterator[tuple[Run, float]]:
    """The words of each name of an organisation, and how sure it is one."""
    for token in doc:
        if token.text in words("organizations") and (run := _by_its_word(token)):
            yield run, 0.9
        if token.text in words("naming_nouns") and (run := _before_noun(token)):
            yield run, DESCRIBED
        if token.is_lower and noun_of(token) in _OF_ITS_OWN and (run := _before_officer(token)):
            yield run, DESCRIBED
        if token.text in words("parties") and (run := _party(token)):
            yield run, 0.8
        if token.text in words("lands") and (run := _of_land(token)):
            yield run, 0.9
        if token.text in words("party_names") and (run := _party_by_name(token)):
            yield run, 0.8
        if token.is_lower and _is_body(token) and (run := _after_noun(token)):
            yield run, 0.8
        if token.dep_ == "appos" and (token.is_lower or token.head.is_lower) and (run := _apposed(token)):
            yield run, DESCRIBED
        if token.lower_ == "at" and token.i and is_role(token.nbor(-1)) and (run := _after_noun(token)):
            yield run, 0.7
        if token.lower_ == "of" and token.i and is_role(token.nbor(-1)) and (run := _described_after(token)):
            yield run, DESCRIBED


def _is_body(token: "Token") -> bool:
    noun = token.lower_
    return noun not in _PLACES and (pairs("groups").get(noun) == "body" or noun in pairs("bodies"))


def _by_its_word(word: "Token") -> Run:
    """The name around a word such as "Institute": capitals before it, "of" or "for" with capitals behind it."""
    doc, first, last = word.doc, _left(word), _right(word)
    while first < word.i and not _may_open(doc[first]):
        first += 1
    run = list(doc[first : last + 1])
    longer = last + 1 < word.sent.end and doc[last + 1].text in words("not_actors")  # "the Clean Ferries Act"
    return run if 1 < len(run) <= _LONGEST and not longer else []


def _left(word: "Token") -> int:
    doc, first = word.doc, word.i
    while first > word.sent.start:
        left = doc[first - 1]
        if _capital(left):
            first -= 1
        elif left.i > word.sent.start and (_owns_name(left) or (_joins(left) and _capital(left.nbor(-1)))):
            first -= 2
        else:
            break
    return first


def _joins(sign: "Token") -> bool:
    """Whether "&" or a hyphen stands within a name: not the dash behind a dateline."""
    return sign.text == "&" or (sign.text == "-" and not (sign.whitespace_ and sign.nbor(-1).whitespace_))


def _owns_name(ending: "Token") -> bool:
    """Whether a possessive is inside a name: "Tenants' Assembly", "Women's League"; not "Rome's Senate"."""
    owner = ending.nbor(-1)
    plural = ending.text in ("'", "’") and owner.text.endswith("s")
    return possessive(ending) and _capital(owner) and (plural or many(owner.text))


def _may_open(token: "Token") -> bool:
    """Whether a capitalised word can be the first of a name: no title, no word that only opens a sentence."""
    if token.text in words("not_names") and token.text not in ("North", "South", "East", "West", "European", "Federal"):
        return False
    if token.text in pairs("titles") or (is_role(token) and not token.lower_.endswith("s")):
        return False
    if not token.text[0].isalnum() or possessive(token) or token.ent_type_ in ("DATE", "TIME"):
        return False
    return token.i != token.sent.start or token.pos_ in ("PROPN", "NOUN", "ADJ")


def _right(word: "Token") -> int:
    doc, last, end = word.doc, word.i, word.sent.end
    if last + 2 >= end or doc[last + 1].lower_ not in _OF:
        return last
    at = last + 2
    at += doc[at].lower_ == "the" and at + 1 < end
    if not _capital(doc[at]) or doc[at].ent_type_ in ("DATE", "TIME"):
        return last
    while at + 1 < end and _goes_on(doc, at + 1, end):
        at += 1
    return at


def _goes_on(doc: "Doc", at: int, end: int) -> bool:
    """Whether a name behind "of" has this word too: a capital, or what joins it to one."""
    token = doc[at]
    if _capital(token):
        return token.ent_type_ not in ("DATE", "TIME")
    joins = token.lower_ in ("and", "&", "of", "-", "for") and at + 1 < end and _capital(doc[at + 1])
    apart = token.lower_ == "and" and token.head.i < at - 1 and not _capital(token.head)
    return joins and not apart and doc[at + 1].text not in words("organizations")


def _before_noun(noun: "Token") -> Run:
    """A name that ends in a small noun: "Example laboratory", "the Land ministry"."""
    doc, first = noun.doc, noun.i
    while first > noun.sent.start and _capital(doc[first - 1]) and not is_role(doc[first - 1]):
        first -= 1
    if first == noun.i or doc[first].ent_type_ in ("DATE", "NORP", "PERSON", "TIME"):
        return []
    after = list(doc[noun.i + 1 : min(noun.i + _NEAR, noun.sent.end)])
    own = not after or after[0].dep_ != "compound" or any(is_role(t) for t in after)
    return list(doc[first : noun.i + 1]) if own and _may_open(doc[first]) else []


def _before_officer(officer: "Token") -> Run:
    """The name before an officer's role and name, which spaCy has not seen: "ABC senator X", "Example chairman X"."""
    doc, first, end = officer.doc, officer.i, officer.sent.end
    after = next((t for t in doc[officer.i + 1 : end] if t.text not in pairs("titles")), None)
    while first > officer.sent.start and _capital(doc[first - 1]) and _open_to_parties(doc[first - 1]):
        first -= 1
    run = list(doc[first : officer.i])
    if not run or after is None or after.ent_type_ != "PERSON" or any(is_role(t) or not _may_open(t) for t in run):
        return []
    if run[0].ent_type_ == "PERSON" and given_name(run[0].text):
        return []
    party = run[0].text in _party_words()
    shown = first > officer.sent.start or party or not run[0].text[1:].islower() or _named(run)
    return run if shown and run[0].lower_ not in words("house_modifiers") else []


def _open_to_parties(word: "Token") -> bool:
    """Whether a word may be of a party's name: spaCy sees none in it, or a person, or a people that parties bear."""
    return word.ent_type_ in ("", "PERSON") or (word.ent_type_ in ("NORP", "ORG") and word.text in _party_words())


def _party_words() -> frozenset[str]:
    return words("parties") | words("party_names")


def _named(run: Run) -> bool:
    """Whether a capital that opens a sentence is a name's: two of them, or spaCy takes it for one."""
    return len(run) > 1 or bool(run[0].ent_type_)


def _party(word: "Token") -> Run:
    """A party called by its members, with the words before it that belong to its name."""
    doc, first = word.doc, word.i
    while first > word.sent.start and doc[first - 1].text in words("party_adjectives"):
        first -= 1
    left = doc[first - 1] if first > word.sent.start else None
    bracketed = left is not None and left.text == "(" and left.i > word.sent.start and _capital(left.nbor(-1))
    called = left is not None and left.lower_ in ("the", "opposition", "ruling", "governing")
    if first == word.i and not (called or bracketed):
        return []
    if first == word.i and word.text in ("Republicans", "Democrats", "Independents"):
        return []
    return list(doc[first : word.i + 1])


def _party_by_name(word: "Token") -> Run:
    """A party of one or two words behind a person: "X of Venstre", "Y (Plaid Example)"."""
    doc, before = word.doc, word.nbor(-1) if word.i > word.sent.start else word
    person = before.lower_ in ("of", "(") and before.i > word.sent.start and before.nbor(-1).ent_type_ == "PERSON"
    end = word.i + 1
    end += end < word.sent.end and _capital(doc[end]) and doc[end].pos_ == "PROPN"
    return list(doc[word.i : end]) if person else []


def _of_land(land: "Token") -> Run:
    """A body of a whole land by its members and the land: "Vintners Ireland", "Universities New Example"."""
    doc, first = land.doc, land.i
    while first > land.sent.start and _capital(doc[first - 1]) and doc[first - 1].dep_ == "compound":
        first -= 1
    members = doc[first]
    plural = members.text.endswith("s") and members.text not in words("not_names") and members.ent_type_ != "GPE"
    return list(doc[first : land.i + 1]) if first < land.i and plural and not given_name(members.text) else []


def _after_noun(noun: "Token") -> Run:
    """The name that stands beside a noun for a body: "the newspaper Dagen", "broadcaster Canal 5"."""
    doc, end = noun.doc, noun.sent.end
    run: Run = []
    for token in doc[noun.i + 1 : min(end, noun.i + 7)]:
        joins = bool(run) and token.text in ("-", "&") and token.i + 1 < end and doc[token.i + 1].text[0].isupper()
        number = bool(run) and token.is_digit
        if not (_capital(token) or joins or number):
            break
        run.append(token)
    person = bool(run) and run[0].ent_type_ == "PERSON" and noun.lower_ in pairs("roles")
    place = len(run) == 1 and run[0].ent_type_ == "GPE" and run[0].text not in words("places") and noun.head == run[0]
    return run if run and not person and (_can_be_called(run) or place) else []


def _described_after(preposition: "Token") -> Run:
    """The name, perhaps with "and" in it, that a noun for a body follows: "head of Seeds and Soil, a charity"."""
    doc, end = preposition.doc, preposition.sent.end
    last = preposition.i
    while last + 1 < end and (
        _capital(doc[last + 1]) or (last > preposition.i and doc[last + 1].lower_ in ("and", "&"))
    ):
        last += 1
    comma = last + 3 < end and doc[last + 1].text == "," and doc[last + 2].lower_ in ("a", "an", "the")
    noun = next((t for t in doc[last + 3 : min(end, last + 8)] if t.pos_ == "NOUN"), None) if comma else None
    run = list(doc[preposition.i + 1 : last + 1])
    return run if run and noun is not None and _is_body(noun) and _can_be_called(run) else []


def _apposed(token: "Token") -> Run:
    """The name beside a noun for a body, with a comma between: "the builder, Trident Example"; "X, the party that"."""
    noun, name = (token, token.head) if token.is_lower else (token.head, token)
    if not _is_body(noun) or noun.tag_ != "NN" or not _capital(name) or name.ent_type_ in ("GPE", "PERSON"):
        return []
    if name.ent_type_ == "NORP" and not (name.tag_ == "NNPS" and noun.lower_ in _POLITICAL):
        return []
    run = [t for t in proper_name(name) if t.ent_type_ not in ("DATE", "TIME")]
    alone = name.ent_type_ == "ORG" or (not name.ent_type_ and name.pos_ == "PROPN" and len(name) > _SHORT)
    return run if len(run) > 1 or (alone and _can_be_called(run) and not given_name(name.text)) else []


def _can_be_called(run: Run) -> bool:
    first, name = run[0], "".join(t.text_with_ws for t in run).strip()
    if first.lower_ in pairs("roles") or first.text in pairs("titles") or first.text in pairs("given_names"):
        return False
    name = name.rstrip(" 0123456789") or name
    return first.ent_type_ not in ("DATE", "TIME", "GPE", "NORP") and not no_name(name)


def _capital(token: "Token") -> bool:
    return token.text[0].isupper() and not token.is_space and (token.pos_ != "PRON" or len(token) > 3)
