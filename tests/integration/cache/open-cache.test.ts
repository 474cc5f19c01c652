// The cache at opening: fresh, again, newer, locked, not writable, corrupt, after a crash. Never a path in a message.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '../../../electron/services/cache/migrations.ts';
import { type Cache, openCache } from '../../../electron/services/cache/open-cache.ts';
import { getSetting, setSetting } from '../../../electron/services/cache/setting-queries.ts';

const FILE = 'gridhelm.db';

function makeFolder(): string {
	const dir = mkdtempSync(join(tmpdir(), 'gridhelm-open-'));
	onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
	return dir;
}

function open(dir: string, mode: 'readWrite' | 'readOnly' = 'readWrite'): Cache {
	const cache = openCache({ dir, fileName: FILE, mode });
	onTestFinished(() => cache.close());
	return cache;
}

/** The error that opening gives; its message names no path. */
function failureOf(dir: string, mode: 'readWrite' | 'readOnly' = 'readWrite'): unknown {
	try {
		open(dir, mode);
	} catch (error) {
		expect(error instanceof Error ? error.message : '').not.toContain(dir);
		return error;
	}
	return null;
}

describe('opening the cache', () => {
	it('makes the folder and the tables, and finds them again', () => {
		const dir = join(makeFolder(), 'deep', 'er');
		const cache = open(dir);
		expect(cache.state).toBe('readWrite');
		if (cache.writer) setSetting(cache.writer, 'k', 'v');
		cache.close();
		expect(existsSync(join(dir, `${FILE}-wal`))).toBe(false);
		const again = open(dir);
		expect(again.reader.prepare('SELECT value FROM setting').pluck().all()).toEqual(['v']);
		expect(again.reader.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
	});

	it('gives a query a connection that cannot write', () => {
		const { reader } = open(makeFolder());
		expect(() => reader.prepare("INSERT INTO setting VALUES ('a', 'b')").run()).toThrow(/readonly/);
	});

	it('refuses a cache of a newer version and leaves its bytes alone', () => {
		const dir = makeFolder();
		open(dir).close();
		const db = new Database(join(dir, FILE));
		db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
		db.close();
		const before = readFileSync(join(dir, FILE));
		expect(failureOf(dir)).toMatchObject({ code: 'E_CACHE_NEWER' });
		expect(readFileSync(join(dir, FILE)).equals(before)).toBe(true);
	});

	it('says that it is locked while another program holds it', () => {
		const dir = makeFolder();
		open(dir).close();
		const other = new Database(join(dir, FILE));
		onTestFinished(() => {
			other.close();
		});
		other.exec('BEGIN EXCLUSIVE');
		expect(failureOf(dir)).toMatchObject({ code: 'E_CACHE_LOCKED' });
		other.exec('ROLLBACK');
		expect(open(dir).state).toBe('readWrite');
	});

	it('reads the committed data while another program writes, and leaves its staging alone', () => {
		const dir = makeFolder();
		const writing = open(dir);
		if (writing.writer) setSetting(writing.writer, 'centreName', 'before');
		writing.writer?.exec('BEGIN IMMEDIATE');
		if (writing.writer) setSetting(writing.writer, 'centreName', 'after');
		writeFileSync(writing.stagingPath, 'staging of the other');
		const reading = open(dir);
		expect(getSetting(reading.reader, 'centreName')).toBe('before');
		expect(existsSync(writing.stagingPath)).toBe(true);
		writing.writer?.exec('COMMIT');
		expect(getSetting(reading.reader, 'centreName')).toBe('after');
	});

	it('refuses garbage, a foreign database and a damaged page, each as corrupt', () => {
		const garbage = makeFolder();
		writeFileSync(join(garbage, FILE), 'this is no database, not at all, but long enough to be read as one'.repeat(40));
		expect(failureOf(garbage)).toMatchObject({ code: 'E_CACHE_CORRUPT' });
		const foreign = makeFolder();
		const db = new Database(join(foreign, FILE));
		db.exec('CREATE TABLE mine (x)');
		db.close();
		expect(failureOf(foreign)).toMatchObject({ code: 'E_CACHE_CORRUPT' });
		const damaged = makeFolder();
		const cache = open(damaged);
		cache.writer?.exec('BEGIN');
		if (cache.writer) for (let i = 0; i < 500; i += 1) setSetting(cache.writer, `key ${i}`, 'x'.repeat(100));
		cache.writer?.exec('COMMIT');
		cache.close();
		const bytes = readFileSync(join(damaged, FILE));
		bytes.fill(0xee, 4096, bytes.length);
		writeFileSync(join(damaged, FILE), bytes);
		expect(failureOf(damaged)).toMatchObject({ code: 'E_CACHE_CORRUPT' });
	});

	it('clears the staging file that a killed import left', () => {
		const dir = makeFolder();
		const cache = open(dir);
		cache.close();
		writeFileSync(cache.stagingPath, 'left over');
		open(dir);
		expect(existsSync(cache.stagingPath)).toBe(false);
	});

	it('opens for reading when asked, and says so when there is nothing to read', () => {
		const dir = makeFolder();
		expect(failureOf(dir, 'readOnly')).toMatchObject({ code: 'E_CACHE_READ_ONLY' });
		open(dir).close();
		const cache = open(dir, 'readOnly');
		expect(cache.state).toBe('readOnly');
		expect(cache.writer).toBeNull();
	});
});

/** A folder that really cannot be written, also not by root: a read-only bind mount in a mount namespace of its own. */
function runOnReadOnlyFolder(dir: string, script: string): string {
	const command = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && exec "$2" --input-type=module -e "$3"';
	return execFileSync('unshare', ['-m', 'sh', '-c', command, 'sh', dir, process.execPath, script], {
		encoding: 'utf8',
	});
}

function canMount(): boolean {
	try {
		execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

const isMountable = process.platform === 'linux' && canMount();
if (!isMountable) console.log('read-only folder skipped: no mount namespace can be made here');

describe.skipIf(!isMountable)('a folder that cannot be written', () => {
	const openScript = (dir: string) => `
		const { openCache } = await import(${JSON.stringify(`file://${resolve('electron/services/cache/open-cache.ts')}`)});
		try {
			const cache = openCache({ dir: ${JSON.stringify(dir)}, fileName: ${JSON.stringify(FILE)}, mode: 'readWrite' });
			console.log(cache.state, cache.reader.prepare('SELECT count(*) FROM setting').pluck().get());
			cache.close();
		} catch (error) { console.log(error.code, error.message); }`;

	it('opens for reading, after a clean end and after a crash', () => {
		const dir = makeFolder();
		const cache = open(dir);
		if (cache.writer) setSetting(cache.writer, 'k', 'v');
		const crashed = makeFolder();
		execFileSync('cp', ['-r', `${dir}/.`, crashed]);
		cache.close();
		expect(runOnReadOnlyFolder(dir, openScript(dir)).trim()).toBe('readOnly 1');
		expect(runOnReadOnlyFolder(crashed, openScript(crashed)).trim()).toBe('readOnly 1');
	});

	it('without a cache says so in one sentence', () => {
		const dir = makeFolder();
		const said = runOnReadOnlyFolder(dir, openScript(dir)).trim();
		expect(said.startsWith('E_CACHE_READ_ONLY ')).toBe(true);
		expect(said).not.toContain(dir);
	});
});
