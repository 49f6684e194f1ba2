"""Drawings as numbers: one file per figure; no HTML and no colour."""
