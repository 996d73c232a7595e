"""Which actors an article names, and what is none."""

from tests.actors.asking import labels


def test_a_person_is_one_actor_under_full_name_and_surname(read) -> None:
    """A surname after the full name means the same person."""
    cast = read("Maria Okafor spoke to the council on Monday. Okafor said that the bridge was safe.")
    assert labels(cast, "Person") == {"Maria Okafor"}
    assert [m.reason for m in cast.mentions if m.span.text == "Okafor"] == ["surname of Maria Okafor"]


def test_names_that_differ_by_an_initial_are_one_person(read) -> None:
    """A middle initial that is left out makes no second person."""
    cast = read("Peter Novak wrote the report. Peter J. Novak, an economist at Delft University, is 41.")
    assert {m.actor.rsplit("/", 1)[1] for m in cast.mentions if "Novak" in m.span.text} == {"peter-novak"}


def test_an_east_asian_name_is_taken_up_by_its_first_word(read) -> None:
    """The family name stands first in names such as Tseng Mei-ling."""
    cast = read("Deputy mayor Tseng Mei-ling opened the harbour. Tseng said the work had taken four years.")
    assert labels(cast, "Person") == {"Tseng Mei-ling"}


def test_two_people_of_one_surname_are_not_merged_on_a_guess(read) -> None:
    """Where two are named alike and as often, the bare surname is neither of them."""
    cast = read("Anna Brandt met Oskar Brandt in Bern. Both left early. Brandt said nothing about the loan.")
    last = [m for m in cast.mentions if m.span.text == "Brandt"][-1]
    assert cast.actor(last.actor).label == "Brandt"
    assert last.score < 0.5


def test_a_title_tells_people_of_one_surname_apart(read) -> None:
    """Mrs. excludes the man."""
    cast = read("Anna Brandt met Oskar Brandt in Bern. Both left early. Mrs. Brandt said nothing about the loan.")
    assert cast.actor(cast.mentions[-1].actor).label == "Anna Brandt"


def test_an_acronym_is_linked_to_the_name_it_was_introduced_for(read) -> None:
    """Long name and acronym in brackets are one organisation."""
    cast = read("The Harbour Workers Federation (HWF) went on strike. The HWF wants higher pay.")
    assert labels(cast, "Organization") == {"Harbour Workers Federation"}


def test_an_acronym_need_not_be_made_of_the_initials(read) -> None:
    """Brackets after an organisation's name are enough."""
    cast = read("The Danish Skippers Association (DSF) sued the port. The DSF said it would win.")
    assert "DSF" not in labels(cast, "Organization")


def test_the_administration_of_a_person_is_a_body_of_its_own(read) -> None:
    """It is not the person."""
    cast = read("President Nora Castell spoke. The Castell administration has cut the tax.")
    assert "Castell administration" in labels(cast, "Organization")
    assert labels(cast, "Person") == {"Nora Castell"}


def test_laws_days_products_and_places_are_no_actors(read) -> None:
    """Capitals alone make no actor."""
    cast = read(
        "On Thursday the Fair Ferries Act passed in Hamburg. The Tidewater Index rose. "
        "AI and 5G were debated in Ohio, and the Clean Coast Treaty was signed on Friday."
    )
    assert [a.label for a in cast.actors()] == []


def test_a_headline_in_capitals_makes_no_actors(read) -> None:
    """Words with a capital in a headline are not names."""
    cast = read("Ferry Workers Weigh New Strike As Talks Stall\n\nThe union met on Monday.")
    assert [a.label for a in cast.actors()] == []


def test_ministries_keep_what_they_are_ministries_of(read) -> None:
    """A word that ends laws and plans may end a ministry's name."""
    cast = read("The Ministry of Trade rejected the offer.")
    assert labels(cast, "Organization") == {"Ministry of Trade"}


def test_hostile_names_are_only_text(read) -> None:
    """Markup in a text makes no actor and no error."""
    cast = read('<script>alert("x")</script> said so. "}{ ?x a cg:Person . Ivo <b>Lang</b> agreed.')
    assert all("<" not in a.label and "{" not in a.label for a in cast.actors())


def test_an_empty_text_has_no_cast(read) -> None:
    """Nothing is found in nothing."""
    cast = read(" ")
    assert cast.mentions == () and cast.actors() == () and cast.memberships == () and cast.author() is None


def test_a_name_beside_a_role_is_a_person(read) -> None:
    """Whatever the language model takes it for; the surname of several words is the same person."""
    cast = read(
        "Mayor Ida Solberg opposes the cap. Her deputy, Beatriz Nunes Vidal, is for it. Nunes Vidal met skippers."
    )
    assert labels(cast, "Person") == {"Ida Solberg", "Beatriz Nunes Vidal"}
    assert "Nunes Vidal" not in labels(cast, "Organization")


def test_a_listed_post_is_not_given_to_a_namesake(read) -> None:
    """Vice premiers are not premiers, and a shared family name is not enough."""
    assert labels(read("Vice Premier Li Rong of China left on Monday."), "Person") == {"Li Rong"}


def test_a_name_with_an_age_is_a_person(read) -> None:
    """Whatever the language model takes it for; a number that is no age makes nobody."""
    cast = read("Ndella Coumba Saar, 52, buys what is left. Saar smokes it.")
    assert labels(cast, "Person") == {"Ndella Coumba Saar"}
    assert labels(read("They met in Port Mathurin, 2024, after the storm."), "Person") == set()


def test_a_typographic_apostrophe_makes_no_other_name(read) -> None:
    """It is a letter of a name as the plain one is."""
    cast = read("The Ontario Growers’ League sued. Father Nial D’Souza, whose parish is poor, asked why.")
    assert labels(cast, "Organization") == {"Ontario Growers' League"}
    assert labels(cast, "Person") == {"Nial D'Souza"}


def test_what_somebody_is_accused_of_is_no_part_of_her_name(read) -> None:
    """ "Accused the council of sparing hotels" is about the council."""
    cast = read("Ida Solberg accused the harbour council of sparing hotels and the fund of wasting money.")
    assert not any("of" in label.split() for label in labels(cast, "Organization"))


def test_what_a_listed_person_is_called_makes_no_other_person(read) -> None:
    """An epithet with a capital is no given name."""
    cast = read('"Crooked Hillary Clinton wants open borders," he said in the hall on Monday night.')
    assert labels(cast, "Person") == {"Hillary Clinton"}


def test_a_name_with_a_role_behind_it_is_a_persons(read) -> None:
    """Whatever its words look like."""
    cast = read("Hineroa Tangi, a criminologist at Delft University, has counted them. Tangi was not surprised.")
    assert labels(cast, "Person") == {"Hineroa Tangi"}
