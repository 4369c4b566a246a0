"""Runs the verbs in order."""
