"""What was committed reaches every open view as one signal, whichever thread committed it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot

from orderdesk.wire.outcomes import Changes


class Notifier(QObject):
    """Carries ``wire.outcomes.Changes`` from the door to the views; make it on the GUI thread."""

    changed = Signal(object)  # Changes, always on the GUI thread
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Queued, always: a view that writes from inside the signal must not be told in the middle of its own
        # write.
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def publish(self, changes: Changes) -> None:
        """Tell all views, soon and on the GUI thread; may be called from any thread."""
        self._arrived.emit(changes)

    @Slot(object)
    def _deliver(self, changes: Changes) -> None:
        self.changed.emit(changes)
