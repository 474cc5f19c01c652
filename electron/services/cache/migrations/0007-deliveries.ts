// Deliveries over time: events that are no longer in the whole of their source, what each whole export lacked, rows of
// ledgers that were withdrawn, and which fields a batch delivered. The index holds the few open events of a source.

export const sql = `
ALTER TABLE event ADD COLUMN vanished_by INTEGER; -- the full export that withdrew it; NULL = counts
ALTER TABLE event_version ADD COLUMN vanished_by INTEGER;
CREATE INDEX event_open ON event (source_system_id)
	WHERE closed_at IS NULL AND status_closed_at IS NULL AND vanished_by IS NULL;

-- Full exports whose missing rows were judged, and those rows: absence in two in a row withdraws a row.
CREATE TABLE snapshot_check (batch_id INTEGER PRIMARY KEY, as_of INTEGER NOT NULL) STRICT;
CREATE TABLE absence (
	batch_id INTEGER NOT NULL,
	row_key TEXT NOT NULL, -- event_id, or row_key of a ledger
	PRIMARY KEY (batch_id, row_key)
) STRICT, WITHOUT ROWID;

ALTER TABLE ledger_version ADD COLUMN is_withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE batch ADD COLUMN fields TEXT; -- JSON array of the fields it delivered
`;
