"""GoRules JDM: decision tables of that format, evaluated by its own rules (ADR 0017)."""
