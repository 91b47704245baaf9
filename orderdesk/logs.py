"""The log: JSON lines, rotated, without personal data; and the hook for unseen faults of threads.

What is logged are codes, ids and counts, never names, addresses or what was typed.
"""

from __future__ import annotations

import json
import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from orderdesk.errors import EnvironmentProblem

FILE_BYTES = 5 * 1024 * 1024
FILES = 5


class JsonFormatter(logging.Formatter):
    """One JSON object a line: instant, level, logger, message, and the trace of a fault."""

    default_msec_format = "%s.%03d"

    def format(self, record: logging.LogRecord) -> str:
        fields: dict[str, object] = {
            "at": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            fields["trace"] = self.formatException(record.exc_info)
        return json.dumps(fields, ensure_ascii=False)


def log_to_file(folder: Path) -> Path:
    """Write the log to ``folder/orderdesk.log``, 5 files of 5 MB; return the file.

    Raises ``EnvironmentProblem`` where the folder takes no file.
    """
    path = folder / "orderdesk.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8")
    except OSError as fault:
        detail = fault.strerror or ""
        raise EnvironmentProblem("error.log.not_written", file=str(path), detail=detail) from fault
    handler.setFormatter(JsonFormatter())
    _install(handler)
    return path


def log_to_stderr(level: int = logging.WARNING) -> None:
    """Write warnings and worse to standard error, for the command line."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    handler.setLevel(level)
    _install(handler)


def report_thread_faults() -> None:
    """Bring faults of threads into the log; the main thread and Qt's slots have a hook in ``ui``."""
    import threading  # noqa: TID251 - only its hook: no thread is made here

    def report(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            trace = (args.exc_type, args.exc_value, args.exc_traceback)
            logging.getLogger("orderdesk").critical("unseen fault in a thread", exc_info=trace)

    threading.excepthook = report


def _install(handler: logging.Handler) -> None:
    root = logging.getLogger("orderdesk")
    root.setLevel(logging.INFO)
    root.addHandler(handler)
