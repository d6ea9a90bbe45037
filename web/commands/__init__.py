"""One file for each command of `rechtdoor`: HELP, options(parser), run(args)."""
