// First tables: areas, dictionaries, places, events with their steps, batches, versions, quarantine, packs.
// Instants are epoch seconds (INTEGER); days are Shanghai day numbers; NULL is "not delivered", never 0.

const AREA_COLUMNS = `
	area_code TEXT NOT NULL,
	area_name TEXT NOT NULL,
	short_name TEXT NOT NULL,
	level TEXT NOT NULL CHECK (level IN ('district', 'town', 'village', 'grid', 'microGrid')),
	parent_id INTEGER,
	parent_code_raw TEXT, -- as delivered, kept until the parent is known
	sort_no INTEGER,
	unit_type TEXT,
	grid_type TEXT CHECK (grid_type IN ('base', 'dedicated', 'micro')),
	special_unit_type TEXT,
	std_code TEXT,
	urban_rural_code TEXT,
	division_basis TEXT,
	households INTEGER,
	pop_resident INTEGER,
	pop_registered INTEGER,
	pop_floating INTEGER,
	area_m2 REAL,
	is_active INTEGER NOT NULL DEFAULT 1,
	pinyin TEXT NOT NULL,
	geometry TEXT, -- GeoJSON geometry, WGS 84
	west REAL, south REAL, east REAL, north REAL,
	label_lng REAL, label_lat REAL,
	batch_id INTEGER NOT NULL,
	first_batch_id INTEGER NOT NULL,
	row_no INTEGER NOT NULL`;

const EVENT_COLUMNS = `
	event_id TEXT NOT NULL,
	area_id INTEGER, -- where it counts: grid where known, else the lowest named unit
	place_id INTEGER NOT NULL,
	geo_area_id INTEGER, -- grid (or lowest polygon) the point falls in
	lng REAL, lat REAL,
	category_id INTEGER NOT NULL,
	source_id INTEGER,
	status_id INTEGER,
	unit_id INTEGER, -- lead unit
	co_units TEXT, -- JSON array
	limit_id INTEGER,
	severity INTEGER,
	occurred_at INTEGER,
	reported_at INTEGER,
	accepted_at INTEGER,
	dispatched_at INTEGER,
	signed_at INTEGER,
	disposed_at INTEGER,
	closed_at INTEGER,
	due_at INTEGER,
	due_at_orig INTEGER,
	pause_minutes INTEGER,
	reopened_at INTEGER, -- latest re-opening step
	status_closed_at INTEGER, -- as-of of the export that brought a closing status without closed_at
	is_self_closed INTEGER,
	reported_on_time INTEGER, -- 1 按期, 0 超期, NULL no such column
	handling_level INTEGER,
	return_cnt INTEGER, rework_cnt INTEGER, extend_cnt INTEGER, urge_cnt INTEGER, supervise_level INTEGER,
	satisfaction INTEGER,
	is_cross_dept INTEGER,
	is_sensitive INTEGER,
	date_only INTEGER NOT NULL DEFAULT 0, -- bits: see DATE_ONLY in event-columns.ts
	flags INTEGER NOT NULL DEFAULT 0, -- bits: see EVENT_FLAG in event-columns.ts
	source_system_id INTEGER NOT NULL,
	batch_id INTEGER NOT NULL,
	first_batch_id INTEGER NOT NULL,
	row_no INTEGER NOT NULL`;

const STEP_COLUMNS = `
	event_id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	node_id INTEGER,
	op_id INTEGER,
	from_unit_id INTEGER,
	to_unit_id INTEGER,
	operator_role_id INTEGER,
	op_at INTEGER,
	received_at INTEGER,
	due_at INTEGER,
	used_work_minutes INTEGER,
	is_timeout INTEGER,
	batch_id INTEGER NOT NULL,
	first_batch_id INTEGER NOT NULL,
	row_no INTEGER NOT NULL`;

