from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.problem import Problem
from sayso.read.records import records
from sayso.read.rows import csv_fields
from sayso.read.streams import Stream

CELL = st.text(st.sampled_from('ab é",;\n\r\t '), max_size=12)


@given(st.lists(st.tuples(CELL, CELL), min_size=1))
def test_records_written_come_back_from_their_bytes(rows: list[tuple[str, str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([("id", "text"), *rows])
    data = out.getvalue().encode()
    found = list(records(Stream(io.BytesIO(data)), "csv", 10_000))
    assert len(found) == len(rows)
    for record, row in zip(found, rows, strict=True):
        assert isinstance(record.data, bytes)
        assert data[record.offset :].startswith(record.data)
        assert csv_fields(record.data, delimiter=",") == list(row)
        assert record.header == b'"id","text"'


def test_a_broken_record_does_not_stop_the_next() -> None:
    found = list(records(Stream(io.BytesIO(b"id,text\n1,a\rb\n2,fine\n")), "csv", 1000))
    assert isinstance(found[0].data, Problem)
    assert found[1].data == b"2,fine"


def test_lines_of_json_keep_number_and_place() -> None:
    found = list(records(Stream(io.BytesIO(b"\n  {} \r\n{}\n" + b"x" * 99)), "json-lines", 50))
    assert [(r.row, r.offset) for r in found] == [(2, 3), (3, 8), (4, 11)]
    assert isinstance(found[2].data, Problem)
