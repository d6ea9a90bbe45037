"""How four languages name days and hours: one file of words and forms for each, one grammar that reads them all."""
