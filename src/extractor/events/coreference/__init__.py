"""Event coreference: which mentions tell of one act."""
