"""What characters mean: width, line breaks, folding, safety and dates. Knows no transcript and no screen."""
