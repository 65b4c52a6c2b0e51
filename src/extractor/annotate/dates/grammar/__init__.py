"""The grammar of time expressions: word classes, patterns over them, the tokens they match."""
