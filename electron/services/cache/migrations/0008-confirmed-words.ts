// What a person has settled once and the product remembers: codes of delivered words, other names of places, and the
// versions of mapping profiles.

export const sql = `
-- A delivered word that a person gave a code; kept by the word, so that it stands also after its batch was undone.
CREATE TABLE word_mapping (
	mapping_id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL,
	raw TEXT NOT NULL,
	code TEXT NOT NULL,
	former_code TEXT, -- what undo puts back
	mapped_at INTEGER NOT NULL,
	undone_at INTEGER
) STRICT;
CREATE INDEX word_mapping_by_word ON word_mapping (kind, raw);

-- Another name of an area, confirmed by a person; matched within the area's own parent only.
CREATE TABLE place_alias (
	alias_id INTEGER PRIMARY KEY,
	area_code TEXT NOT NULL,
	word TEXT NOT NULL,
	confirmed_at INTEGER NOT NULL,
	undone_at INTEGER
) STRICT;

ALTER TABLE profile ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE profile ADD COLUMN saved_at INTEGER;
-- 1: offered by itself to files with its headers.
ALTER TABLE profile ADD COLUMN is_remembered INTEGER NOT NULL DEFAULT 0;
CREATE TABLE profile_version (
	name TEXT NOT NULL,
	version INTEGER NOT NULL,
	json TEXT NOT NULL,
	saved_at INTEGER,
	PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;
`;
