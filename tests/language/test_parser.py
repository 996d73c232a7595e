"""Sentences and tokens, and where they stand in the article."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.language import Parsed, Parser, end_of, span_of, start_of
from graph.model import Article, Region

STAND_INS = str.maketrans("\r\n\t\u00a0\u2009\u202f’", "      '")


@pytest.fixture(scope="module")
def parser() -> Parser:
    """The language model, loaded once."""
    return Parser()


def parsed(parser: Parser, text: str, *regions: Region) -> Parsed:
    """A text read as an article."""
    return parser.parse(Article("a", "a", text, "", "a.txt", regions=regions))


def is_true(found: Parsed) -> bool:
    """Whether every token is what the article says at its offsets, blanks and apostrophes apart."""
    text = found.article.text
    tokens = [t for s in found.sentences for t in s.tokens]
    return all(text[start_of(t) : end_of(t)].translate(STAND_INS) == t.text.translate(STAND_INS) for t in tokens)


@pytest.mark.parametrize(
    "text",
    [
        "The pier is shut.\r\n\r\nThe mayor said so.\r\n",
        "The\u00a0pier is\u202fshut, and 12\u2009000 people know it.",
        "\U0001f6a2 The pier \U0001f468\u200d\U0001f469\u200d\U0001f467 is shut \U0001f600. So it is.",
        "Cafe\u0301 owners on the pier said so.",
        "\ufeffThe pier is shut.",
        "The growers’ union doesn’t agree: ‘They’re ours,’ it says.",
        "\tThe pier\n\n   is shut.  ",
        "The pier\x00 is \x1b[31mshut.",
    ],
)
def test_offsets_are_those_of_the_unaltered_text(parser: Parser, text: str) -> None:
    """Windows line ends, hard blanks, emoji and control characters move nothing."""
    found = parsed(parser, text)
    assert found.article.text == text
    assert found.sentences
    assert is_true(found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\r\n .’“\u00a0\U0001f600"), max_size=60))
def test_offsets_are_true_of_any_text(parser: Parser, text: str) -> None:
    """Whatever the signs."""
    assert is_true(parsed(parser, text))


def test_a_sentence_goes_on_over_wrapped_lines(parser: Parser) -> None:
    """A line that was only wrapped is no end of a sentence, and its span keeps the break."""
    text = (
        "The harbour council of Vik voted on Monday to close the old pier, which\n"
        "has stood for ninety years, and to build a new one of concrete and steel\n"
        "on the other side of the bay before the winter of next year begins.\n"
    )
    found = parsed(parser, text)
    assert len(found.sentences) == 1
    assert span_of(found, list(found.sentences[0].tokens)).text == text.strip()


def test_a_sentence_does_not_go_on_over_the_items_of_a_list(parser: Parser) -> None:
    """Each item is read by itself."""
    found = parsed(parser, "The council decided:\n- to close the pier\n- to sell the crane\n- to meet again in May\n")
    assert [s.tokens.text.lstrip("- ") for s in found.sentences] == [
        "The council decided:", "to close the pier", "to sell the crane", "to meet again in May",
    ]  # fmt: skip


def test_sentences_are_numbered_through_the_article(parser: Parser) -> None:
    """Numbers rise by one, paragraphs are told apart, and each sentence knows its kind of region."""
    text = "Pier is shut\n\nThe pier is old. It is shut.\n\nThe crane is sold."
    found = parsed(parser, text, Region("title", 0, 12), Region("body", 14, len(text)))
    assert [s.number for s in found.sentences] == [0, 1, 2, 3]
    assert [s.paragraph for s in found.sentences] == [0, 1, 1, 2]
    assert [s.kind for s in found.sentences] == ["title", "body", "body", "body"]


def test_regions_that_are_not_read_have_no_sentences(parser: Parser) -> None:
    """Captions and notices are no one's words."""
    text = "The pier is old.\n\nPhoto: Al Bo"
    found = parsed(parser, text, Region("body", 0, 16), Region("caption", 18, len(text)))
    assert [s.tokens.text for s in found.sentences] == ["The pier is old."]


def test_a_span_is_the_same_in_whatever_order_its_tokens_come(parser: Parser) -> None:
    """From the first to the last, both included."""
    found = parsed(parser, "First words.\n\nThe old pier is shut.")
    tokens = list(found.sentences[1].tokens)
    assert span_of(found, [tokens[3], tokens[1]]).text == "old pier is"
    assert found.span(tokens[0], tokens[2]) == span_of(found, tokens[:3])


def test_an_empty_text_has_no_sentences(parser: Parser) -> None:
    """Nothing, and nothing but blanks."""
    assert parsed(parser, "").sentences == ()
    assert parsed(parser, " \n\t\n ").sentences == ()


def test_the_model_says_its_name_and_version(parser: Parser) -> None:
    """What was read with another model is read again."""
    assert parser.name.split()[0].startswith("en_core_web_sm")
    assert parser.name.split()[1][0].isdigit()


def test_a_model_that_is_not_installed_is_named_with_the_fix() -> None:
    """One sentence, no traceback of a library."""
    with pytest.raises(InputError, match="xx_none_web is not installed: pip install it, or leave out --model"):
        Parser("xx_none_web")


@pytest.mark.parametrize("dash", ["—", "―", "–", "--"])
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“The pier is shut.”{}Eva Ros", "“ The pier is shut . ” {} Eva Ros"),
        ('"The pier is shut,"{}Eva Ros', '" The pier is shut , " {} Eva Ros'),
        ("The pier{}“a ruin,” she said", "The pier {} “ a ruin , ” she said"),
        ("“The pier is shut”{}Eva Ros of the U.S. guard", "“ The pier is shut ” {} Eva Ros of the U.S. guard"),
    ],
)
def test_a_dash_beside_a_quotation_mark_is_a_word_by_itself(parser: Parser, text: str, wanted: str, dash: str) -> None:
    """Without blanks, as many newspapers print it; or the name behind it would be no name."""
    found = parsed(parser, text.format(dash))
    assert " ".join(t.text for s in found.sentences for t in s.tokens) == wanted.format(dash)
    assert is_true(found)


def test_a_typographic_apostrophe_is_read_as_a_plain_one(parser: Parser) -> None:
    """Within a word, and behind those whose something is, but no closing quotation mark is one."""
    (sentence,) = parsed(parser, "The growers’ union says Nora D’Souza doesn’t agree.").sentences
    assert {"'", "D'Souza", "n't"} <= {t.text for t in sentence.tokens}
    (sentence,) = parsed(parser, "They call it ‘ours’ and the growers’ too.").sentences
    assert [t.text for t in sentence.tokens].count("’") == 2
