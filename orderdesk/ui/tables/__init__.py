"""One model, one view and one delegate for all tables; what differs between them is declared as columns."""
