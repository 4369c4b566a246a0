"""Reads the word lists: YAML files in this folder, each checked against its shape as it is read, each read once."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from sayso.model.problem import SaysoError

HERE = Path(__file__).parent
EXTRA = "SAYSO_VOCAB"
"""Environment variable: further folders of word lists, separated like ``PATH``, laid over the shipped ones."""

S = TypeVar("S")


def folders() -> tuple[Path, ...]:
    """Return the shipped folder and the user's own, in the order they are read.

    Raises:
        SaysoError: when the user names a folder that is not there.
    """
    own = tuple(Path(p) for p in os.environ.get(EXTRA, "").split(os.pathsep) if p)
    if missing := [str(p) for p in own if not p.is_dir()]:
        raise SaysoError(f"{EXTRA} names no folder: {', '.join(missing)}")
    return (HERE, *own)


@cache
def load(name: str, shape: type[S]) -> S:
    """Return the word list ``name`` ("voices/cues") as ``shape``; a user's file of that name takes its place.

    Raises:
        SaysoError: when the file is missing or does not fit its shape; the message names the file.
    """
    found = [p for f in folders() if (p := f / f"{name}.yaml").is_file()]
    if not found:
        raise SaysoError(f"no word list {name}.yaml in {', '.join(map(str, folders()))}")
    return read(found[-1], shape)


@cache
def load_all(name: str, shape: type[S]) -> tuple[S, ...]:
    """Return every file of the folder ``name`` ("outlets") as ``shape``, by file name; users' folders add to it.

    Raises:
        SaysoError: when no folder holds such a list, or a file of it does not fit its shape; the message names it.
    """
    paths = {p.name: p for f in folders() for p in sorted((f / name).glob("*.yaml"))}
    if not paths:
        raise SaysoError(f"no word lists {name}/*.yaml in {', '.join(map(str, folders()))}")
    return tuple(read(paths[key], shape) for key in sorted(paths))


def read(path: Path, shape: type[S]) -> S:
    """Return one YAML file as ``shape``.

    Raises:
        SaysoError: when it can't be read, is not YAML or does not fit.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        plain = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe loader, in C when there
        return msgspec.convert(plain, shape)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise SaysoError(f"{path}: {error}") from error
