// The screens that the layout test looks at and the pictures show: page, size, theme and language.

import type { Page } from 'playwright-core';
import type { PageOptions } from './browser.ts';
import { openMapping, openQuarantine, openRehearsal, openSetup } from './data-screens.ts';

export interface Screen extends PageOptions {
	/** File name of its picture, without ending. */
	name: string;
	/** Address below the host's origin. */
	path: string;
	/** Brings up what stands over the page, as the proof card. */
	open?(page: Page): Promise<void>;
}

const DESK_PAGES = [
	{ name: 'overview', path: '/' },
	{ name: 'map', path: '/?page=map' },
	{ name: 'map-layers', path: '/?page=map&classes=equal&layers=labels,events,hotspots,dedicated,road,water' },
	{ name: 'map-swipe', path: '/?page=map&fill=OP04&map=town&classes=goal&layers=labels&against=period:2025-10' },
	{ name: 'indicators', path: '/?page=indicators' },
	{ name: 'indicator', path: '/?page=indicators&show=one&indicator=OP04' },
	{ name: 'profile', path: '/?page=indicators&show=profile' },
	{
		name: 'compare',
		path: '/?page=indicators&show=compare&with=2026-10@339901&with=2026-09@339901&with=2026-10@339901001',
	},
	{ name: 'division', path: '/?page=indicators&show=division' },
	{ name: 'clues', path: '/?page=indicators&show=clues' },
	{ name: 'settings', path: '/?page=indicators&show=settings&indicator=OP04' },
	{ name: 'published', path: '/?page=indicators&show=published' },
	{ name: 'booklet', path: '/?page=indicators&show=booklet' },
	{ name: 'events', path: '/?page=events' },
	{ name: 'team', path: '/?page=team' },
	{ name: 'team-trial', path: '/?page=team&part=trial' },
	{ name: 'team-public', path: '/?page=team&part=public' },
	{ name: 'queue', path: '/?page=collab' },
	{ name: 'flow', path: '/?page=collab&show=flow' },
	{ name: 'whistles', path: '/?page=collab&show=response' },
	{ name: 'meetings', path: '/?page=collab&show=meetings' },
	{ name: 'disputes', path: '/?page=collab&show=disputes' },
	{ name: 'briefing', path: '/?page=briefing' },
	{ name: 'data', path: '/?page=imports' },
] as const;

/** Opens the proof card of the on-time rate, the richest one. */
async function openProof(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^(按期办结率：打开出处|On-time.*: open its proof)/ }).click();
	await page.getByRole('dialog').waitFor();
}

/** What comes up on the data page and leaves the demonstration district in its place. */
const READING_STATES = {
	'data-setup': openSetup,
	'data-rehearsal': openRehearsal,
	'data-mapping': openMapping,
};
/** What brings events of another district in: looked at last. */
const WRITING_STATES = { 'data-quarantine': openQuarantine };

function statesOf(states: Readonly<Record<string, (page: Page) => Promise<void>>>): Screen[] {
	return Object.entries(states).flatMap(([name, open]): Screen[] => [
		{
			name: `${name}-zh-CN-light-1440x900`,
			path: '/?page=imports',
			open,
			language: 'zh-CN',
			theme: 'light',
			width: 1440,
			height: 900,
		},
		{
			name: `${name}-en-dark-1280x720`,
			path: '/?page=imports',
			open,
			language: 'en',
			theme: 'dark',
			width: 1280,
			height: 720,
		},
	]);
}

function deskScreens(): Screen[] {
	const screens: Screen[] = [];
	for (const { name, path } of DESK_PAGES) {
		for (const language of ['zh-CN', 'en'] as const) {
			for (const theme of ['light', 'dark'] as const) {
				screens.push({
					name: `${name}-${language}-${theme}-1440x900`,
					path,
					language,
					theme,
					width: 1440,
					height: 900,
				});
			}
		}
		for (const { language, theme } of [
			{ language: 'zh-CN', theme: 'light' },
			{ language: 'en', theme: 'dark' },
		] as const) {
			screens.push({ name: `${name}-${language}-${theme}-1280x720`, path, language, theme, width: 1280, height: 720 });
		}
	}
	for (const { language, theme } of [
		{ language: 'zh-CN', theme: 'light' },
		{ language: 'en', theme: 'dark' },
	] as const) {
		const name = `proof-${language}-${theme}-1440x900`;
		screens.push({ name, path: '/', language, theme, width: 1440, height: 900, open: openProof });
	}
	screens.push(...statesOf(READING_STATES));
	return screens;
}

function wallScreens(): Screen[] {
	const sizes = [
		[1920, 1080],
		[3840, 1080],
		[3840, 2160],
	] as const;
	return sizes.flatMap(([width, height]) =>
		(['zh-CN', 'en'] as const).map((language) => ({
			name: `wall-${language}-${width}x${height}`,
			path: '/wall',
			language,
			theme: 'dark' as const,
			width,
			height,
		})),
	);
}

/** Every screen, desk first, and last what changes which district is shown. */
export const SCREENS: readonly Screen[] = [...deskScreens(), ...wallScreens(), ...statesOf(WRITING_STATES)];

/** Roomy Chinese in the light and tight English in the dark, in turn over the pages; each wall size in one language. */
const LOOKS = [/-zh-CN-light-1440x900$|^wall-zh-CN/, /-en-dark-1280x720$|^wall-en/] as const;

function inTurn(screens: readonly Screen[]): Screen[] {
	const subjectOf = ({ name }: Screen) => name.replace(/-(?:zh-CN|en)-(?!\d)/, ' ').replace(/-(?:zh-CN|en)-/, ' wall ');
	const subjects = new Map<string, Screen[]>();
	for (const screen of screens) {
		const subject = screen.path === '/wall' ? subjectOf(screen) : (subjectOf(screen).split(' ')[0] ?? '');
		subjects.set(subject, [...(subjects.get(subject) ?? []), screen]);
	}
	return [...subjects.values()].flatMap((looks, turn) => {
		const chosen = looks.find(({ name }) => LOOKS[turn % LOOKS.length]?.test(name)) ?? looks[0];
		return chosen ? [chosen] : [];
	});
}

/**
 * Screens of one test run: every page, open card, state and wall size once, in a look of its turn.
 * `GRIDHELM_SCREENS=all` looks at all of them.
 */
export const LOOKED_AT: readonly Screen[] = process.env.GRIDHELM_SCREENS === 'all' ? SCREENS : inTurn(SCREENS);
