// The commands of the palette with their words in both languages, and how a typed text finds them. Pure but for what
// a command does when it is chosen.

import type { i18n, TFunction } from 'i18next';
import type { CalendarKind } from '../../shared/domain/period.ts';
import { type Address, COLLAB_PARTS, PAGES, PAPERS, type Paper, SECTIONS } from '../stores/address.ts';
import { TEAM_PARTS, TEAM_START } from '../stores/team-address.ts';
import type { Language } from '../text/language.ts';
import { THEME_CHOICES, type ThemeChoice } from '../ui/theme.ts';
import { PERIOD_KINDS } from './use-desk-keys.ts';

/** Groups in the order in which they are listed. */
export type PaletteGroup = 'page' | 'section' | 'paper' | 'period' | 'view' | 'language' | 'theme' | 'export';

export interface PaletteEntry {
	id: string;
	group: PaletteGroup;
	zh: string;
	en: string;
	/** Key that does the same, for the eye. */
	key?: string;
	run(): void;
}

/** What commands do; the desk fills it. */
export interface PaletteActions {
	goTo(change: Partial<Address>): void;
	openPage(page: Address['page'], change?: Partial<Address>): void;
	changePeriodKind(kind: CalendarKind): void;
	/** Null while the data has no last day. */
	openLastBlock: (() => void) | null;
	stepPeriod(steps: number): void;
	goUp(): void;
	toggleBasket(): void;
	copyAddress(): void;
	undo(): void;
	redo(): void;
	openHelp(): void;
	openTour(): void;
	/** Null where no wall can be opened. */
	openWall: (() => void) | null;
	chooseLanguage(language: Language): void;
	chooseTheme(choice: ThemeChoice): void;
	exportPaper(paper: Paper, format: 'docx' | 'xlsx'): void;
	/** Copies one reminder for each unit of the queue, or the agenda of a meeting. */
	copyMessage(kind: 'reminders' | 'agenda'): void;
}

const THEME_KEYS = { system: 'rail.themeSystem', light: 'rail.themeLight', dark: 'rail.themeDark' } as const;

/** Every command that the desk knows, in the order of the empty palette. */
export function paletteEntries(words: i18n, actions: PaletteActions): PaletteEntry[] {
	const inZh = words.getFixedT('zh-CN');
	const inEn = words.getFixedT('en');
	const entries: PaletteEntry[] = [];
	const add = (
		id: string,
		group: PaletteGroup,
		say: (t: TFunction) => string,
		run: (() => void) | null,
		key?: string,
	) => {
		if (run !== null) entries.push({ id, group, zh: say(inZh), en: say(inEn), run, ...(key !== undefined && { key }) });
	};
	for (const [index, page] of PAGES.entries()) {
		add(
			`page:${page}`,
			'page',
			(t) => t(`rail.${page}`),
			() => actions.openPage(page),
			String(index + 1),
		);
	}
	for (const section of SECTIONS) {
		if (section === 'one') continue;
		add(
			`section:${section}`,
			'section',
			(t) => t(`indicators.${section}`),
			() => actions.openPage('indicators', { section }),
		);
	}
	for (const collabPart of COLLAB_PARTS) {
		add(
			`collab:${collabPart}`,
			'section',
			(t) => t(`collab.${collabPart}`),
			() => actions.openPage('collab', { collabPart }),
		);
	}
	for (const part of TEAM_PARTS) {
		add(
			`team:${part}`,
			'section',
			(t) => t(`team.${part}`),
			() => actions.openPage('team', { team: { ...TEAM_START, part } }),
		);
	}
	for (const paper of PAPERS) {
		add(
			`paper:${paper}`,
			'paper',
			(t) => t(`briefing.kinds.${paper}`),
			() => actions.openPage('briefing', { paper }),
			...(paper === 'day' ? ['B'] : []),
		);
	}
	add('period:last', 'period', (t) => t('palette.periodKind', { kind: t('kinds.days') }), actions.openLastBlock);
	for (const kind of PERIOD_KINDS) {
		add(
			`period:${kind}`,
			'period',
			(t) => t('palette.periodKind', { kind: t(`kinds.${kind}`) }),
			() => actions.changePeriodKind(kind),
		);
	}
	add(
		'view:earlier',
		'view',
		(t) => t('palette.earlier'),
		() => actions.stepPeriod(-1),
		'[',
	);
	add(
		'view:later',
		'view',
		(t) => t('palette.later'),
		() => actions.stepPeriod(1),
		']',
	);
	add('view:up', 'view', (t) => t('palette.up'), actions.goUp, 'Esc');
	add('view:basket', 'view', (t) => t('palette.addToBasket'), actions.toggleBasket, 'C');
	add('view:copy', 'view', (t) => t('palette.copyAddress'), actions.copyAddress);
	add('view:undo', 'view', (t) => t('palette.undo'), actions.undo, 'Ctrl+Z');
	add('view:redo', 'view', (t) => t('palette.redo'), actions.redo, 'Ctrl+Shift+Z');
	add('view:keys', 'view', (t) => t('palette.keys'), actions.openHelp, '?');
	add('view:tour', 'view', (t) => t('palette.tour'), actions.openTour);
	add('view:wall', 'view', (t) => t('palette.wall'), actions.openWall);
	add(
		'language:zh-CN',
		'language',
		() => '中文',
		() => actions.chooseLanguage('zh-CN'),
	);
	add(
		'language:en',
		'language',
		() => 'English',
		() => actions.chooseLanguage('en'),
	);
	for (const choice of THEME_CHOICES) {
		add(
			`theme:${choice}`,
			'theme',
			(t) => t(THEME_KEYS[choice]),
			() => actions.chooseTheme(choice),
		);
	}
	for (const paper of PAPERS) {
		const named = (t: TFunction) => ({ paper: t(`palette.papers.${paper}`) });
		add(
			`word:${paper}`,
			'export',
			(t) => t('palette.word', named(t)),
			() => actions.exportPaper(paper, 'docx'),
		);
		add(
			`excel:${paper}`,
			'export',
			(t) => t('palette.workbook', named(t)),
			() => actions.exportPaper(paper, 'xlsx'),
		);
	}
	for (const kind of ['reminders', 'agenda'] as const) {
		add(
			`copy:${kind}`,
			'export',
			(t) => t(`palette.copy_${kind}`),
			() => actions.copyMessage(kind),
		);
	}
	return entries;
}

/** Forms of a Chinese text in Latin letters: initials and full syllables. */
export type Spell = (zh: string) => readonly string[];

/** How well a candidate fits: 0 the whole, 1 its start, 2 inside it; null not at all. */
function fitOf(candidate: string, needle: string): number | null {
	const at = candidate.indexOf(needle);
	if (at < 0) return null;
	return at > 0 ? 2 : candidate.length === needle.length ? 0 : 1;
}

/** The entries that a text names by Chinese, English or pinyin; best first, ties in their own order. All for no text. */
export function findEntries(entries: readonly PaletteEntry[], text: string, spell: Spell): PaletteEntry[] {
	const needle = text.normalize('NFKC').trim().toLowerCase();
	if (needle === '') return [...entries];
	return entries
		.flatMap((entry) => {
			const fits = [entry.zh, entry.en, ...spell(entry.zh)].map((form) => fitOf(form.toLowerCase(), needle));
			const known = fits.filter((fit) => fit !== null);
			return known.length === 0 ? [] : [{ entry, fit: Math.min(...known) }];
		})
		.sort((a, b) => a.fit - b.fit)
		.map(({ entry }) => entry);
}
