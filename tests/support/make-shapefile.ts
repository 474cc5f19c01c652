// Makes small shapefiles for tests: the bytes of .shp and .dbf, byte by byte as other programs write them.

export type ShapeSpec = { points: [number, number] } | { rings: [number, number][][]; type?: 5 | 15 | 25 } | null;

/** Bytes of a .shp with these records. */
export function makeShp(shapes: readonly ShapeSpec[]): Buffer {
	const bodies = shapes.map((shape) => {
		if (shape === null) return Buffer.alloc(4);
		if ('points' in shape) {
			const body = Buffer.alloc(20);
			body.writeUInt32LE(1, 0);
			body.writeDoubleLE(shape.points[0], 4);
			body.writeDoubleLE(shape.points[1], 12);
			return body;
		}
		const points = shape.rings.flat();
		const extra = (shape.type ?? 5) === 5 ? 0 : 16 + points.length * 8;
		const body = Buffer.alloc(44 + shape.rings.length * 4 + points.length * 16 + extra);
		body.writeUInt32LE(shape.type ?? 5, 0);
		body.writeUInt32LE(shape.rings.length, 36);
		body.writeUInt32LE(points.length, 40);
		let start = 0;
		for (const [part, ring] of shape.rings.entries()) {
			body.writeUInt32LE(start, 44 + part * 4);
			start += ring.length;
		}
		for (const [at, [x, y]] of points.entries()) {
			body.writeDoubleLE(x, 44 + shape.rings.length * 4 + at * 16);
			body.writeDoubleLE(y, 44 + shape.rings.length * 4 + at * 16 + 8);
		}
		return body;
	});
	const records = bodies.map((body, index) => {
		const head = Buffer.alloc(8);
		head.writeUInt32BE(index + 1, 0);
		head.writeUInt32BE(body.length / 2, 4);
		return Buffer.concat([head, body]);
	});
	const header = Buffer.alloc(100);
	header.writeUInt32BE(9994, 0);
	header.writeUInt32BE((100 + Buffer.concat(records).length) / 2, 24);
	header.writeUInt32LE(1000, 28);
	const all = shapes.flatMap((shape) =>
		shape === null ? [] : 'points' in shape ? [shape.points] : shape.rings.flat(),
	);
	const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
	for (const [at, value] of [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].entries())
		header.writeDoubleLE(all.length > 0 ? value : 0, 36 + at * 8);
	return Buffer.concat([header, ...records]);
}

export interface DbfField {
	/** Bytes of the name, cut at ten. */
	name: Uint8Array;
	type: 'C' | 'N';
	length: number;
}

/** Bytes of a .dbf; cells are bytes, cut or padded to the length of their field. */
export function makeDbf(fields: readonly DbfField[], rows: readonly (readonly Uint8Array[])[], language = 0): Buffer {
	const header = Buffer.alloc(32);
	header[0] = 3;
	header.writeUInt32LE(rows.length, 4);
	header.writeUInt16LE(33 + fields.length * 32, 8);
	header.writeUInt16LE(1 + fields.reduce((sum, { length }) => sum + length, 0), 10);
	header[29] = language;
	const described = fields.map(({ name, type, length }) => {
		const field = Buffer.alloc(32);
		field.set(name.subarray(0, 10));
		field[11] = type.charCodeAt(0);
		field[16] = length;
		return field;
	});
	const records = rows.map((row) =>
		Buffer.concat([
			Buffer.from(' '),
			...fields.map(({ length }, column) => {
				const cell = Buffer.alloc(length, 0x20);
				cell.set((row[column] ?? new Uint8Array()).subarray(0, length));
				return cell;
			}),
		]),
	);
	return Buffer.concat([header, ...described, Buffer.from([0x0d]), ...records, Buffer.from([0x1a])]);
}
