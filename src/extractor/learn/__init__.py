"""A file of your own from events you have checked: words, names, places and confidence, each with what it gains.

`learn` proposes what the corrections name (`triggers.py`, `names.py`), keeps what does more good than harm on the
checked articles (`trial.py`), fits the confidence (`confidence.py`), and measures all of it on articles left out.
Nothing is changed but the files that `Lesson.write` makes.
"""

from extractor.learn.lesson import Gain, Lesson, learn

__all__ = ["Gain", "Lesson", "learn"]
