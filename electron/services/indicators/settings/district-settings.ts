// The catalogue and the weights as a district has set them: its changes laid over what is shipped, each holding from
// its own day. Reads the changes; whoever adds one checks it here first.

import type { z } from 'zod';
import { GridHelmError } from '../../../../shared/contract/errors.ts';
import type { CatalogueChangesOutput } from '../../../../shared/contract/schemas/catalogue-changes.ts';
import { DefinitionPatch, WeightsPatch } from '../../../../shared/contract/schemas/catalogue-changes.ts';
import type { Period } from '../../../../shared/domain/period.ts';
import { dayOf, parseIso, toIso, toIsoDate } from '../../../../shared/domain/shanghai-time.ts';
import type { ReadableDb, WritableDb } from '../../cache/cache-db.ts';
import {
	addCatalogueChange,
	type CatalogueChangeRow,
	COMPOSITE_SUBJECT,
	listCatalogueChanges,
} from '../../cache/catalogue-change-store.ts';
import { bumpRevision } from '../../cache/setting-queries.ts';
import { writeTogether } from '../../cache/write-together.ts';
import { type Catalogue, type CatalogueEntry, loadCatalogue } from '../catalogue.ts';
import { type CompositeWeights, loadCompositeWeights } from '../composite/composite-weights.ts';
import { entryOf } from '../compute-readings.ts';
import { patchEntry, refusal } from './patch-definition.ts';
import { patchWeights } from './patch-weights.ts';

export interface DistrictSettings {
	catalogue: Catalogue;
	weightsFor(period: Period): CompositeWeights;
}

interface Versioned<T> {
	fromDay: number;
	entry: T;
}

const ALWAYS = Number.NEGATIVE_INFINITY;

/** The catalogue and weights as shipped. */
export function shippedSettings(): DistrictSettings {
	return { catalogue: loadCatalogue(), weightsFor: loadCompositeWeights };
}

/** Settings by the changes in a cache; `today` is a Shanghai day number and decides what is switched off now. */
export function readDistrictSettings(db: ReadableDb, today: number): DistrictSettings {
	const rows = listCatalogueChanges(db);
	if (rows.length === 0) return shippedSettings();
	const catalogue = new Map<string, CatalogueEntry>();
	for (const [code, entry] of loadCatalogue()) {
		const own = rows.filter(({ subject }) => subject === code);
		const versioned = own.length === 0 ? entry : withVersions(entry, own);
		catalogue.set(code, isOffOn(own, today) ? unlisted(versioned) : versioned);
	}
	const weights = weightVersions(rows.filter(({ subject }) => subject === COMPOSITE_SUBJECT));
	return {
		catalogue,
		weightsFor: ({ startDay }) =>
			weights.findLast(({ fromDay }) => fromDay <= startDay)?.entry ?? loadCompositeWeights(),
	};
}

/** Switched off: in no list and no index; what rests on it by name, as a sentence or a printed code, still finds it. */
function unlisted(entry: CatalogueEntry): CatalogueEntry {
	return { ...entry, definition: { ...entry.definition, audience: 'internal' } };
}

function isOffOn(rows: readonly CatalogueChangeRow[], today: number): boolean {
	let isOff = false;
	for (const row of inForceOrder(rows)) {
		const { isOff: asked } = DefinitionPatch.parse(JSON.parse(row.patch));
		if (asked !== undefined && row.effectiveDay <= today) isOff = asked;
	}
	return isOff;
}

/** By the day they come into force; of one day the later made last. Versions count in the order of their making. */
function inForceOrder(rows: readonly CatalogueChangeRow[]): CatalogueChangeRow[] {
	return [...rows].sort((a, b) => a.effectiveDay - b.effectiveDay || a.changeId - b.changeId);
}

function withVersions(shipped: CatalogueEntry, rows: readonly CatalogueChangeRow[]): CatalogueEntry {
	const versions: Versioned<CatalogueEntry>[] = [{ fromDay: ALWAYS, entry: shipped }];
	let entry = shipped;
	for (const row of inForceOrder(rows)) {
		const made = shipped.definition.version + 1 + rows.indexOf(row);
		const next = patchEntry(entry, DefinitionPatch.parse(JSON.parse(row.patch)));
		entry = { ...next, definition: { ...next.definition, version: made } };
		versions.push({ fromDay: row.effectiveDay, entry });
	}
	return { ...entry, versions };
}

