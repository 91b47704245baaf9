"""What is said: frozen commands, outcomes and changes, the protocol version, and their JSON form.

No logic.
"""
