// Makes unit and grid records out of batches of cells. Codes stay text, never padded; a parent may be named by a code
// or, where only names are delivered, as `name:<town>/<village>`. Whether it exists is for sync to say.

import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import { type CellBatch, isFooterText, ROW_FAULT } from './cell-batch.ts';
import { cleanCode, isScientificDamage } from './cell-text.ts';
import { RowFaults } from './column-readers.ts';
import { levelOfCode, levelOfName, parseUnitLevel, unitTypeOfName } from './datasets/admin-unit.ts';
import { parseDivisionBasis, parseGridType } from './datasets/grid.ts';
import { type FieldSource, type FieldSources, mapByProfile } from './field-source.ts';
import { BAD_INSTANT, InstantParser } from './instant-parser.ts';
import { parseFlag, parseNumber } from './number-parser.ts';
import { validatePolygon } from './polygon-validator.ts';
import type { AreaBlock, AreaRecord, ExportPlan, Finding, Rejection } from './record-blocks.ts';
import { makeRejection } from './rejections.ts';
import { cleanStoredWord } from './word-list.ts';

type Row = { batch: CellBatch; row: number; faults: RowFaults };

export class AreaBlockReader {
	rowsRead = 0;
	readonly latestInstantS = null;
	private readonly dataset: 'admin_unit' | 'grid';
	private readonly sources: FieldSources;
	private readonly rootUnit: ExportPlan['rootUnit'];
	private readonly islands: string[] = [];
	private withoutGeometry = 0;
	private unknownTypes = 0;
	private unreadable = 0;

	constructor(dataset: 'admin_unit' | 'grid', sources: FieldSources, rootUnit: ExportPlan['rootUnit']) {
		this.dataset = dataset;
		this.sources = sources;
		this.rootUnit = rootUnit;
	}

	/** `geometries` stand beside the rows of a GeoJSON; absent for all other kinds. */
	read(batch: CellBatch, fraction: number, geometries?: readonly unknown[]): AreaBlock | null {
		const faults = new RowFaults();
		const records: AreaRecord[] = [];
		const rejections: Rejection[] = [];
		for (let row = 0; row < batch.rowCount; row++) {
			const where = { batch, row, faults };
			const fault = batch.rowFault[row];
			if (fault !== ROW_FAULT.none) faults.addFirst(row, fault === ROW_FAULT.width ? 'E_WIDTH' : 'E_QUOTE');
			const record = faults.get(row) ? null : this.dataset === 'grid' ? this.readGrid(where) : this.readUnit(where);
			if (record !== null && geometries) this.addGeometry(where, record, geometries[row]);
			const found = faults.get(row);
			if (record !== null && !found) records.push(record);
			else if (found && !batch.isNoRecord(row))
				rejections.push(
					makeRejection(batch, row, found.code, found.source, this.sources, true, geometries === undefined),
				);
		}
		this.rowsRead += records.length + rejections.length;
		if (records.length === 0 && rejections.length === 0) return null;
		return { dataset: this.dataset, records, rejections, rowsRead: this.rowsRead, fraction };
	}

	findings(): Finding[] {
		const found: Finding[] = [];
		if (this.islands.length > 0) {
			found.push({
				code: 'W_ISLAND',
				count: this.islands.length,
				params: { names: this.islands.slice(0, 20).join('、') },
			});
		}
		if (this.withoutGeometry > 0) found.push({ code: 'W_NO_GEOMETRY', count: this.withoutGeometry, params: {} });
		if (this.unknownTypes > 0) found.push({ code: 'W_GRID_TYPE', count: this.unknownTypes, params: {} });
		if (this.unreadable > 0) found.push({ code: 'W_NUMBER', count: this.unreadable, params: {} });
		return found;
	}

	private source(field: string): FieldSource | undefined {
		return this.sources.byField.get(field);
	}

	private raw({ batch, row }: Row, field: string): string {
		const source = this.source(field);
		if (!source) return '';
		const text = source.text(batch, row);
		return mapByProfile(source, text) ?? text;
	}

	private word(at: Row, field: string): string {
		const word = cleanStoredWord(this.raw(at, field));
		if (word.includes('\ufffd')) at.faults.add(at.row, 'E_CHARACTER', this.source(field) ?? null);
		return word;
	}

	private code(at: Row, field: string): string {
		const code = cleanCode(this.raw(at, field));
		if (isScientificDamage(code)) at.faults.add(at.row, 'E_SCI', this.source(field) ?? null);
		return code;
	}

	private number(at: Row, field: string): number | null {
		const raw = this.raw(at, field);
		const value = parseNumber(raw);
		if (!Number.isNaN(value)) return value;
		if (cleanStoredWord(raw) !== '') this.unreadable++;
		return null;
	}

	private integer(at: Row, field: string): number | null {
		const value = this.number(at, field);
		return value === null ? null : Math.round(value);
	}

	private flag(at: Row, field: string): number | null {
		const flag = parseFlag(this.raw(at, field));
		return Number.isNaN(flag) ? null : flag;
	}

	/** Shanghai day number; a date that cannot be read is counted and left blank. */
	private day(at: Row, field: string): number | null {
		const source = this.source(field);
		if (!source) return null;
		const atS = new InstantParser(source.instants).parse(this.raw(at, field));
		if (atS === BAD_INSTANT) this.unreadable++;
		return atS === BAD_INSTANT || Number.isNaN(atS) ? null : dayOf(atS);
	}

