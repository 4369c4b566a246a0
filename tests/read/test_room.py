from __future__ import annotations

import subprocess
import sys


def test_importing_the_room_loads_no_html_library_and_no_words() -> None:
    code = (
        "import sys, sayso.read; print([m for m in ('lxml', 'trafilatura', 'spacy', 'htmldate') if m in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_the_function_is_not_hidden_by_the_module_of_its_name() -> None:
    code = "from sayso.read import article as a; from sayso.read.article import build; from sayso.read import article as b; print(a is b, callable(b))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
        == "True True"
    )
