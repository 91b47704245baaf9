"""DMN decision tables: S-FEEL and the tables written in it, evaluated by the rules of DMN (ADR 0017)."""
