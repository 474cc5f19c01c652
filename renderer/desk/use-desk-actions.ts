// What keys, buttons and commands of the desk do, in one place, and the sentence that says what they did.

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveText } from '../imports/save-text.ts';
import { PAPERS, type Paper } from '../stores/address.ts';
import { changePeriodKind, stepPeriod } from '../stores/location-store.ts';
import { useStores } from '../stores/StoresContext.tsx';
import type { Stores } from '../stores/stores.ts';
import { useLanguage, type View } from '../stores/use-view.ts';
import { keepLanguage, type Language } from '../text/language.ts';
import { formatInteger } from '../ui/format.ts';
import { useTheme } from '../ui/theme-context.ts';
import { formatPeriod } from '../ui/time-format.ts';
import { agendaOf, remindersOf } from './copy-messages.ts';
import type { PaletteActions } from './palette-entries.ts';
import type { KeyActions } from './use-desk-keys.ts';

/** Resolves when the paper of that kind and area is there, or could not be had. */
function whenPaperStands({ briefing }: Stores, kind: Paper, area: string): Promise<void> {
	const isSettled = () => {
		const { value, isLoading, error } = briefing.getState().paper;
		return !isLoading && (error !== null || (value?.kind === kind && value.area === area));
	};
	return new Promise((resolve) => {
		if (isSettled()) return resolve();
		const stop = briefing.subscribe(() => {
			if (!isSettled()) return;
			stop();
			resolve();
		});
	});
}

async function exportPaper(stores: Stores, kind: Paper, area: string, format: 'docx' | 'xlsx', language: Language) {
	const { load, write } = stores.briefing.getState();
	load(kind, area);
	await whenPaperStands(stores, kind, area);
	const blob = await write(format, language === 'en' ? 'en' : 'zh');
	const fileName = stores.briefing.getState().written?.fileName;
	if (blob && fileName) saveText(fileName, new Uint8Array(await blob.arrayBuffer()), blob.type);
}

/** What the desk says for a moment at its foot; `at` tells the same sentence said twice apart. */
export interface Said {
	text: string;
	at: number;
}

export interface DeskActions extends PaletteActions, Omit<KeyActions, 'toggleBasket' | 'openPalette'> {
	toggleBasket(area?: string | null): void;
}

/** `open`: what stands over the page is the desk's own business. */
export function useDeskActions(
	view: View | null,
	open: { help(): void; tour(): void },
): { actions: DeskActions; said: Said | null } {
	const { t, i18n } = useTranslation();
	const language = useLanguage();
	const stores = useStores();
	const theme = useTheme();
	const [said, setSaid] = useState<Said | null>(null);
	const { help, tour } = open;
	const actions = useMemo<DeskActions>(() => {
		const { location, client, app } = stores;
		const say = (text: string) => setSaid((before) => ({ text, at: (before?.at ?? 0) + 1 }));
		const { goTo, openPage } = location.getState();
		const lastBlock = app.getState().app.value?.lastBlock ?? null;
		return {
			goTo,
			openPage(page, change) {
				openPage(page);
				if (change) location.getState().adjust(change);
			},
			changePeriodKind(kind) {
				if (view) goTo({ period: changePeriodKind(view.period, kind) });
			},
			openLastBlock: lastBlock === null ? null : () => goTo({ period: lastBlock }),
			stepPeriod(steps) {
				if (view) goTo({ period: stepPeriod(view.period, steps) });
			},
			goUp() {
				const { address, adjust } = location.getState();
				if (address.page === 'events' && address.eventId !== null) adjust({ eventId: null });
				else if (address.page === 'indicators' && address.section === 'one') openPage('indicators');
				else {
					const parent = view?.path.at(-2);
					if (parent) goTo({ area: view?.path.length === 2 ? null : parent.code });
				}
			},
			openBriefing() {
				const { address, adjust } = location.getState();
				const next = PAPERS[(PAPERS.indexOf(address.paper) + 1) % PAPERS.length] ?? 'day';
				if (address.page === 'briefing') goTo({ paper: next });
				else {
					openPage('briefing');
					adjust({ paper: 'day' });
				}
			},
			toggleBasket(pointed) {
				if (!view) return;
				const area = pointed ?? view.area.code;
				const name = app.getState().tree.byCode.get(area)?.shortName ?? area;
				const became = location.getState().toggleBasket({ area, period: view.period });
				say(t(`compare.${became}`, { name: `${name} ${formatPeriod(view.period, language)}` }));
			},
			copyAddress() {
				navigator.clipboard.writeText(window.location.href).then(
					() => say(t('bookmarks.copied')),
					() => say(t('red.copyFailed')),
				);
			},
			undo: () => say(t(location.getState().undo() ? 'undoing.undone' : 'undoing.nothing')),
			redo: () => say(t(location.getState().redo() ? 'undoing.redone' : 'undoing.nothing')),
			openHelp: help,
			openTour: tour,
			openWall: client.capabilities.canOpenWall ? () => client.openWall() : null,
			chooseLanguage(chosen) {
				keepLanguage(chosen);
				void i18n.changeLanguage(chosen);
			},
			chooseTheme: theme.choose,
			exportPaper(paper, format) {
				if (!view) return;
				openPage('briefing');
				location.getState().adjust({ paper });
				void exportPaper(stores, paper, view.area.code, format, language);
			},
			async copyMessage(kind) {
				if (!view) return;
				const centre = app.getState().app.value?.centreName ?? '';
				try {
					const { count, text } =
						kind === 'reminders'
							? await remindersOf(client, view.area.code, centre, language, t)
							: await agendaOf(client, view.area.code, view.period, language, t);
					if (count > 0) await navigator.clipboard.writeText(text);
					say(count > 0 ? t(`palette.copied_${kind}`, { n: formatInteger(count) }) : t('palette.nothingToCopy'));
				} catch {
					say(t('red.copyFailed'));
				}
			},
		};
	}, [stores, view, theme, t, i18n, language, help, tour]);
	return { actions, said };
}
