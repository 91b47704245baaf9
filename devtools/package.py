"""From a checkout to something that is handed over: build the program, make the package, start it."""

from __future__ import annotations

import os
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from shutil import which

from devtools.environment import Environment, set_up
from devtools.package_deb import PROGRAM, Package, debian_version, lay_out, write_deb
from devtools.package_licences import built_in, copyright_text, licence_files
from devtools.package_needs import debian_needs, foreign_needs
from devtools.running import ROOT, SetupProblem, own_environment, run_quietly, run_visibly

OUT = ROOT / "out" / "package"


def package_deb(*, smoke: bool) -> int:
    """Build ``out/package/orderdesk_<version>_<architecture>.deb``; with ``smoke`` also start what it holds.

    Raises:
        SetupProblem: this is no Debian-like system, or a step of the build failed.
    """
    if which("dpkg-deb") is None:
        raise SetupProblem("A .deb is made by dpkg-deb, which is not here: build on Debian or Ubuntu.")
    OUT.mkdir(parents=True, exist_ok=True)
    environment = set_up("package", Environment(OUT / "venv"))  # with nothing else that could slip in
    begun = time.monotonic()
    epoch = time_of_commit()
    program = build_program(environment, epoch)
    package = Package(
        debian_version(program_version()), architecture(), *debian_needs(*foreign_needs(program))
    )
    target = OUT / package.file_name
    with tempfile.TemporaryDirectory(prefix="orderdesk-deb-", dir=OUT) as folder:
        root = Path(folder) / "root"
        parts = built_in(site_packages(environment))
        lay_out(root, program, licence_files(parts), copyright_text(parts))
        write_deb(root, package, target, epoch)
    megabytes = target.stat().st_size / 1_000_000
    print(f"{target.relative_to(ROOT)}: {megabytes:.0f} MB, built in {time.monotonic() - begun:.0f} s")
    return try_out(environment, target) if smoke else 0


def build_program(environment: Environment, epoch: int) -> Path:
    """Run PyInstaller over ``installer/orderdesk.spec``; return the folder with the program.

    Raises:
        SetupProblem: PyInstaller failed.
    """
    print("Building the program; this takes a minute ...", flush=True)
    folders = ["--workpath", OUT / "work", "--distpath", OUT / "program"]
    options = ["--noconfirm", "--clean", "--log-level", "ERROR"]
    variables = own_environment() | {"SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0"}
    variables["PYINSTALLER_CONFIG_DIR"] = str(OUT / "cache")
    recipe = ROOT / "installer" / "orderdesk.spec"
    words = [environment.python, "-m", "PyInstaller", *options, *folders, recipe]
    if run_visibly([str(word) for word in words], variables) != 0:
        raise SetupProblem("The program could not be built: PyInstaller's words stand above.")
    return OUT / "program" / "orderdesk"


def try_out(environment: Environment, package: Path) -> int:
    """Unpack a package and start its program, with the source's tour to compare; return the exit code."""
    with tempfile.TemporaryDirectory(prefix="orderdesk-smoke-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # whom the smoke test starts the program as must reach it
        if run_visibly(["dpkg-deb", "--extract", package, folder / "root"], own_environment()) != 0:
            raise SetupProblem(f"{package} cannot be unpacked: dpkg-deb's words stand above.")
        program = folder / "root" / PROGRAM / "orderdesk"
        words = [sys.executable, ROOT / "installer" / "smoke.py", program, "--version", program_version()]
        source = ["--source", environment.python, ROOT / "main.py"]
        return run_visibly([str(word) for word in words + source], own_environment())


def program_version() -> str:
    """Return the program's version, from pyproject.toml."""
    with (ROOT / "pyproject.toml").open("rb") as stream:
        version: str = tomllib.load(stream)["project"]["version"]
    return version


def architecture() -> str:
    """Return what Debian calls this machine's architecture."""
    return run_quietly(["dpkg", "--print-architecture"]).stdout.decode().strip()


def time_of_commit() -> int:
    """Return the time (s) that everything in the package bears: SOURCE_DATE_EPOCH, or that of the commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    if which("git") is not None:
        said = run_quietly(["git", "log", "-1", "--format=%ct"]).stdout.decode(errors="replace").strip()
        if said.isdigit():
            return int(said)
    return int((ROOT / "pyproject.toml").stat().st_mtime)  # a checkout without its history


def site_packages(environment: Environment) -> Path:
    """Return the folder in which an environment keeps its packages."""
    question = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(run_quietly([environment.python, "-c", question]).stdout.decode().strip())
