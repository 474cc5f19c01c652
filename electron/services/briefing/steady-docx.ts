// Makes a Word file the same bytes for the same content: relations and drawings numbered in order, every member with one
// time stamp. Must not change what the document says.

import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** A member's relations stand in `_rels/<member>.rels` beside it. */
const RELATIONS = /^(.*)_rels\/([^/]+)\.rels$/;
/** Ids that are drawn at random; the others are counted already. */
const RANDOM_ID = /Id="(rId(?!\d+")[^"]+)"/g;
/** Numbers of drawings go on counting from one document to the next. */
const DRAWING_ID = /<wp:docPr id="\d+"/g;

/** The same document; `stampMs` (epoch) is the time that every member carries. */
export function steadyDocx(bytes: Uint8Array, stampMs: number): Uint8Array {
	const members = unzipSync(bytes);
	for (const name of Object.keys(members)) {
		const [, folder = '', file = ''] = RELATIONS.exec(name) ?? [];
		if (file !== '' && members[folder + file]) countRelations(members, name, folder + file);
	}
	let drawings = 0;
	change(members, 'word/document.xml', (text) =>
		text.replace(DRAWING_ID, () => {
			drawings += 1;
			return `<wp:docPr id="${drawings}"`;
		}),
	);
	return zipAt(members, stampMs);
}

function change(members: Record<string, Uint8Array>, name: string, edit: (text: string) => string): void {
	members[name] = strToU8(edit(strFromU8(members[name] ?? new Uint8Array())));
}

function countRelations(members: Record<string, Uint8Array>, relations: string, owner: string): void {
	const ids = [...strFromU8(members[relations] ?? new Uint8Array()).matchAll(RANDOM_ID)].map(([, id = '']) => id);
	const counted = (text: string) =>
		ids.reduce((done, id, at) => done.replaceAll(`"${id}"`, `"rIdCounted${at + 1}"`), text);
	for (const name of [relations, owner]) change(members, name, counted);
}

function zipAt(members: Record<string, Uint8Array>, stampMs: number): Uint8Array {
	const stamped: Zippable = {};
	for (const [name, content] of Object.entries(members)) {
		const steady = name.endsWith('.xlsx') ? zipAt(unzipSync(content), stampMs) : content;
		stamped[name] = [steady, { mtime: stampMs }];
	}
	return zipSync(stamped, { level: 6 });
}
