"""Articles that nobody wrote: short news of small towns, no two alike, the same in every run."""

import random
from pathlib import Path

FIRST = ("Ada", "Bruno", "Clara", "Dario", "Elsa", "Felix", "Greta", "Hugo", "Irma", "Jonas", "Karin", "Ludwig")
LAST = ("Ahlgren", "Borel", "Castellan", "Drummond", "Eskola", "Farkas", "Grieg", "Holm", "Ivarsson", "Jelinek")
TOWNS = ("Vik", "Oster", "Lindmouth", "Harrowby", "Saltby", "Fenwick", "Corriemoor", "Ashcombe", "Tarnby", "Wexholm")
POSTS = ("Mayor", "Councillor", "Professor", "Dr", "Judge")
BODIES = (
    "Harbour Board",
    "Chamber of Commerce",
    "Cycling Union",
    "Water Company",
    "Library Trust",
    "Bus Drivers League",
)
PLANS = (
    "a toll on the old bridge", "free buses for pupils", "a second ferry", "a tax on empty shops", "a night market",
    "a ban on leaf blowers", "a new swimming hall", "paid parking by the church", "a windmill park",
    "longer school days", "a cut in library hours", "a dam above the mill", "a tram to the station",
    "homes on the moor",
)  # fmt: skip
FOR = ("supports", "backs", "welcomed", "called for", "defended", "praised")
AGAINST = ("opposes", "rejected", "criticised", "warned against", "condemned", "voted against")
SAID = ("said", "argued", "told reporters", "insisted", "noted", "added")
SPEECH = (
    "{plan} would bring {number} jobs to {town}",
    "nobody in {town} had asked for {plan}",
    "{plan} would cost {number} crowns a household and help {body} alone",
    "the people of {town} should vote on {plan} before {month}",
    "without {plan} the town would lose {number} visitors each {month}",
    "{body} had counted {number} letters about {plan} since {month}",
)
MONTHS = ("March", "April", "May", "June", "September", "October", "November")


def article(number: int, sentences: int = 6) -> str:
    """The text of one article: a heading, a day, and paragraphs in which people speak for and against plans."""
    dice = random.Random(number)
    town = dice.choice(TOWNS)
    heading = f"{town} quarrels over {dice.choice(PLANS)} ({number})"
    day = f"{dice.randint(1, 28)} {dice.choice(MONTHS)} 2025"
    return "\n\n".join([heading, day, *(_paragraph(dice, town) for _ in range(sentences))]) + "\n"


def _paragraph(dice: random.Random, town: str) -> str:
    name, post = f"{dice.choice(FIRST)} {dice.choice(LAST)}", dice.choice(POSTS)
    body, other = (f"the {town} {dice.choice(BODIES)}" for _ in range(2))
    verb, plan = dice.choice(dice.choice((FOR, AGAINST))), dice.choice(PLANS)

    def speech() -> str:
        return dice.choice(SPEECH).format(
            plan=dice.choice(PLANS), number=dice.randint(2, 9000), town=town, body=other, month=dice.choice(MONTHS)
        )

    first = f"{post} {name}, who heads {body}, {verb} {plan}."
    second = f"“{_capital(speech())},” {name.split()[-1]} {dice.choice(SAID)}."
    return f"{first} {second} {_capital(other)} {dice.choice(SAID)} that {speech()}."


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def write(folder: Path, count: int, sentences: int = 2, first: int = 0) -> Path:
    """A folder of so many articles, as text files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        (folder / f"news-{number:03}.txt").write_text(article(number, sentences), encoding="utf-8")
    return folder
