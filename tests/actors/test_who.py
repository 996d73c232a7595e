"""Whom a noun phrase means: names, pronouns, roles, descriptions, groups."""

import pytest

from graph.language import start_of
from tests.actors.asking import label, who

OPENING = "Norway Fisheries Minister Ida Solberg met Henrik Aas, the mayor of Tromso, on Monday. "


@pytest.mark.parametrize(
    ("text", "word", "nth", "expected"),
    [
        (OPENING + "She said the quota was fair.", "She", 0, "Ida Solberg"),
        (OPENING + '"It is fair," he said.', "he", 0, "Henrik Aas"),
        (OPENING + "The minister said the quota was fair.", "minister", 0, "Ida Solberg"),
        (OPENING + "The mayor disagreed.", "mayor", 1, "Henrik Aas"),
        ("Ida Solberg told reporters she was glad.", "she", 0, "Ida Solberg"),
        ("Fishermen blocked the port. They want cheaper fuel.", "They", 0, "fishermen"),
        ("The Nordic Fisheries Institute objected. It said the count was off.", "It", 0, "Nordic Fisheries Institute"),
        ("The Nordic Fisheries Institute objected. The institute wants a recount.", "institute", 0,
         "Nordic Fisheries Institute"),
        ("Norway has objected. The government wants a recount.", "government", 0, "Norway"),
        ("Oslo's government wants a recount.", "government", 0, "Norway"),
        ("The Minister of Justice, Mr Ola Strand, spoke. The Minister undertook to look at it.", "Minister", 1,
         "Ola Strand"),
        ("The Herring Centre said yes. Nobody left. The Centre will vote for it.", "Centre", 1, "Herring Centre"),
        ("Oslo's government wants a recount. Denmark objected in writing. The government said no.", "government", 1,
         "Norway"),
        ("Ida Solberg, who runs the port, agreed.", "who", 0, "Ida Solberg"),
        ("Senator Ida Solberg, of the opposition Herring Party, who voted for it, said no.", "who", 0, "Ida Solberg"),
        ("The US wants a recount.", "US", 0, "United States"),
        (OPENING + "A senior official at the port said nothing. The official had read it.", "official", 1,
         "senior official at the port"),
        (OPENING + "Solberg has read it. The official said no.", "official", 0, "Ida Solberg"),
        ("A study by the Nordic Fisheries Institute found fewer fish.", "study", 0, "Nordic Fisheries Institute"),
        ("Its chair, Ida Solberg, said no.", "chair", 0, "Ida Solberg"),
        ("The mayor of Halden, Per Strand, met the skippers. He said the quota would stay.", "mayor", 0, "Per Strand"),
        ("The mayor of Halden, Per Strand, met the skippers. He said the quota would stay.", "He", 0, "Per Strand"),
        ("Ida Solberg, the club chairman, said no.", "chairman", 0, "Ida Solberg"),
        ("The country's top fisheries negotiator said on Friday that talks had stalled in Norway. Norway chief "
         "negotiator Ida Solberg will travel to Rome.", "Solberg", 0, "Ida Solberg"),
    ],
)  # fmt: skip
def test_a_phrase_means_somebody_named(read, text: str, word: str, nth: int, expected: str) -> None:
    """A pronoun, a role or a description is resolved to a name of the article."""
    assert label(read(text), word, nth) == expected


