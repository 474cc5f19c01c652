// A saved list of events: nothing in it can be a formula, commas and quotes stay inside their cell, empty stays empty.

import { expect, it } from 'vitest';
import { toCsv } from '../../../electron/services/events/export-list.ts';
import { secondsFromWallClock } from '../../../shared/domain/shanghai-time.ts';

it('writes text that no spreadsheet takes for a formula, with instants on the Shanghai wall clock', () => {
	const text = (value: string | null) => ({ kind: 'text' as const, value });
	const csv = toCsv(
		['事件编号', '事件', '到期', '超期'],
		[
			[
				text('007'),
				text('=HYPERLINK("x")'),
				{ kind: 'date', value: secondsFromWallClock(2026, 11, 23, 7, 42) },
				{ kind: 'number', value: -1.5 },
			],
			[text('@a,b'), text(null), { kind: 'date', value: null }, { kind: 'number', value: null }],
		],
	).toString('utf8');
	expect(csv).toBe(
		'\ufeff事件编号,事件,到期,超期\r\n007,"\'=HYPERLINK(""x"")",2026-11-23 07:42,-1.5\r\n"\'@a,b",,,\r\n',
	);
});
