// Binds each method of the contract to one service call. No logic beyond turning codes into periods and instants.

import type { ParsedInput } from '../../shared/contract/contract.ts';
import { GridHelmError } from '../../shared/contract/errors.ts';
import { type Period, parsePeriodRange } from '../../shared/domain/period.ts';
import { parseIso, toIso } from '../../shared/domain/shanghai-time.ts';
import { type Box, boxAroundPoints } from './basemaps/box.ts';
import { computeBriefing } from './briefing/compute-briefing.ts';
import { makeDocument } from './briefing/make-document.ts';
import { readBatchOrigins } from './cache/batch-queries.ts';
import type { ReadableDb } from './cache/cache-db.ts';
import { findEventsByIdPrefix, getEventById, getEventIds, getEvents } from './cache/event-queries.ts';
import { readOutlineOf } from './cache/grid-outline-queries.ts';
import { listExternalIndexes } from './cache/ledger-index-queries.ts';
import { listSnapshotRows } from './cache/published-store.ts';
import { getDisputes } from './collaboration/get-disputes.ts';
import { getFlow } from './collaboration/get-flow.ts';
import { getMeetings } from './collaboration/get-meetings.ts';
import { getResponse } from './collaboration/get-response.ts';
import { listQueue } from './collaboration/list-queue.ts';
import { closeAction, listActions, openAction, removeAction } from './collaboration/special-actions.ts';
import type { Handlers } from './dispatch.ts';
import { requirePeriod } from './events/choose-events.ts';
import { getEvent, listAreaLights, listEvents, listRedLights, numbersOf } from './events/event-service.ts';
import { toEventRow } from './events/event-shapes.ts';
import { listEventVersions } from './events/event-versions.ts';
import { exportList } from './events/export-list.ts';
import { countFacets } from './events/facets.ts';
import type { CommandScope, QueryScope } from './handler-scopes.ts';
import { importHandlers } from './import-handlers.ts';
import { computeBoard } from './indicators/board.ts';
import { listDefinitions } from './indicators/catalogue.ts';
import { computeComposite, listComposites } from './indicators/composite/compute-composite.ts';
import { computeReadings } from './indicators/compute-readings.ts';
import { explainChange } from './indicators/explain/explain-change.ts';
import { listCorrelations } from './indicators/guards/correlate.ts';
import { listGuards } from './indicators/guards/list-guards.ts';
import { countNearLimit } from './indicators/guards/near-limit-returns.ts';
import { listStandardised } from './indicators/guards/standardise.ts';
import { readAreaProfile } from './indicators/pages/area-profile.ts';
import { makeBooklet } from './indicators/pages/booklet.ts';
import { readDivision } from './indicators/pages/division.ts';
import { listIndicators, readIndicatorPage } from './indicators/pages/indicator-list.ts';
import { computeProof, type Proof } from './indicators/proof.ts';
import { computeRanking } from './indicators/ranking.ts';
import { computeSentences } from './indicators/sentences.ts';
import { changeCatalogue, listChanges } from './indicators/settings/district-settings.ts';
import { listSettings } from './indicators/settings/list-settings.ts';
import { previewChange } from './indicators/settings/preview-change.ts';
import { keepProof, publishSnapshot, toSnapshot } from './indicators/snapshots/issue-figure.ts';
import { getSnapshot, listRestatements, verifyFigure } from './indicators/snapshots/verify-figure.ts';
import { computeTrend } from './indicators/trend.ts';
import { listUnitReadings } from './indicators/unit-readings.ts';
import { computeWallOverview } from './indicators/wall-overview.ts';
import type { LabelPoints } from './map/event-points.ts';
import { listMapChains } from './map/map-chains.ts';
import { listMapEvents } from './map/map-events.ts';
import { listMapHotspots } from './map/map-hotspots.ts';
import { listMapPlaces } from './map/map-places.ts';
import { listMapValues } from './map/map-values.ts';
import { addNote, listNotes, removeNote } from './notes/note-service.ts';
import type { District } from './open-district.ts';
import { findHits } from './search/find-hits.ts';
import { listTopologyFaults } from './sync/topology-service.ts';
import { readPublic } from './team/public-page.ts';
import { readTeam } from './team/team-page.ts';
import { listTrialGrids } from './team/trial-grids.ts';
import { tryGrids } from './team/try-grids.ts';

