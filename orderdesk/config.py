"""Every setting of a desk, once: its type, default, unit and help.

Precedence: flag > ``ORDERDESK_*`` variable > ``<data-dir>/settings.toml`` > default. Settings of the company
live in the store. The database password is no setting that is written anywhere: it comes from the variable
``ORDERDESK_DB_PASSWORD``, the file ``PGPASSFILE`` names, or the keyring, and is masked wherever a URL is
shown.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:  # the command line's help imports this module and is to start at once
    from orderdesk.errors import UserError

_Problems = list[tuple[str, str, dict[str, object]]]  # code, path, params

PASSWORD_VARIABLE = "ORDERDESK_DB_PASSWORD"  # noqa: S105 - its name, not a password
KEYRING_SERVICE = "orderdesk"
STORE_FILE = "orderdesk.sqlite"
SETTINGS_FILE = "settings.toml"

# Keyrings of the operating systems. Others (keyrings.alt) keep passwords as plain text and are not asked.
_SAFE_KEYRINGS = (
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
    "keyring.backends.Windows",
)
_NAMES_A_STORE = re.compile(r"store|:/|sqlite|postgres", re.IGNORECASE)
_PASSWORD_IN_URL = re.compile(r"(?<=://)([^/@:]*):[^/]*@")


class SettingSpec(NamedTuple):
    """One setting of a desk. ``choices`` names all values a text may have; empty: any text."""

    name: str
    type: type[str] | type[int]
    default: str | int
    unit: str = ""
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    in_file: bool = True

    @property
    def variable(self) -> str:
        """The name of its environment variable."""
        return f"ORDERDESK_{self.name.upper()}"

    @property
    def help_code(self) -> str:
        """The code of the sentence that explains it."""
        return f"cli.setting.{self.name}"


_MOST_DIGITS = 9

SETTINGS: tuple[SettingSpec, ...] = (
    SettingSpec("data_dir", str, "", in_file=False),  # empty: the user's data folder; the file lies in it
    SettingSpec("store", str, ""),  # empty: the SQLite file in the data folder
    SettingSpec("language", str, "", choices=("", "en", "zh")),  # empty: the system's
    SettingSpec("device", str, ""),  # empty: the machine's name
    SettingSpec("log_level", str, "info", choices=("debug", "info", "warning", "error")),
    SettingSpec("poll_interval", int, 1, unit="s", low=1, high=60),
    SettingSpec("draft_idle", int, 30, unit="s", low=5, high=600),
)


class Config(NamedTuple):
    """The settings of one desk as they hold now."""

    data_dir: Path
    store: str  # URL, without the password of a database server
    language: str
    device: str
    log_level: str
    poll_interval: int  # s: how often a desk on a shared store looks for changes
    draft_idle: int  # s: how long a draft rests before it is saved by itself

    @property
    def shown_store(self) -> str:
        """The store's URL with its password masked."""
        return masked(self.store)

    def store_url(self, environ: Mapping[str, str] | None = None) -> str:
        """Return the URL to connect with: a database server's gets its password, if one is kept for it."""
        return with_password(self.store, os.environ if environ is None else environ)


def load_config(flags: Mapping[str, str | None], environ: Mapping[str, str] | None = None) -> Config:
    """Return the settings that hold for ``flags`` (by name; ``None`` where not given).

    Raises ``UserError`` ``error.settings`` with every setting that is unknown or cannot be taken.
    """
    variables = os.environ if environ is None else environ
    data_dir = _data_dir(flags, variables)
    return _config(flags, variables, data_dir, _read_file(data_dir / SETTINGS_FILE))


def load_what_can_be_used(
    flags: Mapping[str, str | None], environ: Mapping[str, str] | None = None
) -> tuple[Config, UserError | None]:
    """Return the settings for a desk that is to open even where its file is damaged, and what is wrong.

    Lines of the file that can be taken hold, the others are as if they were not there. Raises ``UserError``
    where a flag or variable is wrong, and where it is not certain which store was meant: a desk never opens
    another one than its own.
    """
    from orderdesk.errors import UserError

    variables = os.environ if environ is None else environ
    try:
        return load_config(flags, variables), None
    except UserError as fault:
        data_dir = _data_dir(flags, variables)
        in_file, lost = _lines_that_can_be_taken(data_dir / SETTINGS_FILE)
        found = _config(flags, variables, data_dir, in_file)
        is_named = flags.get("store") or variables.get("ORDERDESK_STORE") or "store" in in_file
        if not is_named and (_NAMES_A_STORE.search(lost) or not (data_dir / STORE_FILE).exists()):
            raise
        return found, fault


def _data_dir(flags: Mapping[str, str | None], variables: Mapping[str, str]) -> Path:
    folder = flags.get("data_dir") or variables.get("ORDERDESK_DATA_DIR") or _users_data_folder()
    return Path(folder).expanduser().absolute()


