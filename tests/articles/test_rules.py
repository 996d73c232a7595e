"""The tables of forms."""

import pytest

from graph.articles.regions.rules import Rule, endings, line_rules, openers


@pytest.mark.parametrize("rule", [*line_rules(), *openers()], ids=lambda rule: rule.name)
def test_a_rule_matches_its_examples_and_not_its_counter_examples(rule: Rule) -> None:
    """Every row of the tables does what it says."""
    assert rule.examples and rule.counter
    assert [line for line in rule.examples if not rule.match(line)] == []
    assert [line for line in rule.counter if rule.match(line)] == []


@pytest.mark.parametrize("rule", endings(), ids=lambda rule: rule.name)
def test_an_ending_is_found_at_the_end_of_its_examples(rule: Rule) -> None:
    """What is glued to a paragraph is found, what only resembles it is not."""
    assert all(rule.pattern.search(line) for line in rule.examples)
    assert not any(rule.pattern.search(line) for line in rule.counter)