function periodsOf(code: string): Period[] {
	const periods = parsePeriodRange(code);
	if (!periods) throw new GridHelmError('E_PERIOD', `“${code}”不是有效的期间。`, { period: code });
	return periods;
}

function instantInput(iso: string | undefined, field: string): number | null {
	if (iso === undefined) return null;
	const atS = parseIso(iso);
	if (atS === null) throw new GridHelmError('E_INPUT', '截至时间不正确。', { field });
	return atS;
}

function asOfInput(asOf: string | undefined): { asOfS?: number } {
	const asOfS = instantInput(asOf, 'asOf');
	return asOfS === null ? {} : { asOfS };
}

function proofSources(db: ReadableDb) {
	const origins = readBatchOrigins(db);
	return {
		batch(batchId: number) {
			const origin = origins.get(batchId);
			if (!origin) throw new Error(`batch ${batchId} of a figure is not committed`);
			return { file: origin.fileName, sha256: origin.sha256, arrivedAt: origin.committedAtS };
		},
		eventIds: (keys: readonly number[]) => getEventIds(db, keys),
	};
}

function proofOf(scope: QueryScope, input: ParsedInput<'snapshots.keepProof'>, limit: number): Proof {
	const question = { ...input, limit, period: requirePeriod(input.period), ...asOfInput(input.asOf) };
	return computeProof(scope.snapshot, scope.catalogue, question, proofSources(scope.db));
}

function labelPointsOf(district: District): LabelPoints {
	return new Map(district.areas().areas.flatMap(({ code, labelPoint }) => (labelPoint ? [[code, labelPoint]] : [])));
}

/** Box of the shown district, by its areas or the outline of the settings; null while neither is known. */
function boxOf({ district, desk }: QueryScope): Box | null {
	const box = district.areas().areas.find(({ level }) => level === 'district')?.bbox;
	return box ?? boxAroundPoints(desk.settings.read().settings.outline?.coordinates ?? []);
}

