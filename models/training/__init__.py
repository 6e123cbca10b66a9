"""Trains the models of `models/`: see README.md."""
