// Closed vocabularies of the domain that the code itself reasons about (domain.md §1–§4).
// What a district can rename (categories, sources, statuses, units) is data under resources/dictionaries, not here.

/** Levels of an area, widest first. `grid` = base and dedicated grids; a micro-grid is read as its parent grid. */
export const AREA_LEVELS = ['district', 'town', 'village', 'grid', 'microGrid'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** Levels that readings are asked at. */
export const READING_LEVELS = ['district', 'town', 'village', 'grid'] as const;
export type ReadingLevel = (typeof READING_LEVELS)[number];

/** Grid kinds, `grid_type` 01/02/03 (domain.md §3.1). */
export const GRID_TYPES = ['base', 'dedicated', 'micro'] as const;
export type GridType = (typeof GRID_TYPES)[number];

/** Urban-rural peer groups from the class code: 11x urban, 12x and 2xx town and country (domain.md §2.2). */
export const PEER_GROUPS = ['urban', 'rural', 'all'] as const;

/** Lights of indicators and of events; shapes ● ◆ ▲ ■ ○ (design.md §1). */
export const LIGHTS = ['green', 'yellow', 'red', 'deepRed', 'none'] as const;
export type Light = (typeof LIGHTS)[number];

/** Light of an open event now; `paused` stands outside the ladder (design/README.md, light words). */
export const EVENT_LIGHTS = ['deepRed', 'red', 'yellow', 'green', 'paused', 'none'] as const;
export type EventLight = (typeof EVENT_LIGHTS)[number];

/** Why a reading has no value, or `ok` (figures.md, Readings). */
export const READING_STATUSES = ['ok', 'insufficient', 'notConnected', 'notDelivered', 'suppressed'] as const;
export type ReadingStatus = (typeof READING_STATUSES)[number];

/** Ledgers: the datasets that are declared as columns (domain.md §3, figures.md), in the order of their import. */
export const LEDGERS = [
	'grid_lineage',
	'handling_unit',
	'grid_staff',
	'staff_assignment',
	'training_session',
	'training_record',
	'pop_aggregate',
	'key_place',
	'component',
	'event_pause',
	'event_extension',
	'event_return',
	'event_supervise',
	'whistle',
	'patrol',
	'visit',
	'hazard',
	'dispute',
	'survey',
	'participation',
	'disclosure_item',
	'digital_usage',
	'sync_log',
	'task_admission',
	'meeting',
	'assessment',
	'guarantee',
	'post_plan',
	'required_unit',
	'duty_list',
	'external_index',
	'calendar_day',
] as const;
export type LedgerDataset = (typeof LEDGERS)[number];

/** Datasets the product takes (domain.md §3), in the order of their import. */
export const DATASETS = ['admin_unit', 'grid', 'event', 'event_step', ...LEDGERS] as const;
export type Dataset = (typeof DATASETS)[number];

/** Event statuses the code reasons about (domain.md §4.5). */
export const STATUS = {
	awaitingAcceptance: 10,
	refused: 11,
	awaitingDispatch: 20,
	awaitingSign: 30,
	inHandling: 31,
	returned: 32,
	paused: 41,
	extensionPending: 42,
	awaitingVerification: 50,
	rework: 51,
	reopened: 52,
	closed: 60,
	awaitingRevisit: 61,
	archived: 70,
	void: 90,
	merged: 91,
} as const;

/** Code of a class nobody has mapped yet; it counts and stays visible (domain.md §4.1). */
export const UNMAPPED_CATEGORY = '9999';
