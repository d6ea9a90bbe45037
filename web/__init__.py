"""The doors: pages, socket, command line."""
