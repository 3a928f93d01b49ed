"""From articles, minutes and captions to transcript YAML; one module for each source format."""
