"""The gazetteer: names -> places of the world, in one read-only SQLite file.

`keys` folds names, `entries` holds what one place is, `store` writes the file, `packages` fills it from data packages
while the wheel is built (none of these imports the rest of the library), `index` reads it.
"""
