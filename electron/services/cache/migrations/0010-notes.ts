// What people write down beside a figure or an event: their own words, kept in this cache and nowhere else.

export const sql = `
CREATE TABLE note (
	note_id INTEGER PRIMARY KEY,
	is_demo INTEGER NOT NULL, -- 1: written while the demonstration district was shown
	indicator TEXT, -- with area_code and period: a note on a figure
	area_code TEXT,
	period TEXT,
	event_id TEXT, -- a note on an event
	role TEXT NOT NULL,
	body TEXT NOT NULL, -- scrubbed
	written_at INTEGER NOT NULL,
	CHECK ((event_id IS NULL) = (indicator IS NOT NULL AND area_code IS NOT NULL AND period IS NOT NULL))
) STRICT;
CREATE INDEX note_by_event ON note (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX note_by_figure ON note (indicator, area_code) WHERE indicator IS NOT NULL;
`;
