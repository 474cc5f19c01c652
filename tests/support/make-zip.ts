// Makes small zip archives for tests, also ones that no honest program would write.

import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipMember {
	/** Bytes of the name; a text is written in UTF-8 with its flag. */
	name: string | Uint8Array;
	content: string | Uint8Array;
	isEncrypted?: boolean;
	/** Lies about the unpacked size. */
	statedSize?: number;
	/** Lies about the checksum. */
	statedSum?: number;
}

/** The bytes of an archive with these members, deflated. */
export function makeZip(members: readonly ZipMember[]): Buffer {
	const bodies: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const member of members) {
		const name = Buffer.from(member.name as string);
		const content = Buffer.from(member.content as string);
		const packed = deflateRawSync(content);
		const flags = (typeof member.name === 'string' ? 0x800 : 0) | (member.isEncrypted ? 1 : 0);
		const fixed = Buffer.alloc(26);
		fixed.writeUInt16LE(20, 0);
		fixed.writeUInt16LE(flags, 2);
		fixed.writeUInt16LE(8, 4);
		fixed.writeUInt32LE(0x5c760000, 6);
		fixed.writeUInt32LE(member.statedSum ?? crc32(content), 10);
		fixed.writeUInt32LE(packed.length, 14);
		fixed.writeUInt32LE(member.statedSize ?? content.length, 18);
		fixed.writeUInt16LE(name.length, 22);
		bodies.push(Buffer.from('PK\u0003\u0004'), fixed, name, packed);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(at, 10);
		directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fixed, tail, name);
		at += 30 + name.length + packed.length;
	}
	const end = Buffer.alloc(18);
	end.writeUInt16LE(members.length, 4);
	end.writeUInt16LE(members.length, 6);
	end.writeUInt32LE(Buffer.concat(directory).length, 8);
	end.writeUInt32LE(at, 12);
	return Buffer.concat([...bodies, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}
