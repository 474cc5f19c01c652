// Makes a Word file the same bytes for the same content: relations and drawings numbered in order, every member with one time stamp.
// Must not change what the document says.

import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const RELATIONS = 'word/_rels/document.xml.rels';
const DOCUMENT = 'word/document.xml';
/** Ids that are drawn at random; the others are counted already. */
const RANDOM_ID = /Id="(rId(?!\d+")[^"]+)"/g;
/** Numbers of drawings go on counting from one document to the next. */
const DRAWING_ID = /<wp:docPr id="\d+"/g;

/** The same document; `stampMs` (epoch) is the time that every member carries. */
export function steadyDocx(bytes: Uint8Array, stampMs: number): Uint8Array {
	const members = unzipSync(bytes);
	let relations = strFromU8(members[RELATIONS] ?? new Uint8Array());
	let document = strFromU8(members[DOCUMENT] ?? new Uint8Array());
	[...relations.matchAll(RANDOM_ID)].forEach(([, id = ''], at) => {
		relations = relations.replaceAll(`"${id}"`, `"rIdChart${at + 1}"`);
		document = document.replaceAll(`"${id}"`, `"rIdChart${at + 1}"`);
	});
	let drawings = 0;
	document = document.replace(DRAWING_ID, () => {
		drawings += 1;
		return `<wp:docPr id="${drawings}"`;
	});
	members[RELATIONS] = strToU8(relations);
	members[DOCUMENT] = strToU8(document);
	return zipAt(members, stampMs);
}

function zipAt(members: Record<string, Uint8Array>, stampMs: number): Uint8Array {
	const stamped: Zippable = {};
	for (const [name, content] of Object.entries(members)) {
		const steady = name.endsWith('.xlsx') ? zipAt(unzipSync(content), stampMs) : content;
		stamped[name] = [steady, { mtime: stampMs }];
	}
	return zipSync(stamped, { level: 6 });
}
