// Writes the twenty files that no district spares its importer (domain.md §6.5), with a manifest that says what must
// become of each. Same seed, same bytes.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeGb18030 } from './gb18030.ts';
import type { MessyFile, MessyItem } from './messy-item.ts';
import { makeMessyItems } from './messy-items.ts';
import { csvLine } from './sample-table.ts';
import { writeSample } from './write-sample.ts';

export interface MessyOptions {
	outDir: string;
	seed: number;
	/** As-of of the exports, epoch seconds. */
	endS: number;
	/** Rows of the last item. */
	bigRows: number;
}

function bytesOf(file: MessyFile): Uint8Array {
	if ('bytes' in file) return file.bytes;
	const text = 'text' in file ? file.text : file.rows.map(csvLine).join('');
	if (file.encoding === 'gb18030') return encodeGb18030(text);
	return Buffer.from(file.encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}

/** Writes the base exports, the items and manifest.json; returns their paths. */
export async function writeMessy({ outDir, seed, endS, bigRows }: MessyOptions): Promise<{ files: string[] }> {
	const baseDir = join(outDir, 'base');
	const grids = 48;
	const base = { seed, grids, years: 1, endS, encoding: 'utf8', isFull: false } as const;
	const { files } = await writeSample({ ...base, outDir: baseDir, events: 0 });
	const items: MessyItem[] = makeMessyItems({ seed, grids, endS });
	const written = [...files];
	for (const item of items) {
		const dir = join(outDir, String(item.no).padStart(2, '0'));
		await mkdir(dir, { recursive: true });
		for (const file of item.files) {
			written.push(join(dir, file.name));
			await writeFile(join(dir, file.name), bytesOf(file));
		}
	}
	const big = await writeSample({ ...base, outDir: join(outDir, '20'), events: bigRows, encoding: 'gb18030' });
	const bigFile = big.files.find((path) => path.includes('事件明细')) ?? '';
	written.push(bigFile);
	const manifest = {
		base: files.filter((path) => /行政区划\d|网格边界/.test(path)).map((path) => path.slice(outDir.length + 1)),
		items: [
			...items.map(({ no, about, files: parts }) => ({
				no,
				about,
				files: parts.map(({ name, mode, expect }) => ({
					path: `${String(no).padStart(2, '0')}/${name}`,
					mode: mode ?? null,
					expect,
				})),
			})),
			{
				no: 20,
				about: `${bigRows} rows`,
				files: [
					{
						path: bigFile.slice(outDir.length + 1),
						mode: null,
						expect: { outcome: 'committed', read: bigRows, inserted: bigRows, warnings: null },
					},
				],
			},
		],
	};
	const manifestPath = join(outDir, 'manifest.json');
	await writeFile(manifestPath, `${JSON.stringify(manifest, null, '\t')}\n`);
	return { files: [...written, manifestPath] };
}
