// What queries and commands are given by the services: the district shown at one revision, and what can be written.

import type { BasemapShelf } from './basemaps/basemap-shelf.ts';
import type { OnlineTiles } from './basemaps/online-tiles.ts';
import type { ReadableDb, WritableDb } from './cache/cache-db.ts';
import type { Handlers } from './dispatch.ts';
import type { EventScope } from './events/event-service.ts';
import type { ImportDesk } from './import-desk.ts';
import type { DistrictSettings } from './indicators/settings/district-settings.ts';
import type { District } from './open-district.ts';

/** What a query is given: the district shown, at one revision. */
export interface QueryScope extends EventScope {
	district: District;
	/** Product state, for app.getState. */
	state: () => ReturnType<Handlers<QueryScope, CommandScope>['app.getState']>;
	/** The district's own cache, whatever is shown: batches, quarantine and profiles are always its own. */
	own: ReadableDb;
	/** The demonstration district is shown. */
	isDemo: boolean;
	/** Weights of the composite index by period, as the district has set them. */
	weightsFor: DistrictSettings['weightsFor'];
	/** Epoch seconds of the machine's clock, also while the demonstration's stands still. */
	clockS: number;
	desk: ImportDesk;
	basemaps: BasemapShelf;
	online: OnlineTiles;
}

/** What a command is given. */
export interface CommandScope {
	desk: ImportDesk;
	clockS: number;
	basemaps: BasemapShelf;
	/** Says that what figures rest on has changed. */
	changed(): void;
	/** The own cache, for short writes (cache/write-together.ts). */
	writer: WritableDb;
	/** What a query would be given now; loads the snapshot when it is asked. */
	shown(): QueryScope;
}
