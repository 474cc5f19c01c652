// What a quarantined row needs to be corrected by hand and tried again: the headers of its file, its own cells without
// personal data, what was typed in their place and when, and which batch took the row.

export const sql = `
ALTER TABLE batch ADD COLUMN headers TEXT; -- JSON list in the order of the columns
ALTER TABLE batch ADD COLUMN correction_of INTEGER; -- the batch whose rows were corrected by hand; NULL: a file
ALTER TABLE quarantine ADD COLUMN kept TEXT; -- JSON list beside the headers, null where a column is not read; NULL: may not be kept
ALTER TABLE quarantine ADD COLUMN corrections TEXT NOT NULL DEFAULT '{}'; -- header → what was typed, never personal
ALTER TABLE quarantine ADD COLUMN corrected_at INTEGER;
ALTER TABLE quarantine ADD COLUMN taken_by INTEGER; -- the batch in which the row was tried again
CREATE INDEX quarantine_by_taker ON quarantine (taken_by) WHERE taken_by IS NOT NULL;
`;
