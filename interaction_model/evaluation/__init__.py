"""How well the reader understands, measured and written down for people."""
