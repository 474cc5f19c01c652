// What a batch put in the place of earlier rows, field by field: no earlier state of a unit, grid or ledger row is lost
// to the reader (domain.md §6.1, "as known at"). Reads only; values are those kept here, scrubbed when they came.

import type { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type {
	ReplacedRow,
	ReplacedRowsInput,
	ReplacedRowsOutput,
} from '../../../shared/contract/schemas/replaced-rows.ts';
import { toIso, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import { getBatch } from '../cache/batch-queries.ts';
import type { ReadableDb } from '../cache/cache-db.ts';
import { type ReplacedState, readReplacedStates, type StoredRow } from '../cache/replaced-row-queries.ts';
import { ADMIN_UNIT_SPEC } from '../exports/datasets/admin-unit.ts';
import type { FieldSpec } from '../exports/datasets/field.ts';
import { GRID_SPEC } from '../exports/datasets/grid.ts';
import type { LedgerType } from '../exports/datasets/ledger.ts';
import { isLedger, ledgerSpecOf } from '../exports/datasets/ledger-specs.ts';

type Row = z.infer<typeof ReplacedRow>;
type Kind = Row['changes'][number]['kind'];

/** A field as it is kept: its column and how the value reads. */
interface KeptField {
	name: string;
	header: string | null;
	column: string;
	kind: Kind;
	/** The value is the id of a delivered word, or of a delivered place. */
	refersTo: 'word' | 'place' | null;
}

/** Fields of an area as its table keeps them, code and name first; what is worked out here (parents, boxes, initials) is not among them. */
const AREA_FIELDS: readonly (readonly [column: string, field: string, kind: Kind])[] = [
	['area_code', '', 'text'],
	['area_name', '', 'text'],
	['short_name', 'short_name', 'text'],
	['parent_code_raw', 'parent_code', 'text'],
	['sort_no', 'sort_no', 'number'],
	['unit_type', 'unit_type', 'text'],
	['grid_type', 'grid_type', 'text'],
	['special_unit_type', 'special_unit_type', 'text'],
	['std_code', 'std_code', 'text'],
	['urban_rural_code', 'urban_rural_code', 'text'],
	['division_basis', 'division_basis', 'text'],
	['households', 'households', 'number'],
	['pop_resident', 'pop_resident', 'number'],
	['pop_registered', 'pop_registered', 'number'],
	['pop_floating', 'pop_floating', 'number'],
	['area_m2', 'area_m2', 'number'],
	['board_installed', 'board_installed', 'flag'],
	['board_updated_on', 'board_updated_at', 'date'],
	['board_current', 'board_current', 'flag'],
	['profile_updated_on', 'profile_updated_at', 'date'],
	['risk_level', 'risk_level', 'text'],
	['valid_from_on', 'valid_from', 'date'],
	['valid_to_on', 'valid_to', 'date'],
	['is_active', 'is_active', 'flag'],
];

const LEDGER_KINDS: Partial<Record<LedgerType, Kind>> = {
	int: 'number',
	number: 'number',
	percent: 'percent',
	flag: 'flag',
	date: 'date',
	instant: 'instant',
	due: 'instant',
};

function headerOf(fields: readonly FieldSpec[], name: string): string | null {
	return fields.find((field) => field.name === name)?.headers[0] ?? null;
}

function areaFields(dataset: 'admin_unit' | 'grid'): KeptField[] {
	const { fields } = dataset === 'grid' ? GRID_SPEC : ADMIN_UNIT_SPEC;
	const own: Record<string, string> =
		dataset === 'grid'
			? { area_code: 'grid_code', area_name: 'grid_name' }
			: { area_code: 'unit_code', area_name: 'unit_name' };
	return AREA_FIELDS.map(([column, declared, kind]) => {
		const name = own[column] ?? declared;
		return { name, header: headerOf(fields, name), column, kind, refersTo: null };
	});
}

function ledgerFields(dataset: Parameters<typeof ledgerSpecOf>[0]): KeptField[] {
	const spec = ledgerSpecOf(dataset);
	const own = spec.columns.map(
		({ name, headers, column, type }): KeptField => ({
			name,
			header: headers[0] ?? null,
			column,
			kind: LEDGER_KINDS[type] ?? 'text',
			refersTo: type === 'word' || type === 'unit' ? 'word' : null,
		}),
	);
	if (!spec.hasPlace) return own;
	return [...own, { name: 'place', header: '区域', column: 'area_place_id', kind: 'text', refersTo: 'place' }];
}

/** Words and places by their ids, looked up once each. */
function openReader(db: ReadableDb) {
	const words = db.prepare<[number], string>('SELECT raw FROM dict_item WHERE dict_id = ?').pluck();
	const places = db.prepare<[number], StoredRow>('SELECT * FROM place WHERE place_id = ?');
	const placeText = (id: number): string | null => {
		const place = places.get(id);
		return [place?.town_raw, place?.village_raw, place?.grid_raw].filter(Boolean).join(' ') || null;
	};
	return (row: StoredRow, { column, kind, refersTo }: KeptField): string | null => {
		const value = row[column];
		if (value === null || value === undefined) return null;
		if (refersTo === 'word') return words.get(Number(value)) ?? null;
		if (refersTo === 'place') return placeText(Number(value));
		if (kind === 'date') return toIsoDate(Number(value));
		return kind === 'instant' ? toIso(Number(value)) : String(value);
	};
}

/** @throws GridHelmError E_NOT_FOUND for a batch that is not there */
export function listReplacedRows(
	db: ReadableDb,
	{ batchId, ...page }: z.infer<typeof ReplacedRowsInput>,
): z.infer<typeof ReplacedRowsOutput> {
	const batch = getBatch(db, batchId);
	if (batch === null) throw new GridHelmError('E_NOT_FOUND', `没有编号为 ${batchId} 的批次。`, { batchId });
	const { dataset } = batch;
	const isArea = dataset === 'admin_unit' || dataset === 'grid';
	if (!isArea && !isLedger(dataset)) return { total: 0, rows: [] };
	const fields = isArea ? areaFields(dataset) : ledgerFields(dataset);
	const keys = isArea ? fields.slice(0, 2).map(({ name }) => name) : ledgerSpecOf(dataset).key;
	const keyFields = fields.filter(({ name }) => keys.includes(name));
	const read = openReader(db);
	const toRow = ({ before, after }: ReplacedState): Row => {
		const earlierBatchId = Number(before.batch_id);
		const key = keyFields.flatMap((field) => read(before, field) ?? []);
		return {
			key: key.length > 0 ? key : [String(before.row_no)],
			earlierBatchId,
			knownSince: getBatch(db, earlierBatchId)?.committedAt ?? null,
			isWithdrawn: after === null,
			isRedrawn: isArea && after !== null && before.geometry !== after.geometry,
			changes: fields.flatMap((field) => {
				const was = read(before, field);
				const is = after === null ? null : read(after, field);
				if (was === is) return [];
				return [{ field: field.name, header: field.header, kind: field.kind, before: was, after: is }];
			}),
		};
	};
	const { total, states } = readReplacedStates(db, batchId, dataset, page);
	return { total, rows: states.map(toRow) };
}
