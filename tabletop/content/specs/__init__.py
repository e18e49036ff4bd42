"""The shapes of content files: one module per kind of file, checked with pydantic.

A YAML key is the name of a field. Unknown keys are faults. Every text a person reads is a `Text` with both languages;
every number that drives the model is a `Quantity` with its range, source and strength of evidence.
"""
