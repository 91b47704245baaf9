"""What is decided: pure functions and decision tables over frozen facts. Every answer comes with its reasons."""
