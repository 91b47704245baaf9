"""What becomes of files that are dropped, pasted, chosen, opened or removed. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, Protocol
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.rules.files import MAX_BYTES, is_picture, may_run, shown_name
from orderdesk.services.file_store import StoredFile, store_content
from orderdesk.services.reading.files import FileRow, file_body, order_files
from orderdesk.services.store import Reader, Store
from orderdesk.ui.asked import Executes, HasClock, HasIds, Reads, ReadsLong, RunsErrands
from orderdesk.ui.messages import Message, MessageButton
from orderdesk.ui.order_files.copies import Weighed, linked_file, read_file, save_copy, temporary_copy, weigh
from orderdesk.wire.commands import AttachFile, Command, CommandData, RemoveFile, RestoreFile
from orderdesk.wire.outcomes import Changes, Outcome

UNDO_SECONDS = 30
Answer = Literal["shrink", "link", "leave"]
WithOrder = Callable[[Callable[[UUID], None]], None]


class FilesBackend(HasClock, HasIds, Reads, ReadsLong, Executes, RunsErrands, Protocol):
    """What files need of the running desk."""

    store: Store
    data_dir: Path


class FilesView(Protocol):
    """What the presenter asks of the page."""

    def show_files(self, rows: tuple[FileRow, ...]) -> None: ...

    def show_question(self, file: Weighed | None) -> None: ...

    def show_picture(self, picture: object | None) -> None: ...

    def small_picture(self, body: bytes, media: str) -> object | None: ...

    def shrunk(self, path: Path) -> bytes: ...

    def open_path(self, path: Path) -> bool: ...

    def ask_where(self, row: FileRow) -> None: ...

    def show_message(self, message: Message) -> None: ...


@dataclass(frozen=True, slots=True)
class _Shown:
    order_id: UUID | None
    rows: tuple[FileRow, ...] = ()


class FilesPresenter:
    """The files of the order on show. Nothing here waits: bytes are read and written on their lanes."""

    def __init__(self, backend: FilesBackend, view: FilesView, with_order: WithOrder | None = None) -> None:
        self._backend = backend
        self._view = view
        self._with_order = with_order  # makes sure that the order is in the store, then says which
        self._shown = _Shown(None)
        self._too_large: list[Weighed] = []
        self._focused: UUID | None = None
        self._is_closed = False

    @property
    def rows(self) -> tuple[FileRow, ...]:
        """The files on show."""
        return self._shown.rows

    @property
    def question(self) -> Weighed | None:
        """The file that is too large to be kept as it is, which the person is asked about."""
        return self._too_large[0] if self._too_large else None

    def close(self) -> None:
        """The page has gone: answers that are still under way reach nobody."""
        self._is_closed = True

    # what is on show

    def show(self, order_id: UUID | None) -> None:
        """Show the files of another order, or of none."""
        if order_id == self._shown.order_id:
            return
        self._shown, self._too_large, self._focused = _Shown(order_id), [], None
        self._view.show_question(None)
        self._view.show_picture(None)
        self._view.show_files(())
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        order_id = self._shown.order_id
        if order_id is not None:
            self._backend.read(
                lambda connection: order_files(connection, order_id), partial(self._take, order_id)
            )

    def note_changes(self, changes: Changes) -> None:
        """Somebody committed something: files of this order may be among it."""
        if any(one.type == "attachment" for one in changes.touched):
            self.refresh()

    def focus(self, row: FileRow | None) -> None:
        """Show the picture of the file that the cursor has come to, small and drawn anew."""
        key = row.id if row is not None else None
        if key == self._focused:
            return
        self._focused = key
        self._view.show_picture(None)
        if row is None or not row.is_picture or row.link:
            return

        def work(connection: Reader) -> object | None:
            found = file_body(connection, row.id)
            return self._view.small_picture(found.body, found.media)

        self._backend.read_long(work, partial(self._take_picture, row.id), self._no_picture)

    def _take(self, order_id: UUID, rows: tuple[FileRow, ...]) -> None:
        if not self._is_closed and order_id == self._shown.order_id:
            self._shown = _Shown(order_id, rows)
            self._view.show_files(rows)

    def _take_picture(self, key: UUID, picture: object | None) -> None:
        if not self._is_closed and key == self._focused:
            self._view.show_picture(picture)

    def _no_picture(self, fault: OrderDeskError) -> None:
        if not self._is_closed:
            self._fault(fault)

    # adding

    def add(self, paths: Sequence[Path]) -> None:
        """Put files on the order. What is too large is asked about before a byte of it is copied."""
        self._with(lambda order_id: self._weigh(order_id, tuple(paths)))

    def add_bytes(self, name: str, body: bytes) -> None:
        """Put something on the order that is no file yet: a picture from the clipboard."""
        self._with(lambda order_id: self._keep(order_id, name, lambda: body))

    def answer(self, answer: Answer) -> None:
        """Do what was answered about the file that is too large, and ask about the next."""
        if not self._too_large:
            return
        file, order_id = self._too_large.pop(0), self._shown.order_id
        self._view.show_question(self.question)
        if order_id is None or answer == "leave":
            return
        if answer == "shrink":
            name = f"{Path(file.name).stem}.jpg"
            self._keep(order_id, name, lambda: self._view.shrunk(file.path))
        else:
            self._send(
                AttachFile(
                    attachment_id=self._backend.ids.new(), order_id=order_id, file_name=file.name,
                    size=file.size, link=str(file.path),
                ),
                partial(self._said, "files.linked", file.name),
            )  # fmt: skip

    def _with(self, run: Callable[[UUID], None]) -> None:
        if self._with_order is not None:
            self._with_order(run)
        elif self._shown.order_id is not None:
            run(self._shown.order_id)

    def _weigh(self, order_id: UUID, paths: tuple[Path, ...]) -> None:
        self._backend.errand(
            lambda: tuple(weigh(path) for path in paths),
            lambda found, _nothing: self._weighed(order_id, found),
            self._fault,
        )

    def _weighed(self, order_id: UUID, found: tuple[Weighed, ...]) -> None:
        for file in found:
            if file.fault:
                self._say(Message(file.fault, {"name": file.name}, "warn"))
            elif file.size > MAX_BYTES:
                self._too_large.append(file)
            else:
                self._keep(order_id, file.name, partial(read_file, file.path))
        if not self._is_closed:
            self._view.show_question(self.question)

    def _keep(self, order_id: UUID, name: str, body: Callable[[], bytes]) -> None:
        """Store the bytes, then link them; both happen even where the page is gone by then."""
        store, now = self._backend.store, self._backend.clock.now()
        key = self._backend.ids.new()

        def record(stored: StoredFile) -> Command:
            data = AttachFile(
                attachment_id=key,
                order_id=order_id,
                file_name=shown_name(name) or "file",
                sha256=stored.sha256,
            )
            return Command(id=self._backend.ids.new(), data=data)

        def done(_stored: StoredFile, outcome: Outcome | OrderDeskError | None) -> None:
            if isinstance(outcome, Outcome):
                self._answered(outcome, partial(self._said, "files.added", name))
            elif outcome is not None:
                self._fault(outcome)

        self._backend.errand(lambda: store_content(store, body(), now), done, self._fault, record)

    # removing, opening, saving

    def remove(self, row: FileRow) -> None:
        """Take a file off the order at once; the strip has the way back."""

        def removed() -> None:
            back = MessageButton(
                "files.undo",
                lambda: self._send(
                    RestoreFile(attachment_id=row.id), partial(self._said, "files.back", row.name)
                ),
                seconds=UNDO_SECONDS,
            )
            self._say(Message("files.removed", {"name": row.name}, "info", (back,)))

        self._send(RemoveFile(attachment_id=row.id), removed)

    def open(self, row: FileRow) -> None:
        """Open a file with the program that the system has for it, from a copy with a harmless name.

        What could run as a program is not opened: it can be saved.
        """
        if may_run(row.name) or may_run(row.link):
            button = MessageButton("files.save", lambda: self._view.ask_where(row))
            self._say(Message("files.may_run", {"name": row.name}, "warn", () if row.link else (button,)))
            return
        if row.link:
            self._backend.errand(lambda: linked_file(row.link), self._show, self._fault)
            return
        folder, store = self._backend.data_dir / "opened", self._backend.store
        day = self._backend.clock.now().date()

        def work() -> Path:
            with store.reading() as connection:
                return temporary_copy(folder, day, file_body(connection, row.id))

        self._backend.errand(work, self._show, self._fault)

    def save(self, row: FileRow, path: Path) -> None:
        """Write a file where the person has said."""
        store = self._backend.store

        def work() -> None:
            with store.reading() as connection:
                save_copy(path, file_body(connection, row.id).body)

        self._backend.errand(work, lambda _value, _nothing: self._said("files.saved", path.name), self._fault)

    def _show(self, path: Path, _nothing: object) -> None:
        if not self._is_closed and not self._view.open_path(path):
            self._say(Message("files.no_program", {"name": path.name}, "warn"))

    # answers

    def _send(self, data: CommandData, done: Callable[[], None]) -> None:
        command = Command(id=self._backend.ids.new(), data=data)
        self._backend.execute(command, lambda outcome: self._answered(outcome, done), self._fault)

    def _answered(self, outcome: Outcome, done: Callable[[], None]) -> None:
        if outcome.is_refused:
            for problem in outcome.problems:
                self._say(Message(problem.code, dict(problem.params), "warn"))
        else:
            done()
        self.refresh()

    def _said(self, code: str, name: str) -> None:
        self._say(Message(code, {"name": name}, "done"))

    def _fault(self, fault: OrderDeskError) -> None:
        self._say(Message(fault.code, dict(fault.params), "error"))

    def _say(self, message: Message) -> None:
        if not self._is_closed:
            self._view.show_message(message)


def can_shrink(file: Weighed) -> bool:
    """Return whether a file is a picture that can be made smaller."""
    return is_picture(file.media)
