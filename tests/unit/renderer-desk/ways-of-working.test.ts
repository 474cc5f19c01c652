// Taking view changes back, the basket, bookmarks as they are kept, and what stands against the first column.

import { expect, test } from 'vitest';
import { compareWithFirst } from '../../../renderer/boards/compare/compare-change.ts';
import { parseBookmarks, withBookmark } from '../../../renderer/desk/bookmark-list.ts';
import { BASKET_LIMIT, parseAddress, writeAddress } from '../../../renderer/stores/address.ts';
import { createLocationStore } from '../../../renderer/stores/location-store.ts';
import { GLOSSARY } from '../../../renderer/text/glossary.ts';

function openStore(search = '') {
	let present = search;
	let back: (() => void) | null = null;
	const store = createLocationStore({
		readSearch: () => present,
		push: (next) => {
			present = next;
		},
		replace: (next) => {
			present = next;
		},
		onBack: (listener) => {
			back = listener;
			return () => {};
		},
	});
	return {
		state: () => store.getState(),
		search: () => present,
		goBack(to: string) {
			present = to;
			back?.();
		},
	};
}

test('steps and adjustments are taken back one by one and made again; the address follows', () => {
	const { state, search } = openStore();
	expect(state().undo()).toBe(false);
	state().goTo({ area: 'T1' });
	state().adjust({ indicator: 'OP03' });
	expect(state().undo()).toBe(true);
	expect(search()).toBe('?area=T1');
	expect(state().undo()).toBe(true);
	expect(search()).toBe('');
	expect(state().redo()).toBe(true);
	expect(state().redo()).toBe(true);
	expect(state().redo()).toBe(false);
	expect(search()).toBe('?area=T1&indicator=OP03');
});

test('a new change forgets what was taken back, and going back in the window can be taken back too', () => {
	const { state, search, goBack } = openStore('?area=T1');
	state().goTo({ area: 'T2' });
	state().undo();
	state().goTo({ area: 'T3' });
	expect(state().redo()).toBe(false);
	goBack('?area=T1');
	expect(state().address.area).toBe('T1');
	state().undo();
	expect(search()).toBe('?area=T3');
});

test('a basket takes four, gives back what is put in twice, and survives a change of page', () => {
	const { state } = openStore();
	const item = (n: number) => ({ area: `T${n}`, period: '2026-10' });
	for (let n = 1; n <= BASKET_LIMIT; n += 1) expect(state().toggleBasket(item(n))).toBe('added');
	expect(state().toggleBasket(item(5))).toBe('full');
	expect(state().toggleBasket(item(2))).toBe('removed');
	state().openPage('events');
	expect(state().address.basket.map(({ area }) => area)).toEqual(['T1', 'T3', 'T4']);
	expect(parseAddress(writeAddress(state().address)).basket).toEqual(state().address.basket);
});

test('an address with a broken basket keeps what can be read', () => {
	expect(parseAddress('?with=2026-10@T1&with=never@T2&with=2026-10@&with=x').basket).toEqual([
		{ area: 'T1', period: '2026-10' },
	]);
	expect(parseAddress(`?${'with=2026-10@T&'.repeat(9)}`).basket).toHaveLength(BASKET_LIMIT);
});

test('kept bookmarks are read back; whatever else stands there is left out', () => {
	const list = withBookmark(withBookmark([], { name: 'a', search: '?area=T1' }), { name: 'b', search: '' });
	expect(parseBookmarks(JSON.stringify(list))).toEqual(list);
	expect(withBookmark(list, { name: 'a', search: '?area=T2' })).toEqual([
		{ name: 'a', search: '?area=T2' },
		{ name: 'b', search: '' },
	]);
	for (const broken of [null, '', '{', '{}', '[1, null, {"name": 1, "search": "x"}]'])
		expect(parseBookmarks(broken)).toEqual([]);
});

test('rates differ in points, amounts in per cent; amounts of different areas are not good or bad', () => {
	const figure = (value: number | null, area = 'D') => ({ value, area });
	const ratio = { direction: 'up', valueKind: 'ratio' } as const;
	const count = { direction: 'down', valueKind: 'count' } as const;
	expect(compareWithFirst(figure(90), figure(93), ratio)).toEqual({ amount: 3, kind: 'points', verdict: 'better' });
	expect(compareWithFirst(figure(90), figure(93, 'T'), ratio)?.verdict).toBe('better');
	expect(compareWithFirst(figure(200), figure(250), count)).toEqual({ amount: 25, kind: 'percent', verdict: 'worse' });
	expect(compareWithFirst(figure(200), figure(250, 'T'), count)?.verdict).toBe('neutral');
	expect(compareWithFirst(figure(0), figure(5), count)).toBeNull();
	expect(compareWithFirst(figure(null), figure(5), count)).toBeNull();
	expect(compareWithFirst(figure(5), figure(null), ratio)).toBeNull();
});

test('every term has its meaning in both languages and in its own script', () => {
	for (const [id, { zh, en }] of Object.entries(GLOSSARY)) {
		expect(zh.text.length, id).toBeGreaterThan(10);
		expect(en.text.length, id).toBeGreaterThan(20);
		expect(`${en.term}${en.text}`, id).not.toMatch(/\p{Script=Han}/u);
		expect(`${zh.term}${zh.text}`, id).toMatch(/\p{Script=Han}/u);
	}
});
