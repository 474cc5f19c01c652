// Columns and saved views of the list of events: kept on this machine, unreadable parts left out.

import { describe, expect, it, test } from 'vitest';
import { fittingDays } from '../../../renderer/boards/events/fitting-days.ts';
import { ALL_EVENTS, DEFAULT_FILTERS } from '../../../renderer/stores/event-filters.ts';
import { DEFAULT_COLUMNS, filtersOf, keepLayout, readLayout, withView } from '../../../renderer/stores/event-layout.ts';

function storage(kept: Record<string, string> = {}) {
	return {
		getItem: (key: string) => kept[key] ?? null,
		setItem: (key: string, value: string) => {
			kept[key] = value;
		},
	};
}

test('a layout comes back as it was kept, with its views', () => {
	const box = storage();
	const filters = { ...ALL_EVENTS, unit: '住建局', severity: 2, from: '2026-10-01', to: '2026-10-31' };
	const layout = withView({ columns: ['number', 'status'], views: [] }, '住建十月', filters);
	keepLayout(box, layout);
	const back = readLayout(box);
	expect(back).toEqual(layout);
	const [view] = back.views;
	expect(view && filtersOf(view)).toEqual(filters);
});

test('a view of the same name is replaced; the oldest of too many give way', () => {
	let layout = readLayout(storage());
	layout = withView(layout, 'a', ALL_EVENTS);
	layout = withView(layout, 'a', DEFAULT_FILTERS);
	expect(layout.views.map(({ name, query }) => [name, query])).toEqual([['a', '']]);
	for (let each = 0; each < 40; each += 1) layout = withView(layout, `v${each}`, ALL_EVENTS);
	expect([layout.views.length, layout.views[0]?.name]).toEqual([30, 'v10']);
});

test.each(['', 'no json', '[]', 'null', '{"columns":["sky"],"views":[{"name":1},7]}', '{"columns":["status"]}'])(
	'falls back on %s',
	(kept) => {
		const layout = readLayout(storage({ 'gridhelm.events': kept }));
		expect(layout).toEqual({ columns: DEFAULT_COLUMNS, views: [] });
	},
);

test('a storage that refuses is no reason to fail', () => {
	const refusing = {
		getItem: () => {
			throw new Error('closed');
		},
		setItem: () => {
			throw new Error('full');
		},
	};
	expect(readLayout(refusing).columns).toEqual(DEFAULT_COLUMNS);
	expect(() => keepLayout(refusing, readLayout(refusing))).not.toThrow();
});

describe('days over a timeline', () => {
	const days = ['2026-11-27', '2026-11-28', '2026-11-30', '2026-12-01', '2026-12-02'].map((day, at) => ({
		day,
		at: at * 420,
	}));
	const words = (widthPx: number, language: 'zh-CN' | 'en') =>
		fittingDays(days, 2100, widthPx, language).map(({ word }) => word);

	it('are all there where they stand clear, with the month where it turns', () => {
		expect(words(400, 'zh-CN')).toEqual(['27日', '28日', '30日', '12月1日', '2日']);
		expect(words(300, 'en')).toEqual(['27', '28', '30', '1 Dec', '2']);
	});

	it('are fewer where they would touch or leave the axis, and none where there is no width', () => {
		expect(words(160, 'zh-CN')).toEqual(['27日', '30日']);
		expect(words(0, 'en')).toEqual([]);
	});
});
