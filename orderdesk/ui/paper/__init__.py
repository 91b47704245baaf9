"""Papers in the desktop: pages to look at, printers to send them to. Any screen may show one."""
