// How the coordinates of each batch of events were read, by its sources; points that too many rows share; what points
// were before grids that came later told of another system. Degrees and metres are numbers as delivered.

export const sql = `
CREATE TABLE coordinate_reading (
	batch_id INTEGER NOT NULL,
	source_word TEXT NOT NULL, -- '' for all sources that are not named
	degrees TEXT CHECK (degrees IN ('wgs84', 'gcj02', 'bd09')),
	meridian INTEGER,
	basis TEXT NOT NULL CHECK (basis IN ('judged', 'accepted', 'assumed')), -- assumed: nothing told; tested again later
	PRIMARY KEY (batch_id, source_word)
) STRICT, WITHOUT ROWID;

CREATE TABLE crowded_point (
	source_system_id INTEGER NOT NULL,
	first REAL NOT NULL,
	second REAL NOT NULL,
	batch_id INTEGER NOT NULL,
	PRIMARY KEY (source_system_id, first, second)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_point_before (
	changed_by INTEGER NOT NULL,
	event_key INTEGER NOT NULL,
	batch_id INTEGER NOT NULL, -- the row that was changed
	lng REAL, lat REAL,
	flags INTEGER NOT NULL,
	PRIMARY KEY (changed_by, event_key)
) STRICT, WITHOUT ROWID;
`;
