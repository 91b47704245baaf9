"""The inbox: what waits for a decision, each with its reasons, decided and taken back by single keys."""
