"""The clerk's start list: drafts to go on with, and what has become of the orders."""