	/** `name:<town>/<village>…` from the names that are there; null without any. */
	private namedPath(...names: string[]): string | null {
		const given = names.filter((name) => name !== '');
		return given.length === 0 ? null : `name:${given.join('/')}`;
	}

	private readUnit(at: Row): AreaRecord | null {
		const name = this.word(at, 'unit_name');
		const delivered = this.code(at, 'unit_code');
		if (name === '' || isFooterText(name) || isFooterText(delivered) !== (delivered === '')) {
			at.faults.add(at.row, 'E_NAME', this.source('unit_name') ?? null);
			return null;
		}
		const level = parseUnitLevel(this.word(at, 'unit_level')) ?? levelOfCode(delivered) ?? levelOfName(name);
		if (level === null) {
			at.faults.add(at.row, 'E_LEVEL', this.source('unit_level') ?? this.source('unit_code') ?? null);
			return null;
		}
		const parentName = this.word(at, 'parent_name');
		const code = delivered || (this.namedPath(level === 'village' ? parentName : '', name) ?? '');
		const areaKm2 = this.number(at, 'area_km2');
		return {
			...this.counts(at),
			rowNo: at.batch.rowNo[at.row] as number,
			code,
			name,
			level,
			parentCode: this.parentOfUnit(this.code(at, 'parent_code'), parentName, delivered, level),
			unitType: this.word(at, 'unit_type') || unitTypeOfName(name),
			gridType: null,
			specialUnitType: null,
			stdCode: null,
			urbanRuralCode: this.code(at, 'urban_rural_code') || null,
			divisionBasis: null,
			gridFacts: null,
			areaM2: areaKm2 === null ? null : Number((areaKm2 * 1e6).toPrecision(12)),
		};
	}

	/** The delivered parent; else the first nine or six digits of the unit's own code (domain.md §2.2); else the root. */
	private parentOfUnit(
		parentCode: string,
		parentName: string,
		code: string,
		level: AreaRecord['level'],
	): string | null {
		if (level === 'district') return null;
		if (parentCode !== '' && parentCode !== code) return parentCode;
		if (parentName !== '') return this.namedPath(parentName);
		if (/^\d{12}$/.test(code)) return level === 'village' ? code.slice(0, 9) : code.slice(0, 6);
		if (/^\d{9}$/.test(code)) return code.slice(0, 6);
		return level === 'town' ? (this.rootUnit?.code ?? null) : null;
	}

	private readGrid(at: Row): AreaRecord | null {
		const name = this.word(at, 'grid_name');
		const delivered = this.code(at, 'grid_code');
		if (
			(name === '' && delivered === '') ||
			(name !== '' && isFooterText(name)) ||
			(delivered !== '' && isFooterText(delivered))
		) {
			at.faults.add(at.row, 'E_NAME', this.source('grid_code') ?? this.source('grid_name') ?? null);
			return null;
		}
		const town = this.word(at, 'town_name');
		const village = this.word(at, 'unit_name');
		const parentGrid = this.code(at, 'parent_grid_code') || this.word(at, 'parent_grid_name');
		const typeText = this.word(at, 'grid_type');
		const known = parseGridType(typeText);
		if (known === null) this.unknownTypes++;
		const gridType = known ?? 'base';
		const unit = this.code(at, 'unit_code') || this.namedPath(town, village) || this.code(at, 'town_code') || null;
		const areaM2 = this.number(at, 'area_m2');
		return {
			...this.counts(at),
			rowNo: at.batch.rowNo[at.row] as number,
			code: delivered || (this.namedPath(town, village, name) ?? ''),
			name: name || delivered,
			level: gridType === 'micro' ? 'microGrid' : 'grid',
			parentCode: gridType === 'micro' && parentGrid !== '' ? parentGrid : (unit ?? (parentGrid || null)),
			unitType: null,
			gridType,
			specialUnitType: this.word(at, 'special_unit_type') || null,
			stdCode: this.code(at, 'std_code') || null,
			urbanRuralCode: null,
			divisionBasis: parseDivisionBasis(this.word(at, 'division_basis')),
			gridFacts: {
				boardInstalled: this.flag(at, 'board_installed'),
				boardUpdatedOn: this.day(at, 'board_updated_at'),
				boardCurrent: this.flag(at, 'board_current'),
				profileUpdatedOn: this.day(at, 'profile_updated_at'),
				riskLevel: this.word(at, 'risk_level') || null,
				validFromOn: this.day(at, 'valid_from'),
				validToOn: this.day(at, 'valid_to'),
			},
			areaM2,
		};
	}

	private counts(
		at: Row,
	): Pick<
		AreaRecord,
		'shortName' | 'sortNo' | 'households' | 'popResident' | 'popRegistered' | 'popFloating' | 'isActive' | 'geometry'
	> {
		return {
			shortName: this.word(at, 'short_name') || null,
			sortNo: this.integer(at, 'sort_no'),
			households: this.integer(at, 'households'),
			popResident: this.integer(at, 'pop_resident'),
			popRegistered: this.integer(at, 'pop_registered'),
			popFloating: this.integer(at, 'pop_floating'),
			isActive: parseFlag(this.raw(at, 'is_active')) !== 0,
			geometry: null,
		};
	}

	private addGeometry(at: Row, record: AreaRecord, geometry: unknown): void {
		if (geometry === null || geometry === undefined) {
			this.withoutGeometry++;
			return;
		}
		const verdict = validatePolygon(geometry);
		if (verdict.code !== null) {
			at.faults.add(at.row, verdict.code, null);
			return;
		}
		record.geometry = verdict.geometry;
		if (verdict.islands > 0) this.islands.push(record.name);
	}
}
