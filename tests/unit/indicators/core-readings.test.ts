// The six readings that a desk opens with: in their order, and what is not connected gives its place to the next.

import { expect, it } from 'vitest';
import { computeBoard } from '../../../electron/services/indicators/board.ts';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { eventIndexOf } from '../../../electron/services/indicators/event-index.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import { makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';
import { makeRandomDistrict } from '../../support/random-district.ts';

const period = parsePeriod('2026-05');
if (!period) throw new Error('no period');

it('are six; without ledgers of patrols the next reading of events stands in their place', () => {
	const snapshot = makeEngineSnapshot(makeRandomDistrict(5, 400));
	const area = eventIndexOf(snapshot).tree.places[0]?.code ?? '';
	const ask = (rows: 'all' | 'headline') =>
		computeBoard(snapshot, loadCatalogue(), loadWorkingCalendar(), { area, period, rows });
	const all = new Map(ask('all').rows.map((row) => [row.reading.indicator, row]));
	const shown = ask('headline').rows;
	expect(all.get('DF02')?.reading.status).toBe('notConnected');
	expect(shown).toHaveLength(6);
	expect(shown.map(({ reading }) => reading.indicator).slice(0, 3)).toEqual(['OP01', 'OP04', 'OP05']);
	expect(shown.map(({ reading }) => reading.indicator)).not.toContain('DF02');
	for (const row of shown) {
		expect(['notConnected', 'notDelivered']).not.toContain(row.reading.status);
		expect(row).toEqual(all.get(row.reading.indicator));
	}
});
