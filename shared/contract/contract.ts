// The one table of methods. A name is <subject>.<verbNoun>. A query is given a readable database,
// only a command can write. Both ends validate with these schemas; types are inferred, never written twice.

import { z } from 'zod';
import { AppState, AreaList } from './schemas/app.ts';
import { AddPackInput, AddPackOutput, BasemapsOutput, PackRef } from './schemas/basemaps.ts';
import {
	BriefingDocumentInput,
	BriefingDocumentOutput,
	BriefingInput,
	BriefingOutput,
	SentencesInput,
	SentencesOutput,
} from './schemas/briefing.ts';
import {
	CatalogueChangesOutput,
	CatalogueSettingsOutput,
	ChangeDefinitionInput,
	ChangeOutput,
	ChangeWeightsInput,
	PreviewChangeInput,
	PreviewChangeOutput,
} from './schemas/catalogue-changes.ts';
import {
	AreaAndPeriod,
	DisputesOutput,
	FlowOutput,
	MeetingsOutput,
	QueueInput,
	QueueOutput,
	ResponseOutput,
} from './schemas/collaboration.ts';
import { CompositeInput, CompositeOutput, CompositesInput, CompositesOutput } from './schemas/composite.ts';
import { EventFacetsInput, EventFacetsOutput } from './schemas/event-facets.ts';
import { EventVersionsInput, EventVersionsOutput } from './schemas/event-versions.ts';
import {
	AreaLightsOutput,
	EventDetail,
	EventExportInput,
	EventExportOutput,
	EventInput,
	EventListInput,
	EventListOutput,
	RedLightsOutput,
} from './schemas/events.ts';
import { ExplainInput, ExplainOutput } from './schemas/explain.ts';
import { ExternalIndexesInput, ExternalIndexesOutput } from './schemas/external-indexes.ts';
import {
	CorrelationsInput,
	CorrelationsOutput,
	GuardsInput,
	GuardsOutput,
	StandardisedInput,
	StandardisedOutput,
} from './schemas/guards.ts';
import {
	Batch,
	CorrectRowInput,
	CorrectRowOutput,
	ImportRun,
	ImportStartInput,
	ProfileInfo,
	QuarantineBook,
	QuarantineRow,
} from './schemas/imports.ts';
import {
	AreaPeriodInput,
	AreaProfileOutput,
	BookletOutput,
	DivisionInput,
	DivisionOutput,
	IndicatorListOutput,
	IndicatorPageInput,
	IndicatorPageOutput,
} from './schemas/indicator-pages.ts';
import {
	BoardInput,
	BoardOutput,
	IndicatorDefinition,
	ProofInput,
	ProofOutput,
	RankingInput,
	RankingOutput,
	ReadingsInput,
	ReadingsOutput,
	TrendInput,
	TrendOutput,
	UnitReadingsInput,
	UnitReadingsOutput,
} from './schemas/indicators.ts';
import {
	MapAreaInput,
	MapChainsOutput,
	MapEventsOutput,
	MapHotspotsInput,
	MapHotspotsOutput,
	MapPlacesInput,
	MapPlacesOutput,
	MapValuesInput,
	MapValuesOutput,
} from './schemas/map.ts';
import {
	AddNoteInput,
	AddNoteOutput,
	NotesInput,
	NotesOutput,
	RemoveNoteInput,
	RemoveNoteOutput,
} from './schemas/notes.ts';
import { Preview, PreviewInput, PreviewRef, StoredProfile } from './schemas/preview.ts';
import { ReplacedRowsInput, ReplacedRowsOutput } from './schemas/replaced-rows.ts';
import { SearchInput, SearchOutput } from './schemas/search.ts';
import { MissingOutput, SaveSettingsInput, SettingsOutput } from './schemas/settings.ts';
import {
	KeepProofInput,
	KeepProofOutput,
	PublishInput,
	PublishOutput,
	RestatementsInput,
	RestatementsOutput,
	SnapshotInput,
	SnapshotOutput,
	SnapshotsOutput,
	VerifyFigureInput,
	VerifyFigureOutput,
} from './schemas/snapshots.ts';
import {
	ActionsInput,
	ActionsOutput,
	ActionWasThere,
	CloseActionInput,
	OpenActionInput,
	OpenActionOutput,
	RemoveActionInput,
} from './schemas/special-actions.ts';
import {
	PublicOutput,
	TeamInput,
	TeamOutput,
	TrialGridsInput,
	TrialGridsOutput,
	TrialInput,
	TrialOutput,
} from './schemas/team.ts';
import { TopologyFaultsInput, TopologyFaultsOutput } from './schemas/topology.ts';
import { AreaCode, Count, NoInput } from './schemas/values.ts';
import { WallOverview } from './schemas/wall.ts';
import {
	AliasRef,
	ConfirmAliasInput,
	MappingRef,
	MapWordInput,
	MapWordOutput,
	UnknownPlacesOutput,
	UnknownWordsOutput,
} from './schemas/words.ts';

