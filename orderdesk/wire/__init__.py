"""What is said: frozen commands, outcomes and changes, the protocol version, and their JSON form.

No logic. Annotations are not postponed here: pydantic would evaluate their texts at every start (ADR 0018).
"""
