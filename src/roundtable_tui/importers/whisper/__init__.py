"""What programs that listen to a recording write as JSON: Whisper, whisper.cpp, whisperX, pyannote."""

from roundtable_tui.importers.whisper.importer import WhisperImporter

__all__ = ["WhisperImporter"]
