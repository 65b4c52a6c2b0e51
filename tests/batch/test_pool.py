"""The order of rows, without processes."""

from extractor.batch.pool import Order, Task
from extractor.batch.rows import Row
from extractor.read.article import make_article


def task(number: int, row: Row | None = None) -> Task:
    return Task(number, f"#{number}", make_article(f"Text {number}."), row)


def row(number: int) -> Row:
    return Row(id=str(number), where=f"#{number}", json="{}")


def test_rows_come_in_the_order_of_the_tasks() -> None:
    order = Order([task(0), task(1, row(1)), task(2)], ahead=10)
    first, second = order.next_task(), order.next_task()
    assert first is not None
    assert second is not None
    assert order.next_task() is None
    assert not order.finished
    order.put(second, row(2))
    assert list(order.rows()) == []
    order.put(first, row(0))
    assert [given.where for given in order.rows()] == ["#0", "#1", "#2"]
    assert order.next_task() is None
    assert order.finished


def test_no_more_than_some_are_under_way() -> None:
    order = Order((task(number) for number in range(5)), ahead=2)
    first = order.next_task()
    assert first is not None
    assert order.next_task() is not None
    assert order.next_task() is None
    order.put(first, row(0))
    assert len(list(order.rows())) == 1
    assert order.next_task() is not None


def test_a_task_whose_worker_died_is_tried_once_more() -> None:
    order = Order([task(0)], ahead=2)
    for _ in range(2):
        again = order.next_task()
        assert again is not None
        order.put(again, None)
    (given,) = order.rows()
    assert given.problem == "the worker process died 2 times"
    assert order.next_task() is None
    assert order.finished


def test_nothing_to_do() -> None:
    order = Order([], ahead=2)
    assert order.next_task() is None
    assert order.finished
