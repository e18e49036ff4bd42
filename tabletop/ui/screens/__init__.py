"""One module per screen, each made of widgets from a page of the session."""
