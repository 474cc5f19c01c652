// What exports, returns, steps and earlier exports tell of an event reaches its packed facts, in any order of files, and
// leaves them when a file is taken back.

import { describe, expect, it } from 'vitest';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import { EVENT_FACT } from '../../../electron/services/indicators/event-columns.ts';
import { undoBatch } from '../../../electron/services/sync/undo-batch.ts';
import { takeCsv } from '../sync/ledger-files.ts';
import { NOW_S } from '../sync/made-blocks.ts';
import { type MadeCache, makeCache } from '../sync/made-cache.ts';

const HEADERS = '事件编号,事件大类,事件小类,上报时间,受理时间,派单时间,办结时间,事件状态';
const TIMES = '2026-10-12 09:00:00,2026-10-12 09:10:00,2026-10-12 09:20:00,2026-10-13 10:00:00';

function event(id: string, status = '已结案', times = TIMES): string {
	return `${id},市容与综合执法,暴露垃圾,${times},${status}`;
}

const RETURNS = '事件编号,退单时间,退单单位,退往单位,退单原因,退单是否同意';
const STEPS = '事件编号,序号,环节,操作,操作时间,接收时间';

const factsOf = (made: MadeCache, id: string): number => made.packed(id).facts ?? 0;
const has = (made: MadeCache, id: string, fact: number): boolean => (factsOf(made, id) & fact) !== 0;

describe('facts of events', () => {
	it('are read from the columns of the export, a first file and a later one alike', async () => {
		const made = makeCache();
		const more = '满意度,化解层级,办理结果是否公开,退单次数,返工次数,事件描述';
		const filled = '非常满意,村社,是,2,1,路边堆放垃圾已经三天没有人来清运';
		await takeCsv(made, [`${HEADERS},${more}`, `${event('A1')},${filled}`, `${event('A2')},,,否,0,0,有垃圾`]);
		await takeCsv(made, [`${HEADERS},${more}`, `${event('A3')},${filled}`, `${event('A4')},未评价,区级部门,,1,0,`]);
		const { satisfaction, handlingLevel, published, returned, returnedAgain, reworked, fullText } = EVENT_FACT;
		const all = 5 | (3 << 3) | published | returned | returnedAgain | reworked | fullText;
		expect(factsOf(made, 'A1')).toBe(all);
		expect(factsOf(made, 'A3')).toBe(all);
		expect(factsOf(made, 'A2')).toBe(0);
		expect(factsOf(made, 'A4') & (satisfaction | handlingLevel | returned)).toBe((5 << 3) | returned);
		expect(made.packed('A1').dispatchedAt).toBeGreaterThan(0);
		expect(verifyCache(made.cache.reader).findings).toEqual([]);
	});

	it('count returns of the ledger, whichever file comes first; turned-down ones are none; undo takes them away', async () => {
		const made = makeCache();
		await takeCsv(made, [RETURNS, 'B1,2026-10-12 11:00:00,城管局,区综治中心,不属本单位职责,是']);
		await takeCsv(made, [HEADERS, event('B1'), event('B2'), event('B3')]);
		const second = await takeCsv(made, [
			RETURNS,
			'B1,2026-10-12 15:00:00,城管局,区综治中心,不属本单位职责,是',
			'B2,2026-10-12 15:00:00,城管局,区综治中心,不属本单位职责,否',
			'B3,2026-10-12 15:00:00,城管局,区综治中心,不属本单位职责,',
		]);
		expect(['B1', 'B2', 'B3'].map((id) => has(made, id, EVENT_FACT.returned))).toEqual([true, false, true]);
		expect(has(made, 'B1', EVENT_FACT.returnedAgain)).toBe(true);
		undoBatch(made.cache, second.batchId ?? 0, NOW_S);
		expect(['B1', 'B2', 'B3'].map((id) => has(made, id, EVENT_FACT.returned))).toEqual([true, false, false]);
		expect(has(made, 'B1', EVENT_FACT.returnedAgain)).toBe(false);
		expect(verifyCache(made.cache.reader).findings).toEqual([]);
	});

	it('call an event online when each step to its closing was written down in time', async () => {
		const made = makeCache();
		await takeCsv(made, [HEADERS, event('C1'), event('C2'), event('C3'), event('C4')]);
		const steps = await takeCsv(made, [
			STEPS,
			'C1,1,受理,受理,2026-10-12 09:10:00,',
			'C1,2,结案,结案,2026-10-13 10:00:00,',
			'C1,3,回访,回访,2026-10-20 10:00:00,',
			'C2,1,受理,受理,2026-10-12 09:10:00,',
			'C2,2,处置,处置完成,2026-10-14 10:00:01,',
			'C3,1,受理,受理,,2026-10-12 09:10:00',
			'C3,2,结案,结案,2026-10-13 10:00:00,',
		]);
		const online = () => ['C1', 'C2', 'C3', 'C4'].map((id) => has(made, id, EVENT_FACT.online));
		expect(online()).toEqual([true, false, false, false]);
		// A closing that is corrected decides anew.
		const later = TIMES.replace('2026-10-13 10', '2026-10-14 12');
		await takeCsv(made, [HEADERS, event('C2', '已结案', later)], { asOfS: NOW_S + 60 });
		expect(online()).toEqual([true, true, false, false]);
		undoBatch(made.cache, steps.batchId ?? 0, NOW_S);
		expect(online()).toEqual([false, false, false, false]);
		expect(verifyCache(made.cache.reader).findings).toEqual([]);
	});

	it('remember that an event was re-opened in an earlier export', async () => {
		const made = makeCache();
		await takeCsv(made, [HEADERS, event('D1', '重办'), event('D2')]);
		const later = await takeCsv(made, [HEADERS, event('D1'), event('D2')], { asOfS: NOW_S + 60 });
		expect(['D1', 'D2'].map((id) => has(made, id, EVENT_FACT.reopenedEver))).toEqual([true, false]);
		undoBatch(made.cache, later.batchId ?? 0, NOW_S);
		expect(has(made, 'D1', EVENT_FACT.reopenedEver)).toBe(false);
	});

	it('know an address again in any writing, keep none that is only a street, and none of a sensitive matter', async () => {
		const made = makeCache();
		await takeCsv(made, [
			`${HEADERS},事发地址,是否敏感`,
			`${event('E1')},幸福路12号,否`,
			`${event('E2')},"幸福路 １２ 号。",否`,
			`${event('E3')},幸福路13号,否`,
			`${event('E4')},幸福路,否`,
			`${event('E5')},幸福路12号,是`,
		]);
		const key = (id: string): number => made.packed(id).placeKey ?? 0;
		expect(key('E1')).toBeGreaterThan(0);
		expect(key('E2')).toBe(key('E1'));
		expect(key('E3')).not.toBe(key('E1'));
		expect([key('E4'), key('E5')]).toEqual([0, 0]);
		expect(verifyCache(made.cache.reader).findings).toEqual([]);
	});
});
