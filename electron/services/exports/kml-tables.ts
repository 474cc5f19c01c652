// Placemarks of a KML document as a table: name, extended data, and the geometry in degrees WGS 84 that KML always has.

import { attributeOf } from './markup-scanner.ts';
import type { MarkupTables } from './markup-tables.ts';
import { MAX_COLUMNS, MAX_ROWS, makeHeldTable, TableFault, type TableRow, type TextTable } from './table-source.ts';

const MAX_TEXT = 64 << 20;

type Position = number[];

/** `lng,lat[,height]` tuples with spaces between. */
function readCoordinates(text: string): Position[] {
	return text
		.trim()
		.split(/\s+/)
		.filter((tuple) => tuple !== '')
		.map((tuple) => tuple.split(',').slice(0, 2).map(Number));
}

interface Placemark {
	fields: Map<string, string>;
	polygons: Position[][][];
	points: Position[];
	lines: Position[][];
}

export class KmlTables implements MarkupTables {
	private readonly marks: Placemark[] = [];
	private readonly names = new Map<string, number>();
	private mark: Placemark | null = null;
	private written = '';
	private wanted = false;
	private dataName = '';
	private rings: { outer: Position[]; inner: Position[][] } | null = null;
	private isInner = false;
	private isEnded = false;
	private readonly path: string[] = [];

	open(name: string, attributes: string): void {
		this.path.push(name);
		if (this.path.length > 200) throw new TableFault('E_HTML');
		if (name === 'Placemark') {
			if (this.marks.length >= MAX_ROWS) throw new TableFault('E_WORKBOOK_LARGE');
			this.mark = { fields: new Map(), polygons: [], points: [], lines: [] };
		} else if (name === 'Data' || name === 'SimpleData') this.dataName = attributeOf(attributes, 'name') ?? '';
		else if (name === 'Polygon') this.rings = { outer: [], inner: [] };
		else if (name === 'innerBoundaryIs') this.isInner = true;
		const isName = name === 'name' && this.path.at(-2) === 'Placemark';
		this.wanted = this.mark !== null && (isName || /^(?:value|SimpleData|coordinates)$/.test(name));
		this.written = '';
	}

	close(name: string): void {
		while (this.path.length > 0 && this.path.pop() !== name);
		const { mark } = this;
		if (name === 'kml') this.isEnded = true;
		if (mark !== null) this.closeInMark(mark, name);
		this.wanted = false;
	}

	text(piece: string): void {
		if (!this.wanted) return;
		this.written += piece;
		if (this.written.length > MAX_TEXT) throw new TableFault('E_WORKBOOK_LARGE');
	}

	private closeInMark(mark: Placemark, name: string): void {
		if (name === 'name' && this.wanted) this.setField(mark, 'name', this.written);
		else if ((name === 'value' || name === 'SimpleData') && this.wanted)
			this.setField(mark, this.dataName, this.written);
		else if (name === 'coordinates' && this.wanted) this.takeCoordinates(mark, readCoordinates(this.written));
		else if (name === 'innerBoundaryIs') this.isInner = false;
		else if (name === 'Polygon' && this.rings !== null) {
			mark.polygons.push([this.rings.outer, ...this.rings.inner]);
			this.rings = null;
		} else if (name === 'Placemark') {
			this.marks.push(mark);
			this.mark = null;
		}
	}

	private setField(mark: Placemark, name: string, value: string): void {
		if (name === '' || this.names.size >= MAX_COLUMNS) return;
		if (!this.names.has(name)) this.names.set(name, this.names.size);
		mark.fields.set(name, value.trim());
	}

	private takeCoordinates(mark: Placemark, positions: Position[]): void {
		if (this.rings !== null) {
			if (this.isInner) this.rings.inner.push(positions);
			else this.rings.outer = positions;
		} else if (this.path.at(-1) === 'Point') mark.points.push(positions[0] ?? []);
		else mark.lines.push(positions);
	}

	/** Row in which the text ended although the document did not; null when it was whole. */
	cutRow(): number | null {
		return this.isEnded ? null : this.marks.length;
	}

	tables(): TextTable[] {
		if (this.marks.length === 0) return [];
		const hasPlaces = this.marks.every(
			({ points, polygons, lines }) => points.length === 1 && polygons.length + lines.length === 0,
		);
		const headers = [...this.names.keys()];
		const rows: TableRow[] = [{ rowNo: 1, cells: hasPlaces ? [...headers, 'lng', 'lat'] : headers }];
		for (const [index, mark] of this.marks.entries()) {
			const cells = headers.map((name) => mark.fields.get(name) ?? '');
			const place = hasPlaces ? (mark.points[0] ?? []).map(String) : [];
			rows.push({ rowNo: index + 2, cells: [...cells, ...place], geometry: geometryOf(mark) });
		}
		return [makeHeldTable(null, rows)];
	}
}

function geometryOf({ polygons, points, lines }: Placemark): unknown {
	if (polygons.length === 1) return { type: 'Polygon', coordinates: polygons[0] };
	if (polygons.length > 1) return { type: 'MultiPolygon', coordinates: polygons };
	if (points[0]) return { type: 'Point', coordinates: points[0] };
	return lines.length > 0 ? { type: 'MultiLineString', coordinates: lines } : null;
}
