"""Settings, folders and the language of the interface."""
