"""The parts of the main window around the screens.

None of them knows a screen, only what the base class says.
"""
