// Makes blocks of any ledger out of batches of cells, by what its spec declares. Must not know a single ledger by name.

import { startOfDay } from '../../../shared/domain/shanghai-time.ts';
import { type CellBatch, ROW_FAULT } from './cell-batch.ts';
import { cleanCode, isScientificDamage } from './cell-text.ts';
import { RowFaults } from './column-readers.ts';
import { type LedgerColumn, type LedgerSpec, PLACE_FIELDS } from './datasets/ledger.ts';
import { type FieldSource, type FieldSources, mapByProfile } from './field-source.ts';
import { LedgerCellReader } from './ledger-values.ts';
import type { DeliveredPlace, Finding, LedgerBlock, LedgerRecord, Rejection } from './record-blocks.ts';
import { makeRejection } from './rejections.ts';
import { cleanStoredWord } from './word-list.ts';

interface DeliveredColumn {
	/** Position among the spec's columns. */
	index: number;
	column: LedgerColumn;
	source: FieldSource;
	reader: LedgerCellReader;
	/** Its instants tell when the file was made. */
	tellsAsOf: boolean;
}

/** Plans and limits lie in the future and say nothing of the file's age. */
const AHEAD = /due|valid_to|effective|expected|end_on|day_on/;

export class LedgerBlockReader {
	rowsRead = 0;
	latestInstantS: number | null = null;
	private readonly spec: LedgerSpec;
	private readonly sources: FieldSources;
	private readonly columns: DeliveredColumn[] = [];
	private readonly fileTimeS: number;
	private unreadable = 0;

	constructor(spec: LedgerSpec, sources: FieldSources, fileTimeS: number) {
		this.spec = spec;
		this.sources = sources;
		this.fileTimeS = fileTimeS;
		for (const [index, column] of spec.columns.entries()) {
			const source = sources.byField.get(column.name);
			if (!source) continue;
			const isInstant = column.type === 'instant' || column.type === 'date';
			this.columns.push({
				index,
				column,
				source,
				reader: new LedgerCellReader(column, source),
				tellsAsOf: isInstant && !AHEAD.test(column.name),
			});
		}
	}

	read(batch: CellBatch, fraction: number): LedgerBlock | null {
		const faults = new RowFaults();
		const records: LedgerRecord[] = [];
		const rejections: Rejection[] = [];
		for (let row = 0; row < batch.rowCount; row++) {
			if (batch.isNoRecord(row)) continue;
			const rowFault = batch.rowFault[row];
			if (rowFault !== ROW_FAULT.none) faults.addFirst(row, rowFault === ROW_FAULT.width ? 'E_WIDTH' : 'E_QUOTE');
			const record = faults.get(row) ? null : this.readRow(batch, row, faults);
			const fault = faults.get(row);
			if (record !== null && !fault) records.push(record);
			else if (fault) rejections.push(makeRejection(batch, row, fault.code, fault.source, this.sources));
		}
		this.rowsRead += records.length + rejections.length;
		if (records.length === 0 && rejections.length === 0) return null;
		const { latestInstantS, rowsRead } = this;
		return { dataset: this.spec.dataset, records, latestInstantS, rejections, rowsRead, fraction };
	}

	findings(): Finding[] {
		return this.unreadable > 0 ? [{ code: 'W_NUMBER', count: this.unreadable, params: {} }] : [];
	}

	private text(batch: CellBatch, row: number, source: FieldSource): string {
		const text = source.text(batch, row);
		return mapByProfile(source, text) ?? text;
	}

	private readRow(batch: CellBatch, row: number, faults: RowFaults): LedgerRecord {
		const cells: LedgerRecord['cells'] = this.spec.columns.map(() => null);
		for (const { index, column, source, reader, tellsAsOf } of this.columns) {
			const value = reader.read(this.text(batch, row, source));
			if (value !== null && typeof value === 'object') {
				if ('fault' in value) faults.add(row, value.fault, source);
				else this.unreadable++;
				continue;
			}
			cells[index] = value;
			if (value === null && column.isRequired) faults.add(row, 'E_KEY', source);
			if (tellsAsOf && typeof value === 'number') this.noteInstant(column.type === 'date' ? startOfDay(value) : value);
		}
		const place = this.spec.hasPlace ? this.readPlace(batch, row, faults) : null;
		if (place === null && this.spec.required.includes(PLACE_FIELDS)) faults.add(row, 'E_KEY', null);
		return { rowNo: batch.rowNo[row] as number, cells, place };
	}

	private noteInstant(atS: number): void {
		if (atS <= this.fileTimeS && atS > (this.latestInstantS ?? 0)) this.latestInstantS = atS;
	}

	/** The most exact words of each level; an area's code stands where a grid would. */
	private readPlace(batch: CellBatch, row: number, faults: RowFaults): DeliveredPlace | null {
		const { byField } = this.sources;
		const code = (field: string): string => {
			const source = byField.get(field);
			const found = source ? cleanCode(this.text(batch, row, source)) : '';
			if (source && isScientificDamage(found)) faults.add(row, 'E_SCI', source);
			return found;
		};
		const word = (field: string): string => {
			const source = byField.get(field);
			return source ? cleanStoredWord(this.text(batch, row, source)) : '';
		};
		const place = {
			town: word('town_name'),
			village: word('village_name'),
			grid: code('grid_code') || word('grid_name') || code('area_code'),
		};
		return place.town === '' && place.village === '' && place.grid === '' ? null : place;
	}
}
