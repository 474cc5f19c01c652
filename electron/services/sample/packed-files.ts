// Bytes of the packed kinds that the messy sample delivers: zip, workbook, shapefile. Written as other programs write
// them, faults of the trade included; only as much of each format as an export uses.

import { crc32 } from 'node:zlib';

export interface ZipEntry {
	/** Bytes of the name, in whatever code page. */
	name: Uint8Array;
	content: Uint8Array;
}

/** An archive of stored members; names are marked as UTF-8 only where `isUtf8`. */
export function zipBytes(entries: readonly ZipEntry[], isUtf8: boolean): Buffer {
	const bodies: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const { name, content } of entries) {
		const fixed = Buffer.alloc(26);
		fixed.writeUInt16LE(20, 0);
		fixed.writeUInt16LE(isUtf8 ? 0x800 : 0, 2);
		fixed.writeUInt32LE(0x5c760000, 6);
		fixed.writeUInt32LE(crc32(content), 10);
		fixed.writeUInt32LE(content.length, 14);
		fixed.writeUInt32LE(content.length, 18);
		fixed.writeUInt16LE(name.length, 22);
		bodies.push(Buffer.from('PK\u0003\u0004'), fixed, Buffer.from(name), Buffer.from(content));
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(at, 10);
		directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fixed, tail, Buffer.from(name));
		at += 30 + name.length + content.length;
	}
	const list = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(entries.length, 4);
	end.writeUInt16LE(entries.length, 6);
	end.writeUInt32LE(list.length, 8);
	end.writeUInt32LE(at, 12);
	return Buffer.concat([...bodies, list, Buffer.from('PK\u0005\u0006'), end]);
}

const escapeXml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function columnLetters(column: number): string {
	const last = String.fromCharCode(65 + (column % 26));
	return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

export interface WorkbookSheet {
	name: string;
	rows: readonly (readonly (string | number)[])[];
	/** Such as A1:F1. */
	merges: readonly string[];
}

/** A workbook of one sheet with texts inside its cells, as server programs write it. */
export function workbookBytes({ name, rows, merges }: WorkbookSheet): Buffer {
	const body = rows.map((row, at) => {
		const cells = row.map((cell, column) => {
			const address = `r="${columnLetters(column)}${at + 1}"`;
			if (cell === '') return '';
			if (typeof cell === 'number') return `<c ${address}><v>${cell}</v></c>`;
			return `<c ${address} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
		});
		return `<row r="${at + 1}">${cells.join('')}</row>`;
	});
	const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
	const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
	const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const packages = 'http://schemas.openxmlformats.org/package/2006';
	const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
	const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
	const parts: Record<string, string> = {
		'[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
		'_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${related}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${related}"><sheets><sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${related}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': `${xml}<worksheet xmlns="${main}"><sheetData>${body.join('')}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}</worksheet>`,
	};
	return zipBytes(
		Object.entries(parts).map(([part, text]) => ({ name: Buffer.from(part), content: Buffer.from(text) })),
		true,
	);
}

type Ring = readonly (readonly number[])[];

/** The .shp of polygons, each with its rings as they stand. */
export function shapeBytes(shapes: readonly (readonly Ring[])[]): Buffer {
	const records = shapes.map((rings, index) => {
		const points = rings.flat();
		const body = Buffer.alloc(8 + 44 + rings.length * 4 + points.length * 16);
		body.writeUInt32BE(index + 1, 0);
		body.writeUInt32BE((body.length - 8) / 2, 4);
		body.writeUInt32LE(5, 8);
		body.writeUInt32LE(rings.length, 44);
		body.writeUInt32LE(points.length, 48);
		let start = 0;
		for (const [part, ring] of rings.entries()) {
			body.writeUInt32LE(start, 52 + part * 4);
			start += ring.length;
		}
		for (const [at, [x = 0, y = 0]] of points.entries()) {
			body.writeDoubleLE(x, 52 + rings.length * 4 + at * 16);
			body.writeDoubleLE(y, 52 + rings.length * 4 + at * 16 + 8);
		}
		return body;
	});
	const all = shapes.flat(2);
	const header = Buffer.alloc(100);
	header.writeUInt32BE(9994, 0);
	header.writeUInt32BE((100 + Buffer.concat(records).length) / 2, 24);
	header.writeUInt32LE(1000, 28);
	header.writeUInt32LE(5, 32);
	const [xs, ys] = [all.map(([x = 0]) => x), all.map(([, y = 0]) => y)];
	for (const [at, value] of [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].entries())
		header.writeDoubleLE(value, 36 + at * 8);
	return Buffer.concat([header, ...records]);
}

/** The .dbf of text columns; names are cut at ten bytes, as the format does. */
export function tableBytes(fields: readonly Uint8Array[], rows: readonly (readonly Uint8Array[])[]): Buffer {
	const width = 60;
	const header = Buffer.alloc(32 + fields.length * 32 + 1);
	header[0] = 3;
	header.writeUInt32LE(rows.length, 4);
	header.writeUInt16LE(header.length, 8);
	header.writeUInt16LE(1 + width * fields.length, 10);
	for (const [at, name] of fields.entries()) {
		header.set(name.subarray(0, 10), 32 + at * 32);
		header.write('C', 32 + at * 32 + 11);
		header[32 + at * 32 + 16] = width;
	}
	header[header.length - 1] = 0x0d;
	const lines = rows.map((row) => {
		const line = Buffer.alloc(1 + width * fields.length, 0x20);
		for (const [at, cell] of row.entries()) line.set(cell.subarray(0, width), 1 + at * width);
		return line;
	});
	return Buffer.concat([header, ...lines, Buffer.from([0x1a])]);
}
