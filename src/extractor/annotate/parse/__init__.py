"""Text in, repaired spaCy `Doc` out: encoding, language, punctuation, the pipeline itself."""
