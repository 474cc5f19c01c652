// Binds the methods of imports and settings to their services; the rest stand in handlers.ts.

import type { MethodName } from '../../shared/contract/contract.ts';
import { listBatches } from './cache/batch-queries.ts';
import { listProfileJson } from './cache/profile-store.ts';
import { listQuarantine } from './cache/quarantine-queries.ts';
import type { Handlers } from './dispatch.ts';
import { parseProfile } from './exports/mapping-profile.ts';
import type { CommandScope, QueryScope } from './handler-scopes.ts';
import { listMissing } from './settings/settings-desk.ts';
import { confirmAlias, readUnknownPlaces, withdrawAlias } from './sync/confirm-aliases.ts';
import { correctRow } from './sync/correct-row.ts';
import { mapWord, readUnknownWords, unmapWord } from './sync/map-words.ts';
import { writeQuarantineBook } from './sync/quarantine-book.ts';
import { listReplacedRows } from './sync/replaced-rows.ts';
import { readProfile } from './sync/saved-profiles.ts';

type ImportMethod = Extract<MethodName, `imports.${string}` | `settings.${string}`>;

export const importHandlers: Pick<Handlers<QueryScope, CommandScope>, ImportMethod> = {
	'imports.startRun': (scope, input) => scope.desk.startRun(input),
	'imports.previewRun': (scope, input) => scope.desk.startPreview(input),
	'imports.getPreview': (scope, input) => scope.desk.previews.get(input.previewId),
	'imports.cancelPreview': (scope, input) => {
		const wasRunning = scope.desk.previews.cancel(input.previewId);
		scope.desk.dropFiles(input.files);
		return { wasRunning };
	},
	'imports.cancelRun': (scope, input) => ({ wasRunning: scope.desk.runs.cancel(input.runId) }),
	'imports.getRun': (scope, input) => scope.desk.runs.get(input.runId),
	'imports.listBatches': (scope, input) => ({ batches: listBatches(scope.own, input.limit) }),
	'imports.listReplacedRows': (scope, input) => listReplacedRows(scope.own, input),
	'imports.undoBatch': (scope, input) => ({ batch: scope.desk.undo(input.batchId) }),
	'imports.listQuarantine': (scope, input) => listQuarantine(scope.own, input.batchId, input.limit),
	'imports.exportQuarantine': async (scope, input) => {
		const { bytes, ...book } = await writeQuarantineBook(scope.own, input.batchId, input.language);
		return { ...book, base64: bytes.toString('base64') };
	},
	'imports.correctRow': (scope, input) => correctRow(scope.desk.cache, input, scope.desk.nowS()),
	'imports.retryQuarantine': (scope, input) => scope.desk.retry(input.batchId),
	'imports.listUnknownWords': (scope) => readUnknownWords(scope.own),
	'imports.mapWord': (scope, input) =>
		scope.desk.settled(mapWord(scope.desk.cache, input.wordId, input.code, scope.desk.nowS())),
	'imports.unmapWord': (scope, input) =>
		scope.desk.settled(unmapWord(scope.desk.cache, input.mappingId, scope.desk.nowS())),
	'imports.listUnknownPlaces': (scope) => readUnknownPlaces(scope.own),
	'imports.confirmAlias': (scope, input) =>
		scope.desk.settled(confirmAlias(scope.desk.cache, input.word, input.code, scope.desk.nowS())),
	'imports.undoAlias': (scope, input) =>
		scope.desk.settled(withdrawAlias(scope.desk.cache, input.aliasId, scope.desk.nowS())),
	'settings.getSettings': (scope) => scope.desk.settings.read(),
	'settings.saveSettings': (scope, input) => scope.desk.settled(scope.desk.settings.save(input.settings)),
	'settings.listMissing': (scope) => listMissing(scope.snapshot.connected),
	'imports.getProfile': (scope, input) => readProfile(scope.own, input.name),
	'imports.saveProfile': (scope, input) => scope.desk.saveProfile(input),
	'imports.listProfiles': (scope) => ({
		profiles: listProfileJson(scope.own).flatMap((json) => {
			const { name, title, mappings } = parseProfile(JSON.parse(json), 'profile');
			return mappings.map(({ dataset }) => ({ name, title, dataset }));
		}),
	}),
};
