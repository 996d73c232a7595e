"""Which party somebody is of: "Socialist senator X" beside the Socialists, "X's party" where X leads the Liberals."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.actors.bodies_of_roles import with_body
from graph.actors.held import Held
from graph.actors.party_letters import party_called
from graph.actors.scene import Scene
from graph.actors.tables import words
from graph.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

Who = Callable[["Token"], Mention | None]


def with_party(held: Held, scene: Scene) -> Iterator[Held]:
    """A role as it is, and where its first word is a party's adjective, being one of that party."""
    yield held
    first = held.text.split(" ", 1)[0]
    party = _called(first, scene) if first[:1].isupper() and held.noun and first.lower() != held.noun else None
    if party and party not in held.bodies:
        yield replace(held, noun="", text="", bodies=(party,), owner=None)


def party_of(head: "Token", scene: Scene, who: Who) -> Mention | None:
    """The party that "the Liberal group" means, or "X's party" and "her group": the one that X is of."""
    if head.lower_ not in ("party", "group"):
        return None
    for child in head.children:
        named = party_called(child.text, scene.authority, scene.minter) if child.dep_ in ("amod", "compound") else None
        if named:
            scene.mind().note(head, scene.meet(named))
            return Mention(scene.span(head), named.id, 0.7, f"the {head.lower_} of the {named.label}")
        owner = who(child) if child.dep_ == "poss" else None
        if owner and scene.actor(owner.actor).kind == "Person":
            roles = (role for h in scene.held if h.person == owner.actor for role in with_party(h, scene))
            party = next(_parties(roles, scene, who), None)
            if party:
                scene.mind().note(head, party)
                return Mention(scene.span(head), party, 0.7, f"party of {scene.actor(owner.actor).label}")
    return None


def _parties(roles: Iterable[Held], scene: Scene, who: Who) -> Iterator[str]:
    for role in roles:
        yield from (body for body in with_body(role, scene, who).bodies if is_party(scene.actor(body).label))


def is_party(label: str) -> bool:
    """Whether an organisation is a party by its name."""
    named = label.split()
    plural = named[-1].lower() in {word.lower() for word in words("parties")}
    return "Party" in named or "party" in named or plural or named[0] in words("party_names")


def _called(adjective: str, scene: Scene) -> str | None:
    """The one party of the article whose name begins with an adjective: "Green" for the Greens, "Labour" for Labour."""
    fitting = [
        body
        for body in scene.named_of_kind("Organization")
        if scene.actor(body).label.split()[0] in (adjective, f"{adjective}s") and is_party(scene.actor(body).label)
    ]
    return fitting[0] if len(fitting) == 1 else None
