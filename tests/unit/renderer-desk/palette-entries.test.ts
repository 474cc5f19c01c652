// The palette knows every page, section, period kind, language, theme and export, and finds them by Chinese, English
// and pinyin.

import i18next from 'i18next';
import { expect, test } from 'vitest';
import { areaPinyin } from '../../../electron/services/sync/area-pinyin.ts';
import { findEntries, type PaletteActions, paletteEntries } from '../../../renderer/desk/palette-entries.ts';
import { PERIOD_KINDS } from '../../../renderer/desk/use-desk-keys.ts';
import { COLLAB_PARTS, PAGES, PAPERS, SECTIONS } from '../../../renderer/stores/address.ts';
import { TEAM_PARTS } from '../../../renderer/stores/team-address.ts';
import { startText } from '../../../renderer/text/start-text.ts';
import { THEME_CHOICES } from '../../../renderer/ui/theme.ts';

Object.assign(globalThis, { document: { documentElement: { lang: '' } } });
await startText('zh-CN');

const done: string[] = [];
const note =
	(name: string) =>
	(...given: unknown[]) => {
		done.push([name, ...given.map((one) => JSON.stringify(one))].join(' '));
	};
const actions: PaletteActions = {
	goTo: note('goTo'),
	openPage: note('openPage'),
	changePeriodKind: note('changePeriodKind'),
	openLastBlock: note('openLastBlock'),
	stepPeriod: note('stepPeriod'),
	goUp: note('goUp'),
	toggleBasket: note('toggleBasket'),
	copyAddress: note('copyAddress'),
	undo: note('undo'),
	redo: note('redo'),
	openHelp: note('openHelp'),
	openTour: note('openTour'),
	openWall: null,
	chooseLanguage: note('chooseLanguage'),
	chooseTheme: note('chooseTheme'),
	exportPaper: note('exportPaper'),
	copyMessage: note('copyMessage'),
};
const entries = paletteEntries(i18next, actions);
const spell = (zh: string) => areaPinyin(zh).split(' ');
const found = (text: string) => findEntries(entries, text, spell).map(({ id }) => id);

test('every page, section, paper, period kind, language, theme and export is there once, with words in both languages', () => {
	const ids = entries.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const page of PAGES) expect(ids).toContain(`page:${page}`);
	for (const section of SECTIONS) if (section !== 'one') expect(ids).toContain(`section:${section}`);
	for (const kind of PERIOD_KINDS) expect(ids).toContain(`period:${kind}`);
	for (const theme of THEME_CHOICES) expect(ids).toContain(`theme:${theme}`);
	for (const paper of PAPERS) {
		expect(ids).toContain(`paper:${paper}`);
		expect(ids).toContain(`word:${paper}`);
		expect(ids).toContain(`excel:${paper}`);
	}
	for (const part of COLLAB_PARTS) expect(ids).toContain(`collab:${part}`);
	for (const part of TEAM_PARTS) expect(ids).toContain(`team:${part}`);
	expect(ids).toContain('language:en');
	for (const { id, zh, en } of entries) {
		expect(zh, id).not.toMatch(/\.|\{\{/);
		expect(en, id).not.toMatch(/\{\{|^[a-z]+\.[a-z]/);
		if (!id.startsWith('language')) expect(en, id).not.toMatch(/\p{Script=Han}/u);
	}
});

test('a command whose means are missing is not offered', () => {
	expect(entries.map(({ id }) => id)).not.toContain('view:wall');
	const other = paletteEntries(i18next, { ...actions, openWall: () => {}, openLastBlock: null });
	expect(other.map(({ id }) => id)).toContain('view:wall');
	expect(other.map(({ id }) => id)).not.toContain('period:last');
});

test.each([
	['网格划分', 'section:division'],
	['wghf', 'section:division'],
	['一件事', 'collab:actions'],
	['huishang', 'collab:meetings'],
	['拆并', 'team:trial'],
	['催办', 'copy:reminders'],
	['wanggehuafen', 'section:division'],
	['Ｗｇｈｆ', 'section:division'],
	['Briefing', 'page:briefing'],
	['sj', 'page:events'],
	['dark', 'theme:dark'],
	['英', undefined],
])('%s finds %s', (text, id) => {
	const ids = found(text);
	if (id === undefined) expect(ids).toEqual([]);
	else expect(ids).toContain(id);
});

test('the whole name stands before its start, the start before the inside', () => {
	expect(found('指标')[0]).toBe('page:indicators');
	expect(found('light')[0]).toBe('theme:light');
	expect(found('en')).toContain('page:events');
	expect(found('en')[0]).toBe('language:en');
});

test('a chosen entry does what it says', () => {
	const run = (id: string) => entries.find((entry) => entry.id === id)?.run();
	done.length = 0;
	for (const id of ['page:events', 'section:compare', 'period:week', 'language:en', 'theme:dark', 'word:month'])
		run(id);
	expect(done).toEqual([
		'openPage "events"',
		'openPage "indicators" {"section":"compare"}',
		'changePeriodKind "week"',
		'chooseLanguage "en"',
		'chooseTheme "dark"',
		'exportPaper "month" "docx"',
	]);
});
