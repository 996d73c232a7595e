"""What a shell such as bash offers when Tab is pressed: names of saved queries, and of what is in the store."""
