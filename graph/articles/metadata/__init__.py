"""What an article says of itself: title, publisher, authors, date, language; and days resolved against its date."""
