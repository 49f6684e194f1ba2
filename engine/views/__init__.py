"""What templates see: small frozen views that pages share, and the sheet that makes them."""
