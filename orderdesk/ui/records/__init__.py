"""Master data as forms: the fields of a record, how they are typed, saved, and merged with others' work."""
