"""What was made by others is exactly what they published, with their licence beside it."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import pytest

VENDOR = Path(__file__).resolve().parents[2] / "web" / "static" / "vendor"
PACKAGES = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
FILES = {name: digest for package in PACKAGES for name, digest in package["files"].items()}


@pytest.mark.parametrize("name", FILES)
def test_a_vendored_file_is_unchanged(name: str) -> None:
    digest = base64.b64encode(hashlib.sha512((VENDOR / name).read_bytes()).digest()).decode()
    assert f"sha512-{digest}" == FILES[name]


def test_every_vendored_file_is_listed() -> None:
    there = {str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*") if path.is_file()}
    assert there == {*FILES, "manifest.json"}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["package"])
def test_a_vendored_package_names_version_and_licence(package: dict[str, object]) -> None:
    assert package["version"]
    assert package["licence"] in {"0BSD", "OFL-1.1"}
    assert any(name.endswith("/LICENSE") for name in package["files"])  # type: ignore[attr-defined]