def _config(
    flags: Mapping[str, str | None],
    variables: Mapping[str, str],
    data_dir: Path,
    in_file: Mapping[str, object],
) -> Config:
    problems: _Problems = []
    known = {spec.name for spec in SETTINGS if spec.in_file}
    problems += [("problem.setting.unknown", name, {"key": name}) for name in sorted(in_file.keys() - known)]
    values: dict[str, Any] = {}
    for spec in SETTINGS:
        if not spec.in_file:
            continue
        given = next(
            (value for value in (flags.get(spec.name), variables.get(spec.variable)) if value is not None),
            in_file.get(spec.name, spec.default),
        )
        values[spec.name] = _taken(spec, given, problems)
    if problems:
        raise _wrong_settings(data_dir / SETTINGS_FILE, problems)
    values["store"] = as_store_url(values["store"] or str(data_dir / STORE_FILE))
    values["language"] = values["language"] or systems_language(variables)
    values["device"] = values["device"] or os.environ.get("COMPUTERNAME") or _machine_name()
    return Config(data_dir=data_dir, **values)


def as_store_url(text: str) -> str:
    """Return the URL of a store given as URL or as the path of a file."""
    if "://" in text:
        return text
    return f"sqlite:///{Path(text).expanduser().absolute()}"


def masked(url: str) -> str:
    """Return a store's URL as it may be shown: without its password."""
    return _PASSWORD_IN_URL.sub(r"\1:***@", url)


def with_password(url: str, environ: Mapping[str, str]) -> str:
    """Return a database server's URL with its password, if it has none and one is kept for it.

    ``PGPASSWORD`` and ``PGPASSFILE`` are read by the driver itself.
    """
    from urllib.parse import quote, urlsplit, urlunsplit

    parts = urlsplit(url)
    if not parts.scheme.startswith("postgresql") or parts.password is not None:
        return url
    password = environ.get(PASSWORD_VARIABLE)
    if password is None and not (environ.get("PGPASSWORD") or environ.get("PGPASSFILE")):
        password = _from_keyring(f"{parts.username or ''}@{parts.hostname or ''}{parts.path}")
    if password is None:
        return url
    place = f"{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}"
    login = f"{quote(parts.username or '', safe='')}:{quote(password, safe='')}@"
    return urlunsplit(parts._replace(netloc=login + place))


def _from_keyring(account: str) -> str | None:
    import keyring  # takes a tenth of a second; only a shared store without another password asks it
    from keyring.errors import KeyringError

    ring = keyring.get_keyring()
    asked = getattr(ring, "backends", (ring,))  # a chain asks each of its members
    if not all(type(member).__module__.startswith(_SAFE_KEYRINGS) for member in asked):
        return None
    try:
        return keyring.get_password(KEYRING_SERVICE, account)
    except KeyringError:
        return None


def _taken(spec: SettingSpec, given: object, problems: _Problems) -> str | int:
    """Return a setting's value in its type; what cannot be taken is added to ``problems``."""
    value: str | int | None = None
    if spec.type is str and isinstance(given, str):
        value = given if not spec.choices or given in spec.choices else None
    elif spec.type is int and not isinstance(given, bool) and str(given).isdecimal():
        figure = int(str(given)[:_MOST_DIGITS])
        value = figure if spec.low <= figure <= spec.high else None
    if value is None:
        allowed = list(spec.choices) or [f"{spec.low}–{spec.high} {spec.unit}"]
        params: dict[str, object] = {"key": spec.name, "value": str(given), "allowed": allowed}
        problems.append(("problem.setting.value", spec.name, params))
        return spec.default
    return value


def _read_file(file: Path) -> dict[str, object]:
    if not file.exists():
        return {}
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as fault:  # TOML's and UTF-8's errors are ValueErrors
        raise _wrong_settings(file, [("problem.setting.unreadable", "", {"detail": str(fault)})]) from fault


def _lines_that_can_be_taken(file: Path) -> tuple[dict[str, object], str]:
    """Return what each line of a damaged file says by itself, and the lines that say nothing."""
    import tomllib

    specs = {spec.name: spec for spec in SETTINGS if spec.in_file}
    taken: dict[str, object] = {}
    lost = []
    try:
        lines = file.read_bytes().decode(errors="replace").splitlines()
    except OSError:
        return {}, ""
    for line in lines:
        try:
            said = tomllib.loads(line)
        except (ValueError, RecursionError):
            said = {"": line}
        problems: _Problems = []
        for name, value in said.items():
            if name in specs:
                _taken(specs[name], value, problems)
        if said.keys() <= specs.keys() and not problems:
            taken |= said
        else:
            lost.append(line)
    return taken, "\n".join(lost)


def _wrong_settings(file: Path, problems: _Problems) -> UserError:
    from orderdesk.errors import Problem, UserError

    return UserError("error.settings", tuple(Problem(*problem) for problem in problems), file=str(file))


def _users_data_folder() -> str:
    import platformdirs

    return str(platformdirs.user_data_dir("orderdesk", appauthor=False))


def systems_language(environ: Mapping[str, str]) -> str:
    """Return the system's language where it is one of ours; English else."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "zh" if environ[name].lower().startswith("zh") else "en"
    import locale

    found = locale.getlocale()[0] or ""  # Windows and macOS set no variables
    return "zh" if found.lower().startswith(("zh", "chinese")) else "en"


def _machine_name() -> str:
    import platform

    return platform.node() or "desk"
