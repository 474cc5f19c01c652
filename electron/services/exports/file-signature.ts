// What kind of thing a file is, by its first bytes and never by its name. Must not read further than the bytes given.

/** Kinds that have a reader, and `text` for whatever must be looked at as text. */
export type FileForm = 'zip' | 'compound' | 'shape' | 'text';

/** A kind that is known by name and not read. */
export interface ForeignForm {
	code: 'E_BINARY' | 'E_ARCHIVE_KIND' | 'E_DWG' | 'E_DATABASE';
}

const SIGNATURES: readonly [string, FileForm | ForeignForm][] = [
	['PK\u0003\u0004', 'zip'],
	['PK\u0005\u0006', 'zip'],
	['\u00d0\u00cf\u0011\u00e0', 'compound'],
	['\u0000\u0000\u0027\u000a', 'shape'],
	['Rar!\u001a\u0007', { code: 'E_ARCHIVE_KIND' }],
	['7z\u00bc\u00af\u0027\u001c', { code: 'E_ARCHIVE_KIND' }],
	['\u001f\u008b', { code: 'E_ARCHIVE_KIND' }],
	['%PDF', { code: 'E_BINARY' }],
	['AC10', { code: 'E_DWG' }],
	['SQLite format 3', { code: 'E_DATABASE' }],
	['\u0000\u0001\u0000\u0000Standard ', { code: 'E_DATABASE' }],
];

/** Form of a file by its first bytes (a few hundred suffice). */
export function sniffForm(head: Uint8Array): FileForm | ForeignForm {
	const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 64)).toString('latin1');
	return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? 'text';
}
