// The two kinds of database handle. A query takes a ReadableDb; only a command is given a WritableDb.

import type Database from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection that a query may use: it prepares and reads. At run time it is opened read-only. */
export type ReadableDb = Pick<Database.Database, 'prepare' | 'pragma' | 'inTransaction'> & {
	readonly [readable]: true;
};

/** The one writing connection; what can read may be given it too, to see its own uncommitted rows. */
export type WritableDb = ReadableDb & Pick<Database.Database, 'exec'> & { readonly [writable]: true };

/** Brands a connection that was opened read-only. */
export function asReadable(db: Database.Database): ReadableDb {
	return db as unknown as ReadableDb;
}

/** Brands the writing connection. */
export function asWritable(db: Database.Database): WritableDb {
	return db as unknown as WritableDb;
}
