"""What drawings share: widths of text, scales, rows, places that do not collide; no colour."""