export const sql = `
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Mapping profiles that imports have used (JSON, tables inline).
CREATE TABLE profile (name TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Words as delivered, each with the standard code it is mapped to; mapping one later changes no event row.
-- kinds: category (raw = 'l1' || char(31) || 'l2'), source, status, unit, sourceSystem, limit, node, op, role
CREATE TABLE dict_item (
	dict_id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL,
	raw TEXT NOT NULL,
	code TEXT,
	first_batch_id INTEGER NOT NULL,
	UNIQUE (kind, raw)
) STRICT;

-- One committed (or undone) file. Its rows point here; together with row_no that is the provenance of every figure.
CREATE TABLE batch (
	batch_id INTEGER PRIMARY KEY,
	file_name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	byte_size INTEGER NOT NULL,
	dataset TEXT NOT NULL,
	kind TEXT NOT NULL,
	encoding TEXT,
	mode TEXT NOT NULL,
	profile TEXT,
	source_system_id INTEGER NOT NULL REFERENCES dict_item (dict_id),
	as_of INTEGER,
	committed_at INTEGER NOT NULL,
	undone_at INTEGER,
	rows_read INTEGER NOT NULL,
	rows_inserted INTEGER NOT NULL,
	rows_updated INTEGER NOT NULL,
	rows_unchanged INTEGER NOT NULL,
	rows_folded INTEGER NOT NULL,
	rows_quarantined INTEGER NOT NULL,
	rows_vanished INTEGER NOT NULL,
	findings TEXT NOT NULL, -- JSON {warnings, rejections}
	source_path TEXT -- where the file lay, for reading it again; never leaves the services
) STRICT;
CREATE INDEX batch_by_sha ON batch (sha256);

-- Batch batch_id changed rows that depends_on had brought: it must be undone first.
CREATE TABLE batch_dependency (
	batch_id INTEGER NOT NULL,
	depends_on INTEGER NOT NULL,
	PRIMARY KEY (batch_id, depends_on)
) STRICT, WITHOUT ROWID;

-- Districts, towns, villages, grids and micro-grids in one number space; figures roll up along parent_id.
CREATE TABLE area (
	area_id INTEGER PRIMARY KEY,${AREA_COLUMNS}
) STRICT;
CREATE UNIQUE INDEX area_by_code ON area (area_code);
CREATE INDEX area_by_parent ON area (parent_id);

-- Each distinct way in which exports name a place, resolved once: a grid delivered later moves all its events
-- by updating one row here and the events that point at it.
CREATE TABLE place (
	place_id INTEGER PRIMARY KEY,
	town_raw TEXT NOT NULL,
	village_raw TEXT NOT NULL,
	grid_raw TEXT NOT NULL,
	micro_raw TEXT NOT NULL,
	area_id INTEGER, -- the lowest unit it names for certain
	first_batch_id INTEGER NOT NULL,
	UNIQUE (town_raw, village_raw, grid_raw, micro_raw)
) STRICT;

-- No index by day or batch: figures come from event_pack, and undo may scan.
CREATE TABLE event (
	event_key INTEGER PRIMARY KEY,${EVENT_COLUMNS}
) STRICT;
CREATE UNIQUE INDEX event_by_id ON event (event_id);

CREATE TABLE event_step (${STEP_COLUMNS},
	PRIMARY KEY (event_id, seq)
) STRICT, WITHOUT ROWID;

-- What a row was before a batch changed or removed it; undo puts it back.
CREATE TABLE event_version (
	superseded_by INTEGER NOT NULL,
	event_key INTEGER NOT NULL,${EVENT_COLUMNS},
	PRIMARY KEY (superseded_by, event_key)
) STRICT, WITHOUT ROWID;
CREATE TABLE area_version (
	superseded_by INTEGER NOT NULL,
	area_id INTEGER NOT NULL,${AREA_COLUMNS},
	PRIMARY KEY (superseded_by, area_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_step_version (
	superseded_by INTEGER NOT NULL,${STEP_COLUMNS},
	PRIMARY KEY (superseded_by, event_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE dict_item_version (
	superseded_by INTEGER NOT NULL,
	dict_id INTEGER NOT NULL,
	code TEXT,
	PRIMARY KEY (superseded_by, dict_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
	quarantine_id INTEGER PRIMARY KEY,
	batch_id INTEGER NOT NULL REFERENCES batch (batch_id),
	row_no INTEGER NOT NULL,
	column_name TEXT,
	cell TEXT,
	code TEXT NOT NULL,
	cells TEXT NOT NULL -- JSON, whitelisted columns only
) STRICT;
CREATE INDEX quarantine_by_batch ON quarantine (batch_id);

-- Lines for orientation (roads, water) that are drawn and never counted.
CREATE TABLE orientation_layer (name TEXT PRIMARY KEY, geojson TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Columns of the events of one accepted day (day -1: no acceptance time), packed for the data worker.
-- Derived from event; refreshed in the same transaction for touched days only; rebuilt by verify when in doubt.
CREATE TABLE event_pack (day INTEGER PRIMARY KEY, row_count INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
`;