function weightVersions(rows: readonly CatalogueChangeRow[]): Versioned<CompositeWeights>[] {
	let entry = loadCompositeWeights();
	const versions: Versioned<CompositeWeights>[] = [{ fromDay: ALWAYS, entry }];
	for (const row of inForceOrder(rows)) {
		const made = loadCompositeWeights().version + 1 + rows.indexOf(row);
		entry = { ...patchWeights(entry, WeightsPatch.parse(JSON.parse(row.patch))), version: made };
		versions.push({ fromDay: row.effectiveDay, entry });
	}
	return versions;
}

interface Change {
	/** Null: the weights of the composite index. */
	indicator: string | null;
	effectiveOn: string;
	note: string;
	patch: unknown;
}

/** A change laid over those made before it; nothing is written. */
export interface ChangeDraft {
	row: Omit<CatalogueChangeRow, 'changeId'>;
	version: number;
	/** The definition as it would hold from the day on; null for the weights. */
	entry: CatalogueEntry | null;
	/** The weights as they would hold from the day on; null for a definition. */
	weights: CompositeWeights | null;
}

/**
 * Checks a change with all that were made before.
 * @throws GridHelmError E_UNKNOWN_INDICATOR, E_INPUT (message in Chinese, `details.reason` in English)
 */
export function draftChange(db: ReadableDb, change: Change, clockS: number): ChangeDraft {
	const subject = change.indicator ?? COMPOSITE_SUBJECT;
	const effectiveS = parseIso(change.effectiveOn);
	if (effectiveS === null) {
		throw refusal('effectiveOn', `“${change.effectiveOn}”不是有效的日期。`, `${change.effectiveOn} is no date`);
	}
	const shipped = change.indicator === null ? null : entryOf(loadCatalogue(), change.indicator);
	if (shipped?.definition.audience === 'internal') {
		throw new GridHelmError('E_UNKNOWN_INDICATOR', `没有编号为 ${subject} 的指标`, { indicator: subject });
	}
	const effectiveDay = dayOf(effectiveS);
	const row = { subject, changedAtS: clockS, effectiveDay, patch: JSON.stringify(change.patch), note: change.note };
	const before = listCatalogueChanges(db).filter((each) => each.subject === subject);
	const rows = [...before, { ...row, changeId: Number.MAX_SAFE_INTEGER }];
	const isInForce = ({ fromDay }: { fromDay: number }): boolean => fromDay <= effectiveDay;
	// Every version from its day on must still make sense with it.
	if (shipped === null) {
		const weights = weightVersions(rows).findLast(isInForce)?.entry ?? null;
		return { row, version: loadCompositeWeights().version + rows.length, entry: null, weights };
	}
	const entry = withVersions(shipped, rows).versions?.findLast(isInForce)?.entry ?? null;
	return { row, version: shipped.definition.version + rows.length, entry, weights: null };
}

/**
 * Adds a change after checking it with all that were made before; gives its version.
 * @throws GridHelmError E_UNKNOWN_INDICATOR, E_INPUT (message in Chinese, `details.reason` in English), E_BUSY
 */
export function changeCatalogue(writer: WritableDb, change: Change, clockS: number): { version: number } {
	return writeTogether(writer, () => {
		const { row, version } = draftChange(writer, change, clockS);
		addCatalogueChange(writer, row);
		bumpRevision(writer);
		return { version };
	});
}

/** Every change that was made, oldest first. */
export function listChanges(db: ReadableDb): z.infer<typeof CatalogueChangesOutput> {
	const made = new Map<string, number>();
	const changes = listCatalogueChanges(db).map((row) => {
		const isWeights = row.subject === COMPOSITE_SUBJECT;
		const shipped = isWeights
			? loadCompositeWeights().version
			: (loadCatalogue().get(row.subject)?.definition.version ?? 1);
		const version = (made.get(row.subject) ?? shipped) + 1;
		made.set(row.subject, version);
		return {
			indicator: isWeights ? null : row.subject,
			version,
			changedAt: toIso(row.changedAtS),
			effectiveOn: toIsoDate(row.effectiveDay),
			note: row.note,
			definition: isWeights ? null : DefinitionPatch.parse(JSON.parse(row.patch)),
			weights: isWeights ? WeightsPatch.parse(JSON.parse(row.patch)) : null,
		};
	});
	return { changes };
}
