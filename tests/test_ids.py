from extractor.document.ids import content_id


def test_same_parts_same_id() -> None:
    assert content_id("d", "article", 12) == content_id("d", "article", 12)


def test_parts_do_not_run_together() -> None:
    assert content_id("d", "ab", "c") != content_id("d", "a", "bc")