@pytest.mark.parametrize(
    ("text", "word", "nth", "expected"),
    [
        ("Energy minister Henrik Aas opened the plant. The Danish minister, Rasmus Holm, came by train. Holm left "
         "early.\n\nAas was asked about the cable. The minister said it would be laid.", "minister", 2, "Henrik Aas"),
        ("The union federation KLZ threatened a strike. Its secretary, Lidia Perk, spoke for an hour. The federation "
         "said it had 130,000 members.", "federation", 1, "KLZ"),
        ("The trade union federation KLZ threatened a strike. The union wants more.", "union", 1, "KLZ"),
        ("The Spanish government has a plan. Mireia Sol opposes it. Many people came. It was late. It rained. Nobody "
         "left. The government said it was open.", "government", 1, "Spain"),
        ("State secretary Oliver Stahl was asked. Stahl said nothing.", "Stahl", 1, "Oliver Stahl"),
        ("Trade Representative Curtis Hale said no. Hale left for Rome.", "Hale", 1, "Curtis Hale"),
        ("Its leader, Oriol Vidal, said no. Vidal left for Rome.", "Vidal", 1, "Oriol Vidal"),
        ("A rise was asked for by board member Keiko Nagas on Monday. Nagas was outvoted.", "Nagas", 1, "Keiko Nagas"),
        ("Governor Emilio Garza Trevino flew over it. Garza tore the contract up.", "Garza", 1, "Emilio Garza Trevino"),
        ("Market gardener Priti Solanki would lose her glasshouses. She said no.", "She", 0, "Priti Solanki"),
        ("Senator for urban development Henrike Wolf was invited. She came late.", "Senator", 0, "Henrike Wolf"),
        ("Minister of Agriculture Bertrand Lesc was received with manure. He left.", "Minister", 0, "Bertrand Lesc"),
        ('Its secretary, Femi Adek, spoke. "With one shop the shopkeeper is king," he said.', "he", 0, "Femi Adek"),
        ("Then came Federica Laur of the wolf society. Booed before she had opened her mouth, the biologist called it "
         "a massacre.", "biologist", 0, "Federica Laur"),
    ],
)  # fmt: skip
def test_nobody_is_two_actors(read, text: str, word: str, nth: int, expected: str) -> None:
    """Who is called in another way again is the same, whatever spaCy takes the name for."""
    assert label(read(text), word, nth) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected", "owner"),
    [
        ("Norwegian officials said the talks had failed.", "officials", "Norwegian officials", "Norway"),
        ("Informed sources said the talks had failed.", "sources", "informed sources", None),
        ("A majority of the skippers said no.", "majority", "skippers", None),
        ("A spokesman for the port declined to comment.", "spokesman", "spokesman for the port", None),
    ],
)
def test_a_speaker_without_a_name_is_a_group(read, text: str, word: str, expected: str, owner: str | None) -> None:
    """With the country that its phrase names."""
    cast = read(text)
    found = who(cast, word)
    assert found is not None
    actor = cast.actor(found.actor)
    assert (actor.kind, actor.label) == ("Group", expected)
    assert (cast.actor(actor.member_of).label if actor.member_of else None) == owner
    assert actor in cast.actors()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The report said fish are rare.", "report"),
        ("Everyone said fish are rare.", "Everyone"),
        ("You know that fish are rare.", "You"),
        ("It was said on Thursday that fish are rare.", "Thursday"),
    ],
)
def test_a_phrase_may_mean_nobody(read, text: str, word: str) -> None:
    """A document without an issuer, anybody, a day."""
    assert who(read(text), word) is None


def test_a_plural_group_is_the_same_everywhere_and_a_singular_one_is_not(read) -> None:
    """Two articles' "a spokesman" are two people."""
    cast = read("Skippers said no. A spokesman said yes.")
    groups = [who(cast, "Skippers"), who(cast, "spokesman")]
    assert [g.actor.rsplit("/", 1)[1] for g in groups if g] == ["skippers", "spokesman-test"]


def test_the_first_person_is_the_author_outside_quotations_only(read) -> None:
    """Inside quotation marks it is whoever is quoted, whom the caller knows."""
    cast = read('I doubt it. "I doubt it," said Ida Solberg.', authors=("Henrik Aas",))
    assert label(cast, "I", 0) == "Henrik Aas"
    assert label(cast, "I", 1) is None


def test_an_author_is_the_person_of_the_text(read) -> None:
    """A byline without the initial that the text has makes no second person."""
    cast = read("Henrik B. Aas is a fellow at Delft University.", authors=("Henrik Aas",))
    author = cast.author()
    assert author is not None and author.actor == cast.mentions[0].actor


def test_the_span_is_the_whole_phrase_without_a_relative_clause(read) -> None:
    """Title and apposition belong to it."""
    cast = read("Norway Fisheries Minister Ida Solberg, a former skipper who lives in Bergen, said no.")
    found = who(cast, "Solberg")
    assert found is not None
    assert found.span.text.startswith("Norway Fisheries Minister Ida Solberg")
    assert cast.parsed.article.text[found.span.start : found.span.end] == found.span.text


def test_whose_people_a_group_is_is_told_by_a_pronoun(read) -> None:
    """Her aides are named after her."""
    cast = read("Ida Solberg left early. Her aides said she was ill.")
    assert label(cast, "aides") == "Ida Solberg's aides"


def test_the_title_before_a_surname_tells_who_she_is(read) -> None:
    """A name that tells nothing by itself is a woman's once the text writes Ms before it."""
    text = "Alex Berg leads the guild. Bo Holm leads the fleet. Ms Berg met Mr Holm. He thanked her. She left."
    cast = read(text)
    assert label(cast, "He") == "Bo Holm"
    assert label(cast, "She") == "Alex Berg"


def test_a_surname_is_a_source_whatever_the_parser_takes_it_for(read) -> None:
    """An adverb, an interjection: it is the name of somebody all the same."""
    cast = read("Interior minister Flora Wiersma spoke.\n\nThe other promise has disappeared. Wiersma said so.")
    (token,) = (t for t in cast.parsed.sentences[2].tokens if t.text == "Wiersma")
    token.pos_, token.tag_, token.dep_ = "ADV", "RB", "advmod"
    start = start_of(token)
    assert [cast.actor(m.actor).label for m in cast.speakers_of(start, start + len(token))] == ["Flora Wiersma"]
