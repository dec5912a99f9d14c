"""What a function is found by, whatever module it stands in."""
