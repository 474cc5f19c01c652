// Opens the one cache file: pragmas, quick check, migrations, leftovers of a crash. Every failure is a GridHelmError
// with a closed code; no path ever stands in a message.

import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import { asReadable, asWritable, type ReadableDb, type WritableDb } from './cache-db.ts';
import { hasOldPacks, rebuildPacks } from './event-pack-queries.ts';
import { MIGRATIONS } from './migrations.ts';

/** Marks a SQLite file as ours ("GdHm"). */
const APPLICATION_ID = 0x4764486d;
/** Caches up to this size are checked at every open; larger ones after an unclean end and by `gridhelm verify`. */
const QUICK_CHECK_BYTES = 48 * 1024 * 1024;
const BUSY_TIMEOUT_MS = 2_000;

export interface OpenCacheOptions {
	/** Folder of the cache; made when missing. */
	dir: string;
	fileName: string;
	mode: 'readWrite' | 'readOnly';
}

/** An open cache. `writer` is null when the cache cannot be written (state `readOnly`). */
export interface Cache {
	readonly state: 'readWrite' | 'readOnly';
	/** Sees committed data only, also while an import is running. */
	readonly reader: ReadableDb;
	readonly writer: WritableDb | null;
	/** File of the staging tables of a running import, beside the cache. */
	readonly stagingPath: string;
	close(): void;
}

const WORDS = {
	E_CACHE_LOCKED: '缓存正被另一个程序占用，未作任何改动；请关闭它后重试。',
	E_CACHE_READ_ONLY: '缓存所在位置不可写，且没有可读取的缓存；请换一个可写的文件夹。',
	E_CACHE_CORRUPT: '缓存文件已损坏或不是本产品的缓存，未作任何改动；请从备份恢复，或换一个文件夹重新导入。',
} as const;

/** The GridHelmError for a failure of SQLite or the file system on the cache; other errors come back unchanged. */
export function cacheFailure(error: unknown): unknown {
	if (error instanceof GridHelmError || !(error instanceof Error)) return error;
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
		return new GridHelmError('E_CACHE_LOCKED', WORDS.E_CACHE_LOCKED);
	}
	if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
		return new GridHelmError('E_CACHE_CORRUPT', WORDS.E_CACHE_CORRUPT);
	}
	if (isReadOnlyFailure(code)) return new GridHelmError('E_CACHE_READ_ONLY', WORDS.E_CACHE_READ_ONLY);
	if (code === 'SQLITE_FULL') {
		return new GridHelmError('E_CACHE_READ_ONLY', '磁盘空间不足，未作任何改动；请腾出空间后重试。');
	}
	if (code.startsWith('SQLITE_IOERR')) {
		return new GridHelmError('E_CACHE_READ_ONLY', '读写磁盘时出错，未作任何改动；请检查磁盘后重试。');
	}
	return error;
}

function isReadOnlyFailure(code: string): boolean {
	return (
		code.startsWith('SQLITE_READONLY') ||
		code.startsWith('SQLITE_CANTOPEN') ||
		code.startsWith('SQLITE_PERM') ||
		code === 'EROFS' ||
		code === 'EACCES' ||
		code === 'EPERM' ||
		code === 'ENOTDIR' ||
		code === 'EEXIST'
	);
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function pragmaNumber(db: Database.Database, name: string): number {
	return Number(db.pragma(name, { simple: true }));
}

/** Refuses what is not our cache or comes from a newer version, before anything is written. */
function checkOrigin(db: Database.Database): void {
	const version = pragmaNumber(db, 'user_version');
	const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
	if (tables > 0 && pragmaNumber(db, 'application_id') !== APPLICATION_ID) {
		throw new GridHelmError('E_CACHE_CORRUPT', WORDS.E_CACHE_CORRUPT);
	}
	if (version > MIGRATIONS.length) {
		throw new GridHelmError(
			'E_CACHE_NEWER',
			'缓存由更新版本的程序写成，未作任何改动；请使用新版本打开，或换一个文件夹。',
			{ cacheVersion: version, knownVersion: MIGRATIONS.length },
		);
	}
}

function quickCheck(db: Database.Database): void {
	if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') {
		throw new GridHelmError('E_CACHE_CORRUPT', WORDS.E_CACHE_CORRUPT);
	}
}

function migrate(db: Database.Database): void {
	for (let version = pragmaNumber(db, 'user_version'); version < MIGRATIONS.length; version += 1) {
		db.exec('BEGIN IMMEDIATE');
		try {
			// Another process may have migrated while this one waited.
			if (pragmaNumber(db, 'user_version') === version) {
				if (version === 0) db.pragma(`application_id = ${APPLICATION_ID}`);
				db.exec(MIGRATIONS[version] ?? '');
				db.pragma(`user_version = ${version + 1}`);
			}
			db.exec('COMMIT');
		} catch (error) {
			if (db.inTransaction) db.exec('ROLLBACK');
			throw error;
		}
	}
}

