"""The story of the tour from beginning to end."""

from __future__ import annotations

from orderdesk.tour import approval_steps, closing_steps, entry_steps, warehouse_steps

STORY = (*entry_steps.STEPS, *approval_steps.STEPS, *warehouse_steps.STEPS, *closing_steps.STEPS)
