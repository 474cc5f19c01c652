// Title, description and address of events, scrubbed before they come here (domain.md §6.4). NULL = not delivered, or of
// a sensitive class. Versions keep them as well, so that undo brings them back.

export const sql = ['event', 'event_version']
	.flatMap((table) =>
		['title', 'desc_clean', 'addr_text'].map((column) => `ALTER TABLE ${table} ADD COLUMN ${column} TEXT;`),
	)
	.join('\n');