/** Removes what an import that was killed left behind. */
function clearLeftovers(stagingPath: string): void {
	rmSync(stagingPath, { force: true });
	rmSync(`${stagingPath}-journal`, { force: true });
}

/**
 * Runs `work` in a transaction that is taken back, so that it finds out whether the place can be written: on a
 * read-only folder SQLite opens quietly for reading. While another process writes a current cache it is left out:
 * that process proves the place, and reading goes on beside it.
 */
function whileNobodyWrites(db: Database.Database, work: () => void): void {
	try {
		db.exec('BEGIN IMMEDIATE');
	} catch (error) {
		const isCurrent = pragmaNumber(db, 'user_version') === MIGRATIONS.length;
		if (codeOf(error).startsWith('SQLITE_BUSY') && isCurrent) return;
		throw error;
	}
	try {
		db.exec(`PRAGMA user_version = ${pragmaNumber(db, 'user_version')}`);
		work();
	} finally {
		// A write that failed has ended the transaction already.
		if (db.inTransaction) db.exec('ROLLBACK');
	}
}

/** Packs of an older version are made anew from the events they stand for. */
function renewPacks(db: Database.Database): void {
	if (!hasOldPacks(asReadable(db))) return;
	db.exec('BEGIN IMMEDIATE');
	try {
		rebuildPacks(asWritable(db));
		db.exec('COMMIT');
	} catch (error) {
		if (db.inTransaction) db.exec('ROLLBACK');
		throw error;
	}
}

function openWriter(path: string, stagingPath: string): Database.Database {
	const walPath = `${path}-wal`;
	const wasUnclean = existsSync(walPath) && statSync(walPath).size > 0;
	const size = existsSync(path) ? statSync(path).size : 0;
	const db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
	try {
		checkOrigin(db);
		if (size > 0 && (wasUnclean || size <= QUICK_CHECK_BYTES)) quickCheck(db);
		whileNobodyWrites(db, () => clearLeftovers(stagingPath));
		migrate(db);
		db.pragma('journal_mode = WAL');
		db.pragma('synchronous = FULL');
		db.pragma('foreign_keys = ON');
		db.pragma('cache_size = -32768');
		db.pragma('temp_store = FILE');
		db.pragma('threads = 1');
		renewPacks(db);
		return db;
	} catch (error) {
		db.close();
		throw error;
	}
}

function openReader(path: string): Database.Database {
	const db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
	try {
		checkOrigin(db);
		if (pragmaNumber(db, 'user_version') < MIGRATIONS.length) {
			throw new GridHelmError(
				'E_CACHE_READ_ONLY',
				'缓存由旧版本写成，需要升级，但所在位置不可写；请换一个可写的文件夹。',
			);
		}
		db.pragma('cache_size = -16384');
		return db;
	} catch (error) {
		db.close();
		throw error;
	}
}

/**
 * Opens (and makes or migrates) the cache. A place that cannot be written but holds a cache opens with state
 * `readOnly`. Throws GridHelmError E_CACHE_NEWER, E_CACHE_LOCKED, E_CACHE_CORRUPT or E_CACHE_READ_ONLY.
 */
export function openCache({ dir, fileName, mode }: OpenCacheOptions): Cache {
	const path = join(dir, fileName);
	const stagingPath = `${path}.staging`;
	let writer: Database.Database | null = null;
	let reader: Database.Database;
	try {
		if (mode === 'readWrite') {
			try {
				mkdirSync(dir, { recursive: true });
				writer = openWriter(path, stagingPath);
			} catch (error) {
				if (!isReadOnlyFailure(codeOf(error)) || !existsSync(path)) throw error;
			}
		}
		reader = openReader(path);
	} catch (error) {
		writer?.close();
		throw cacheFailure(error);
	}
	return {
		state: writer ? 'readWrite' : 'readOnly',
		reader: asReadable(reader),
		writer: writer ? asWritable(writer) : null,
		stagingPath,
		close() {
			reader.close();
			if (!writer?.open) return;
			try {
				if (writer.inTransaction) writer.exec('ROLLBACK');
				// Leaves one plain file behind, so that the cache can also be read from a medium that cannot be written.
				writer.pragma('wal_checkpoint(TRUNCATE)');
				writer.pragma('journal_mode = DELETE');
			} catch {
				// Another process still has it open; its own close does this.
			}
			writer.close();
		},
	};
}
