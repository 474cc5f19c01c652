// Brings 流转记录 in and lets re-opening steps speak on their events. Steps of unknown events wait for them.

import { applyFacts } from '../cache/event-facts.ts';
import { mergeStagedSteps, openStepWriter, STEP_EVENT_KEYS } from '../cache/step-merge.ts';
import type { StepBlock } from '../exports/record-blocks.ts';
import { normalizeEventId } from './event-id.ts';
import type { DatasetImport, ImportScope } from './import-scope.ts';
import { refreshKeys } from './touched-events.ts';

/** Verbs that open a closed or disposed event again (domain.md §4.5: 51 返工, 52 重办). */
const REOPENING: readonly (readonly [word: RegExp, code: string])[] = [
	[/返工|核查不通过|退回重办/, '51'],
	[/重办|重新办理|重新打开/, '52'],
];

function reopeningCode(word: string): string | null {
	return REOPENING.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

type StepWord = keyof StepBlock['words'];

/** Starts the import of one file of steps. */
export function startStepImport(scope: ImportScope): DatasetImport<StepBlock> {
	const { db, dict } = scope;
	const writer = openStepWriter(db);
	const ids: Record<StepWord, number[]> = { node: [], op: [], fromUnit: [], toUnit: [], operatorRole: [] };
	const kinds = { node: 'node', op: 'op', fromUnit: 'unit', toUnit: 'unit', operatorRole: 'role' } as const;

	function idsOf(block: StepBlock, name: StepWord): Uint32Array {
		for (const word of block.newWords[name]) {
			ids[name].push(dict.idOf(kinds[name], word, name === 'op' ? reopeningCode(word) : null));
		}
		const out = new Uint32Array(block.rowCount);
		for (let i = 0; i < block.rowCount; i += 1) {
			const word = block.words[name][i] as number;
			out[i] = word < 0 ? 0 : (ids[name][word] as number);
		}
		return out;
	}

	return {
		take(block) {
			writer.write({
				rowCount: block.rowCount,
				rowNo: block.rowNo,
				eventId: block.eventId.map(normalizeEventId),
				numbers: block.numbers,
				nodeId: idsOf(block, 'node'),
				opId: idsOf(block, 'op'),
				fromUnitId: idsOf(block, 'fromUnit'),
				toUnitId: idsOf(block, 'toUnit'),
				operatorRoleId: idsOf(block, 'operatorRole'),
			});
		},
		finish(asOfS) {
			const outcome = mergeStagedSteps(db, scope, asOfS);
			refreshKeys(db, applyFacts(db, STEP_EVENT_KEYS));
			return { ...outcome, vanished: 0 };
		},
	};
}
