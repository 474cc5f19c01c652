// Published snapshots, the figures that proof cards and snapshots have stated, and a district's own settings of the
// catalogue. They outlive every import: nothing here is ever changed, only added to.

export const sql = `
-- The readings of a day, frozen under a title.
CREATE TABLE published_snapshot (
	snapshot_id INTEGER PRIMARY KEY,
	title TEXT NOT NULL,
	published_at INTEGER NOT NULL,
	as_of INTEGER,
	check_code TEXT NOT NULL UNIQUE,
	reading_count INTEGER NOT NULL,
	is_demo INTEGER NOT NULL
) STRICT;

-- The files that figures rest on, by hash in order; many figures share one list.
CREATE TABLE file_chain (
	chain_id INTEGER PRIMARY KEY,
	hashes TEXT NOT NULL UNIQUE -- JSON array of sha256, sorted
) STRICT;

-- What was stated under a code: by a proof card (snapshot_id 0) or in a snapshot.
CREATE TABLE issued_figure (
	figure_id INTEGER PRIMARY KEY,
	check_code TEXT NOT NULL,
	snapshot_id INTEGER NOT NULL,
	issued_at INTEGER NOT NULL,
	is_demo INTEGER NOT NULL,
	reading TEXT NOT NULL, -- JSON, the row of gridhelm readings
	definition_hash TEXT NOT NULL,
	area_hash TEXT NOT NULL,
	chain_id INTEGER NOT NULL REFERENCES file_chain (chain_id),
	last_batch_id INTEGER NOT NULL, -- newest batch when it was stated
	UNIQUE (check_code, snapshot_id, is_demo)
) STRICT;
CREATE INDEX issued_figure_by_snapshot ON issued_figure (snapshot_id);

-- A district's own settings over the shipped catalogue and the weights of the composite index, newest last.
CREATE TABLE catalogue_change (
	change_id INTEGER PRIMARY KEY,
	subject TEXT NOT NULL, -- code of an indicator, or 'composite'
	changed_at INTEGER NOT NULL,
	effective_on INTEGER NOT NULL, -- first Shanghai day of the periods that it holds for
	patch TEXT NOT NULL, -- JSON
	note TEXT NOT NULL
) STRICT;
CREATE INDEX catalogue_change_by_subject ON catalogue_change (subject, change_id);
`;