interface Method<I extends z.ZodType, O extends z.ZodType> {
	kind: 'query' | 'command';
	input: I;
	output: O;
}

function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<I, O> & { kind: 'query' } {
	return { kind: 'query', input, output };
}

function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<I, O> & { kind: 'command' } {
	return { kind: 'command', input, output };
}

const RunRef = z.strictObject({ runId: Count });
const BatchRef = z.strictObject({ batchId: Count });

export const contract = {
	'app.getState': query(NoInput, AppState),
	'areas.listAreas': query(NoInput, AreaList),
	'areas.listTopologyFaults': query(TopologyFaultsInput, TopologyFaultsOutput),
	'indicators.listDefinitions': query(NoInput, z.strictObject({ definitions: z.array(IndicatorDefinition) })),
	'indicators.listReadings': query(ReadingsInput, ReadingsOutput),
	'indicators.getBoard': query(BoardInput, BoardOutput),
	'indicators.getRanking': query(RankingInput, RankingOutput),
	'indicators.getTrend': query(TrendInput, TrendOutput),
	'indicators.listUnitReadings': query(UnitReadingsInput, UnitReadingsOutput),
	'indicators.getProof': query(ProofInput, ProofOutput),
	'indicators.explainChange': query(ExplainInput, ExplainOutput),
	'indicators.listGuards': query(GuardsInput, GuardsOutput),
	'indicators.listStandardised': query(StandardisedInput, StandardisedOutput),
	'indicators.listCorrelations': query(CorrelationsInput, CorrelationsOutput),
	'indicators.changeDefinition': command(ChangeDefinitionInput, ChangeOutput),
	'indicators.changeWeights': command(ChangeWeightsInput, ChangeOutput),
	'indicators.listChanges': query(NoInput, CatalogueChangesOutput),
	'indicators.listSettings': query(NoInput, CatalogueSettingsOutput),
	'indicators.previewChange': query(PreviewChangeInput, PreviewChangeOutput),
	'indicators.getComposite': query(CompositeInput, CompositeOutput),
	'indicators.listComposites': query(CompositesInput, CompositesOutput),
	'indicators.listPage': query(AreaPeriodInput, IndicatorListOutput),
	'indicators.getPage': query(IndicatorPageInput, IndicatorPageOutput),
	'indicators.getBooklet': query(NoInput, BookletOutput),
	'indicators.listExternal': query(ExternalIndexesInput, ExternalIndexesOutput),
	'areas.getProfile': query(AreaPeriodInput, AreaProfileOutput),
	'areas.getDivision': query(DivisionInput, DivisionOutput),
	'events.listEvents': query(EventListInput, EventListOutput),
	'events.getEvent': query(EventInput, EventDetail),
	'events.listVersions': query(EventVersionsInput, EventVersionsOutput),
	'events.listRedLights': query(
		z.strictObject({ area: AreaCode, limit: z.number().int().min(1).max(200).default(50) }),
		RedLightsOutput,
	),
	'events.exportList': query(EventExportInput, EventExportOutput),
	'events.getFacets': query(EventFacetsInput, EventFacetsOutput),
	'events.listAreaLights': query(NoInput, AreaLightsOutput),
	'collaboration.listQueue': query(QueueInput, QueueOutput),
	'collaboration.getFlow': query(AreaAndPeriod, FlowOutput),
	'collaboration.getResponse': query(AreaAndPeriod, ResponseOutput),
	'collaboration.getMeetings': query(AreaAndPeriod, MeetingsOutput),
	'collaboration.getDisputes': query(AreaAndPeriod, DisputesOutput),
	'collaboration.listActions': query(ActionsInput, ActionsOutput),
	'collaboration.openAction': command(OpenActionInput, OpenActionOutput),
	'collaboration.closeAction': command(CloseActionInput, ActionWasThere),
	'collaboration.removeAction': command(RemoveActionInput, ActionWasThere),
	'map.listValues': query(MapValuesInput, MapValuesOutput),
	'map.listEvents': query(MapAreaInput, MapEventsOutput),
	'map.listPlaces': query(MapPlacesInput, MapPlacesOutput),
	'map.listHotspots': query(MapHotspotsInput, MapHotspotsOutput),
	'map.listChains': query(MapHotspotsInput, MapChainsOutput),
	'map.listBasemaps': query(NoInput, BasemapsOutput),
	'map.addBasemap': command(AddPackInput, AddPackOutput),
	'map.removeBasemap': command(PackRef, PackRef),
	'map.restoreBasemap': command(PackRef, PackRef),
	'team.getTeam': query(TeamInput, TeamOutput),
	'team.getPublic': query(TeamInput, PublicOutput),
	'team.listTrialGrids': query(TrialGridsInput, TrialGridsOutput),
	'team.tryGrids': query(TrialInput, TrialOutput),
	'wall.getOverview': query(NoInput, WallOverview),
	'search.findHits': query(SearchInput, SearchOutput),
	'briefing.getBriefing': query(BriefingInput, BriefingOutput),
	'briefing.makeDocument': command(BriefingDocumentInput, BriefingDocumentOutput),
	'briefing.getSentences': query(SentencesInput, SentencesOutput),
	'snapshots.publishReadings': command(PublishInput, PublishOutput),
	'snapshots.keepProof': command(KeepProofInput, KeepProofOutput),
	'snapshots.listSnapshots': query(NoInput, SnapshotsOutput),
	'snapshots.getSnapshot': query(SnapshotInput, SnapshotOutput),
	'snapshots.listRestatements': query(RestatementsInput, RestatementsOutput),
	'snapshots.verifyFigure': query(VerifyFigureInput, VerifyFigureOutput),
	'notes.listNotes': query(NotesInput, NotesOutput),
	'notes.addNote': command(AddNoteInput, AddNoteOutput),
	'notes.removeNote': command(RemoveNoteInput, RemoveNoteOutput),
	'imports.startRun': command(ImportStartInput, RunRef),
	'imports.previewRun': command(PreviewInput, PreviewRef),
	'imports.getPreview': query(PreviewRef, Preview),
	'imports.cancelPreview': command(
		PreviewRef.extend({ files: z.array(z.string().min(1)).max(200).default([]) }),
		z.strictObject({ wasRunning: z.boolean() }),
	),
	'imports.cancelRun': command(RunRef, z.strictObject({ wasRunning: z.boolean() })),
	'imports.getRun': query(RunRef, ImportRun),
	'imports.listBatches': query(
		z.strictObject({ limit: z.number().int().min(1).max(500).default(100) }),
		z.strictObject({ batches: z.array(Batch) }),
	),
	'imports.listReplacedRows': query(ReplacedRowsInput, ReplacedRowsOutput),
	'imports.undoBatch': command(BatchRef, z.strictObject({ batch: Batch })),
	'imports.listQuarantine': query(
		z.strictObject({ batchId: Count.nullable().default(null), limit: z.number().int().min(1).max(1_000).default(200) }),
		z.strictObject({ total: Count, rows: z.array(QuarantineRow) }),
	),
	'imports.exportQuarantine': query(
		z.strictObject({ batchId: Count.nullable().default(null), language: z.enum(['zh', 'en']).default('zh') }),
		QuarantineBook,
	),
	'imports.correctRow': command(CorrectRowInput, CorrectRowOutput),
	'imports.retryQuarantine': command(BatchRef, RunRef),
	'imports.listUnknownWords': query(NoInput, UnknownWordsOutput),
	'imports.mapWord': command(MapWordInput, MapWordOutput),
	'imports.unmapWord': command(MappingRef, MapWordOutput),
	'imports.listUnknownPlaces': query(NoInput, UnknownPlacesOutput),
	'imports.confirmAlias': command(ConfirmAliasInput, AliasRef),
	'imports.undoAlias': command(AliasRef, AliasRef),
	'settings.getSettings': query(NoInput, SettingsOutput),
	'settings.saveSettings': command(SaveSettingsInput, SettingsOutput),
	'settings.listMissing': query(NoInput, MissingOutput),
	'imports.getProfile': query(z.strictObject({ name: z.string().min(1).max(40) }), StoredProfile),
	'imports.saveProfile': command(
		z.strictObject({ json: z.string().min(2).max(500_000), isRemembered: z.boolean().default(true) }),
		StoredProfile,
	),
	'imports.listProfiles': query(NoInput, z.strictObject({ profiles: z.array(ProfileInfo) })),
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What a caller passes (defaults may be left out). */
export type MethodInput<M extends MethodName> = z.input<Contract[M]['input']>;
/** What a handler is given (defaults filled). */
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Contract[M]['output']>;

/** True for a name of the contract; looked up safely (no prototype members). */
export function isMethodName(name: string): name is MethodName {
	return Object.hasOwn(contract, name);
}
