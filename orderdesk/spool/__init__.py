"""Takes finished papers to printers: PDF over IPP or through CUPS. Knows no document, table or window."""
