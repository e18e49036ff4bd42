"""A finished session as tables: what happened, and who knew what when."""
