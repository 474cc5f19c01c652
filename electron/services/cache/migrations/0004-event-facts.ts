// Facts of events that indicators count: what their rows deliver, and what returns and steps tell of them. NULL is "not
// delivered". `place_key` is a number made of an address, to tell the same place again; no address can be read from it.

const COLUMNS = ['text_length', 'place_key', 'result_published', 'return_rows', 'reopened_ever', 'is_online'];

export const sql = `
${['event', 'event_version']
	.flatMap((table) => COLUMNS.map((column) => `ALTER TABLE ${table} ADD COLUMN ${column} INTEGER;`))
	.join('\n')}
-- The few events with returns, and what an event was before.
CREATE INDEX event_with_returns ON event (event_key) WHERE return_rows IS NOT NULL;
CREATE INDEX event_version_by_key ON event_version (event_key);
`;
