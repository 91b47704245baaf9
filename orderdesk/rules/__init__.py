"""What is decided: pure functions and tables over frozen facts. Every answer comes with its reasons."""
