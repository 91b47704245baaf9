"""Rule tables that come as files: of our own format, DMN and JDM."""
