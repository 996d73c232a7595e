"""What each stretch of an article is: title, byline, dateline, heading, body, caption, boilerplate, repeated."""

from graph.articles.regions.marking import Marked, mark

__all__ = ["Marked", "mark"]
