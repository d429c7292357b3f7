//! The office's memory: SQLite and the archive of issued documents.
