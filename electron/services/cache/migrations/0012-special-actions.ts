// 一件事: special actions that people opened on a class of events at a place, kept in this cache and nowhere else. An area
// is named by its code, so that taking back an import never takes an action with it.

export const sql = `
CREATE TABLE special_action (
	action_id INTEGER PRIMARY KEY,
	is_demo INTEGER NOT NULL, -- 1: opened while the demonstration district was shown
	name TEXT NOT NULL, -- scrubbed, as are lead_unit and note
	area_code TEXT NOT NULL,
	class_code TEXT NOT NULL, -- two digits: a first-level class; four: a second-level one
	first_day INTEGER NOT NULL, -- Shanghai day number
	last_day INTEGER, -- NULL: it runs
	lead_unit TEXT,
	note TEXT NOT NULL,
	opened_at INTEGER NOT NULL
) STRICT;
`;
