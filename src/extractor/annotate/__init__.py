"""From text to marks on one spaCy Doc: dates, places, actors, claims. The layers meet on the Doc alone."""
