// How a ledger says what it holds: key, columns, their types and headers. One ledger = one file beside this, declared and
// never programmed; reading, storing, undo and counts follow from the declaration. Must not read any cell.

import type { LedgerDataset } from '../../../../shared/domain/codes.ts';
import { type DatasetSpec, type FieldKind, type FieldSpec, placeHeaders, TOWN_WORDS, VILLAGE_WORDS } from './field.ts';

/**
 * How a column is read and stored. `text` is scrubbed; `date` is a Shanghai day number; `instant` and `due` are epoch
 * seconds (a due date without a time is the end of that day); `percent` is a share, 1 = 100 %; `flag` is 0 or 1;
 * `period` is a period code; `list` a JSON array; `word` (of a closed vocabulary) and `unit` are dictionary ids;
 * `staffId` is hashed when it is a number of a person, `hashed` always is; `maskedName` keeps the family name only.
 */
export type LedgerType =
	| 'text'
	| 'code'
	| 'int'
	| 'number'
	| 'percent'
	| 'flag'
	| 'date'
	| 'instant'
	| 'due'
	| 'period'
	| 'list'
	| 'word'
	| 'unit'
	| 'staffId'
	| 'hashed'
	| 'maskedName';

/** Code → the words that mean it. */
export type Vocabulary = Readonly<Record<string, RegExp>>;

export interface LedgerColumn extends FieldSpec {
	type: LedgerType;
	/** Of a `word`: what the product itself tells apart; any other word is kept as delivered, without a code. */
	vocabulary: Vocabulary | null;
	/** Column of the table. */
	column: string;
	/** A row without it is quarantined. */
	isRequired: boolean;
}

export interface LedgerSpec extends DatasetSpec {
	dataset: LedgerDataset;
	/** Columns of the table in order; those that name the place are not among them. */
	columns: readonly LedgerColumn[];
	/** Fields that make a row itself; `place` stands for the words that name its place. */
	key: readonly string[];
	hasPlace: boolean;
}

type Typed = readonly [type: LedgerType | Vocabulary, ...headers: string[]];

interface Declaration {
	/** Fields that make a row itself; one that ends in `?` may be blank. `place` stands for the place it is about. */
	key: readonly string[];
	/** Besides the key: of each list one field must be there for a file to be this ledger. */
	needs?: readonly (readonly string[])[];
	/** The row is about an area, named by a code or by its towns, villages and grids. */
	hasPlace?: boolean;
	fields: Readonly<Record<string, Typed>>;
	/** Headers that are known and not read. */
	skipped?: readonly string[];
}

const KINDS: Partial<Record<LedgerType, FieldKind>> = {
	code: 'code',
	staffId: 'code',
	hashed: 'code',
	text: 'text',
	instant: 'instant',
	due: 'instant',
	date: 'instant',
	int: 'number',
	number: 'number',
	percent: 'number',
	flag: 'flag',
};
const AT = ['所属', '', '所在'] as const;

/** Fields that name a place, from the least to the most exact. */
export const PLACE_FIELDS = ['area_code', 'town_name', 'village_name', 'grid_name', 'grid_code'] as const;

const PLACE_HEADERS: Record<(typeof PLACE_FIELDS)[number], readonly string[]> = {
	area_code: [
		'区域编码',
		'区域代码',
		'统计区域编码',
		'行政区划代码',
		'行政区划编码',
		'区划编码',
		'区划代码',
		'统计区域',
		'所属区域',
		'区域名称',
		'区域',
	],
	town_name: [...placeHeaders(TOWN_WORDS, 'name', AT), ...placeHeaders(TOWN_WORDS, 'code', AT), 'town_code', '属地'],
	village_name: [
		...placeHeaders(VILLAGE_WORDS, 'name', AT),
		...placeHeaders(VILLAGE_WORDS, 'code', AT),
		'village_code',
	],
	grid_name: [...placeHeaders(['网格', '责任网格'], 'name', AT)],
	grid_code: [...placeHeaders(['网格', '责任网格', '微网格'], 'code', AT)],
};

/** Makes a ledger's spec from its declaration. */
export function ledger(dataset: LedgerDataset, declared: Declaration): LedgerSpec {
	const key = declared.key.map((name) => name.replace('?', ''));
	const required = declared.key.filter((name) => !name.endsWith('?'));
	const columns = Object.entries(declared.fields).map(([name, [typed, ...headers]]): LedgerColumn => {
		const type = typeof typed === 'string' ? typed : 'word';
		return {
			name,
			kind: KINDS[type] ?? 'word',
			headers,
			isKept: true,
			type,
			vocabulary: typeof typed === 'string' ? null : typed,
			column: type === 'word' || type === 'unit' ? `${name}_ref` : name,
			isRequired: required.includes(name),
		};
	});
	const places = declared.hasPlace
		? PLACE_FIELDS.map((name): FieldSpec => ({ name, kind: 'word', headers: PLACE_HEADERS[name], isKept: true }))
		: [];
	const dropped = (declared.skipped ?? []).map(
		(header): FieldSpec => ({ name: header, kind: 'text', headers: [], isKept: false }),
	);
	return {
		dataset,
		fields: [...columns, ...places, ...dropped],
		columns,
		key,
		hasPlace: declared.hasPlace ?? false,
		required: [...required.map((name) => (name === 'place' ? PLACE_FIELDS : [name])), ...(declared.needs ?? [])],
		telling: columns.map(({ name }) => name),
	};
}