export const handlers: Handlers<QueryScope, CommandScope> = {
	'app.getState': (scope) => scope.state(),
	'areas.listAreas': (scope) => scope.district.areas(),
	'areas.listTopologyFaults': (scope, input) => listTopologyFaults(scope.db, input),

	'indicators.listDefinitions': (scope) => ({ definitions: listDefinitions(scope.catalogue) }),
	'indicators.listReadings': (scope, input) => ({
		asOf: scope.snapshot.asOfS === null ? null : toIso(scope.snapshot.asOfS),
		readings: computeReadings(scope.snapshot, scope.catalogue, {
			periods: periodsOf(input.period),
			...(input.indicators && { indicators: input.indicators }),
			...(input.areas && { areas: input.areas }),
			...(input.level && { level: input.level }),
			...(input.units && { units: input.units }),
			...(input.basis && { basis: input.basis }),
			...(input.variant !== undefined && { variant: input.variant }),
			...asOfInput(input.asOf),
		}),
	}),
	'indicators.getBoard': (scope, input) =>
		computeBoard(scope.snapshot, scope.catalogue, scope.calendar, { ...input, period: requirePeriod(input.period) }),
	'indicators.getRanking': (scope, input) =>
		computeRanking(scope.snapshot, scope.catalogue, { ...input, period: requirePeriod(input.period) }),
	'indicators.getTrend': (scope, input) =>
		computeTrend(scope.snapshot, scope.catalogue, { ...input, period: requirePeriod(input.period) }),
	'indicators.listUnitReadings': (scope, input) =>
		listUnitReadings(scope.snapshot, scope.catalogue, { ...input, period: requirePeriod(input.period) }),
	'indicators.getProof': (scope, input) => proofOf(scope, input, input.limit),

	'indicators.listPage': (scope, input) => listIndicators(scope, { ...input, period: requirePeriod(input.period) }),
	'indicators.getPage': (scope, input) => readIndicatorPage(scope, { ...input, period: requirePeriod(input.period) }),
	'indicators.getBooklet': (scope) => makeBooklet(scope.snapshot, scope.catalogue),
	'indicators.listExternal': (scope, input) => listExternalIndexes(scope.db, input),
	'areas.getProfile': (scope, input) => readAreaProfile(scope, { ...input, period: requirePeriod(input.period) }),
	'areas.getDivision': (scope, input) => readDivision(scope, input),
	'indicators.explainChange': (scope, input) =>
		explainChange(scope.snapshot, scope.catalogue, { ...input, period: requirePeriod(input.period) }),
	'indicators.listGuards': (scope, input) =>
		listGuards(
			scope.snapshot,
			scope.catalogue,
			{ ...input, period: requirePeriod(input.period) },
			countNearLimit(scope.db),
		),
	'indicators.listStandardised': (scope, input) =>
		listStandardised(scope.snapshot, scope.catalogue, { ...input, period: requirePeriod(input.period) }),
	'indicators.listCorrelations': (scope, input) =>
		listCorrelations(scope.snapshot, scope.catalogue, { ...input, period: requirePeriod(input.period) }),
	'indicators.changeDefinition': (scope, input) => {
		const changed = changeCatalogue(scope.writer, input, scope.clockS);
		scope.changed();
		return changed;
	},
	'indicators.changeWeights': (scope, input) => {
		const changed = changeCatalogue(scope.writer, { ...input, indicator: null }, scope.clockS);
		scope.changed();
		return changed;
	},
	'indicators.listChanges': (scope) => listChanges(scope.own),
	'indicators.listSettings': (scope) => listSettings(scope.own, scope.clockS),
	'indicators.previewChange': previewChange,
	'indicators.getComposite': (scope, input) =>
		computeComposite(scope.snapshot, scope.catalogue, scope.weightsFor(requirePeriod(input.period)), {
			...input,
			period: requirePeriod(input.period),
		}),
	'indicators.listComposites': (scope, input) =>
		listComposites(scope.snapshot, scope.catalogue, scope.weightsFor(requirePeriod(input.period)), {
			...input,
			period: requirePeriod(input.period),
		}),

	'events.listEvents': listEvents,
	'events.getEvent': (scope, input) =>
		getEvent(scope, { eventId: input.eventId, knownAtS: instantInput(input.knownAt, 'knownAt') }),
	'events.listVersions': (scope, input) => listEventVersions(scope.db, input.eventId),
	'events.listRedLights': listRedLights,
	'events.exportList': exportList,
	'events.getFacets': (scope, input) => countFacets({ ...scope, ...input, findByNumber: numbersOf(scope) }),
	'events.listAreaLights': (scope) => listAreaLights(scope),
	'map.listValues': listMapValues,
	'map.listEvents': (scope, input) => listMapEvents(scope, labelPointsOf(scope.district), input.area),
	'map.listPlaces': listMapPlaces,
	'map.listHotspots': (scope, input) =>
		listMapHotspots(scope.snapshot, { ...input, period: requirePeriod(input.period) }),
	'map.listChains': (scope, input) =>
		listMapChains(scope, labelPointsOf(scope.district), { ...input, period: requirePeriod(input.period) }),
	'map.listBasemaps': (scope) => ({
		packs: scope.basemaps.list(boxOf(scope)),
		online: scope.online.layers(),
		approval: scope.desk.settings.read().settings.mapApproval ?? null,
	}),
	'map.addBasemap': async (scope, input) => {
		const how = { system: input.system, district: boxOf(scope.shown()), addedAt: toIso(scope.clockS) };
		return scope.desk.settled(await scope.desk.useFile(input.reference, (file) => scope.basemaps.add(file, how)));
	},
	'map.removeBasemap': (scope, input) => {
		scope.basemaps.setRemoved(input.packId, true);
		return scope.desk.settled(input);
	},
	'map.restoreBasemap': (scope, input) => {
		scope.basemaps.setRemoved(input.packId, false);
		return scope.desk.settled(input);
	},
	'collaboration.listQueue': listQueue,
	'collaboration.getFlow': getFlow,
	'collaboration.getResponse': getResponse,
	'collaboration.getMeetings': getMeetings,
	'collaboration.getDisputes': getDisputes,
	'collaboration.listActions': listActions,
	'collaboration.openAction': (scope, input) => openAction(scope.writer, scope.shown(), input, scope.clockS),
	'collaboration.closeAction': (scope, input) => closeAction(scope.writer, input),
	'collaboration.removeAction': (scope, input) => removeAction(scope.writer, input.actionId),
	'wall.getOverview': (scope) => computeWallOverview(scope.snapshot, scope.catalogue, scope.calendar, scope.nowS),
	'search.findHits': (scope, input) => ({
		hits: findHits(
			{
				areas: scope.district.areas().areas,
				definitions: listDefinitions(scope.catalogue),
				findEvents: (prefix, limit) =>
					getEvents(scope.db, findEventsByIdPrefix(scope.db, prefix, limit)).map((stored) => {
						const { eventId, category, placeName, townName } = toEventRow(stored, null);
						return { kind: 'event', eventId, zh: category.zh, en: category.en, placeName: placeName ?? townName };
					}),
			},
			input.text,
			input.limit,
		),
	}),
	'team.getTeam': (scope, input) => readTeam(scope, { ...input, period: requirePeriod(input.period) }),
	'team.getPublic': (scope, input) => readPublic(scope, { ...input, period: requirePeriod(input.period) }),
	'team.listTrialGrids': (scope, input) => listTrialGrids(scope, { ...input, period: requirePeriod(input.period) }),
	'team.tryGrids': (scope, input) =>
		tryGrids(
			{ ...scope, outlineOf: (code) => readOutlineOf(scope.db, code) },
			{ ...input, periodRead: requirePeriod(input.period) },
		),
	'briefing.getBriefing': async (scope, input) => {
		const { centreName } = await scope.state();
		return computeBriefing({ ...scope, centreName, eventsOf: (keys) => getEvents(scope.db, keys) }, input);
	},
	'briefing.makeDocument': async (scope, input) => {
		const shown = scope.shown();
		const { centreName } = await shown.state();
		return makeDocument(scope.writer, { ...shown, centreName, eventsOf: (keys) => getEvents(shown.db, keys) }, input);
	},
	'briefing.getSentences': (scope, input) =>
		computeSentences(
			scope.snapshot,
			scope.catalogue,
			scope.calendar,
			{ area: input.area, period: requirePeriod(input.period) },
			scope.nowS,
		),

	'snapshots.publishReadings': (scope, input) => ({
		snapshot: publishSnapshot(scope.writer, scope.shown(), input.title, {
			periods: periodsOf(input.period),
			...(input.indicators && { indicators: input.indicators }),
			...(input.areas && { areas: input.areas }),
			...(input.level && { level: input.level }),
			...(input.variant !== undefined && { variant: input.variant }),
		}),
	}),
	'snapshots.keepProof': (scope, input) => keepProof(scope.writer, scope.shown(), proofOf(scope.shown(), input, 0)),
	'snapshots.listSnapshots': (scope) => ({ snapshots: listSnapshotRows(scope.own, scope.isDemo).map(toSnapshot) }),
	'snapshots.getSnapshot': (scope, input) => getSnapshot(scope.own, scope, input.snapshotId),
	'snapshots.listRestatements': (scope, input) => listRestatements(scope.own, scope, input),
	'snapshots.verifyFigure': (scope, input) => verifyFigure(scope.own, scope, input.code),

	'notes.listNotes': (scope, input) => listNotes(scope.own, scope.isDemo, input),
	'notes.addNote': (scope, input) => {
		const { isDemo, catalogue, district, db } = scope.shown();
		const noteScope = {
			isDemo,
			hasIndicator: (code: string) => catalogue.has(code),
			hasArea: (code: string) => district.areas().areas.some((area) => area.code === code),
			hasEvent: (eventId: string) => getEventById(db, eventId) !== null,
		};
		return addNote(scope.writer, noteScope, input, scope.clockS);
	},
	'notes.removeNote': (scope, input) => removeNote(scope.writer, input.noteId),

	...importHandlers,
};
