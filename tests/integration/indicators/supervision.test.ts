// ME02 from files: steps of supervision of valid events, judged where their event counts; cancelled ones and those of
// events that are not valid are left out, and a correction of the event is followed.

import { describe, expect, it } from 'vitest';
import { openLedgerShelf } from '../../../electron/services/cache/ledger-reader.ts';
import { loadSnapshot } from '../../../electron/services/cache/snapshot-queries.ts';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { computeReadings } from '../../../electron/services/indicators/compute-readings.ts';
import { parsePeriodRange } from '../../../shared/domain/period.ts';
import { takeCsv } from '../sync/ledger-files.ts';
import { NOW_S } from '../sync/made-blocks.ts';
import { type MadeCache, makeCache } from '../sync/made-cache.ts';

const EVENTS = '事件编号,事件大类,事件小类,上报时间,受理时间,办结时间,事件状态,紧急程度';
const event = (id: string, closed: string, status = '已结案', severity = '一般'): string =>
	`${id},市容与综合执法,暴露垃圾,2026-09-01 09:00:00,2026-09-01 09:10:00,${closed},${status},${severity}`;
const STEPS = '事件编号,督办时间,督办级别,被督办单位,督办时限,督办办结时间,督办取消时间';

function read(made: MadeCache, variant: string) {
	const snapshot = loadSnapshot(made.cache.reader);
	const ledgers = openLedgerShelf(made.cache.reader, () => new Map()).readerAt(snapshot.connected);
	const [reading] = computeReadings({ ...snapshot, ledgers }, loadCatalogue(), {
		indicators: ['ME02'],
		variant,
		periods: parsePeriodRange('2026-09') ?? [],
	});
	return reading;
}

describe('supervision closure', () => {
	it('counts steps that fell due, finished in time or not, and follows the event', async () => {
		const made = makeCache();
		await takeCsv(made, [
			EVENTS,
			event('S1', '2026-09-03 09:00:00'),
			event('S2', '2026-09-09 09:00:00', '已结案', '紧急'),
			event('S3', '', '处置中'),
			event('S4', '2026-09-03 09:00:00', '作废'),
		]);
		await takeCsv(made, [
			STEPS,
			'S1,2026-09-02 09:00:00,普通督办,城管局,2026-09-04 09:00:00,2026-09-03 09:00:00,',
			'S1,2026-09-02 15:00:00,黄牌督办,城管局,2026-09-03 08:00:00,2026-09-03 09:00:00,',
			'S2,2026-09-05 09:00:00,普通督办,住建局,2026-09-10 09:00:00,,',
			'S2,2026-09-06 09:00:00,黄牌督办,住建局,2026-09-08 09:00:00,,',
			'S3,2026-09-05 09:00:00,红牌督办,住建局,2026-09-10 09:00:00,,',
			'S3,2026-09-06 09:00:00,普通督办,住建局,2026-09-10 09:00:00,,2026-09-07 09:00:00',
			'S4,2026-09-02 09:00:00,普通督办,城管局,2026-09-04 09:00:00,2026-09-03 09:00:00,',
			'S9,2026-09-02 09:00:00,普通督办,城管局,2026-09-04 09:00:00,2026-09-03 09:00:00,',
		]);
		expect(read(made, 'headline')).toMatchObject({ num: 2, den: 5, value: 40, light: 'red' });
		expect(read(made, 'urgent')).toMatchObject({ num: 1, den: 2 });
		expect(read(made, 'yellow')).toMatchObject({ num: 0, den: 2 });
		await takeCsv(made, [EVENTS, event('S2', '2026-09-08 08:00:00', '已结案', '紧急')], { asOfS: NOW_S + 60 });
		expect(read(made, 'headline')).toMatchObject({ num: 3, den: 5 });
	});
});
