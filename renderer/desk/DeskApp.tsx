// The desk: header, rail, the page that the address names, the proof card over it. Holds no figures.

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BriefingPage } from '../boards/briefing/BriefingPage.tsx';
import { CollabPage } from '../boards/collab/CollabPage.tsx';
import { EventsPage } from '../boards/EventsPage.tsx';
import { IndicatorsPage } from '../boards/indicators/IndicatorsPage.tsx';
import { MapPage } from '../boards/map/MapPage.tsx';
import { OverviewPage } from '../boards/OverviewPage.tsx';
import { ProofCard } from '../boards/ProofCard.tsx';
import { TeamPage } from '../boards/team/TeamPage.tsx';
import { AccentColours } from '../imports/AccentColours.tsx';
import { DropTarget } from '../imports/DropTarget.tsx';
import { ImportsPage } from '../imports/ImportsPage.tsx';
import { useApp, useLocation, useReadings, useStores } from '../stores/StoresContext.tsx';
import { useView } from '../stores/use-view.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { FailureBoundary } from '../ui/FailureBoundary.tsx';
import { TermTip } from '../ui/TermTip.tsx';
import css from './DeskApp.module.css';
import { Header } from './Header.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { PageState } from './PageState.tsx';
import { Palette } from './Palette.tsx';
import { paletteEntries } from './palette-entries.ts';
import { Rail } from './Rail.tsx';
import { SaidLine } from './SaidLine.tsx';
import { StateBanner } from './StateBanner.tsx';
import { Tour } from './Tour.tsx';
import { isTourDone, keepTourDone } from './tour-state.ts';
import { useDeskActions } from './use-desk-actions.ts';
import { useDeskKeys } from './use-desk-keys.ts';

export function DeskApp() {
	const { t, i18n } = useTranslation();
	const { events } = useStores();
	const [over, setOver] = useState<'help' | 'palette' | null>(null);
	const [isTourOpen, setTourOpen] = useState(() => !isTourDone());
	const page = useLocation((state) => state.address.page);
	const hasProof = useReadings((state) => state.proofOf !== null);
	const centreName = useApp((state) => state.app.value?.centreName);
	const view = useView();
	const area = view?.area.code;
	const help = useCallback(() => setOver('help'), []);
	const tour = useCallback(() => setTourOpen(true), []);
	const open = useMemo(() => ({ help, tour }), [help, tour]);
	const { actions, said } = useDeskActions(view, open);
	const openPalette = useCallback(() => setOver('palette'), []);
	const keyActions = useMemo(() => ({ ...actions, openPalette }), [actions, openPalette]);
	useDeskKeys(view, keyActions);

	useEffect(() => {
		if (area !== undefined) events.getState().loadRedLights(area);
	}, [events, area]);
	useEffect(() => {
		document.title = [t(`rail.${page}`), centreName, t('app.product')].filter(Boolean).join(' • ');
	}, [t, page, centreName]);

	return (
		<div className={css.desk}>
			<a className={css.skip} href="#main">
				{t('app.skip')}
			</a>
			<Header view={view} onCompare={() => actions.toggleBasket()} />
			<Rail onHelp={help} />
			<main id="main" className={css.main} tabIndex={-1}>
				<StateBanner />
				<FailureBoundary
					key={page}
					fallback={(retry) => (
						<div className={css.failed}>
							<EmptyNote title={t('app.viewFailed')}>
								<p>{t('app.viewFailedHint')}</p>
								<button type="button" className="button" onClick={retry}>
									{t('app.retry')}
								</button>
							</EmptyNote>
						</div>
					)}
				>
					{page === 'imports' ? (
						<ImportsPage />
					) : view === null ? (
						<PageState />
					) : page === 'map' ? (
						<MapPage view={view} />
					) : page === 'indicators' ? (
						<IndicatorsPage view={view} />
					) : page === 'collab' ? (
						<CollabPage view={view} />
					) : page === 'briefing' ? (
						<BriefingPage view={view} />
					) : page === 'team' ? (
						<TeamPage view={view} />
					) : page === 'events' ? (
						<EventsPage view={view} />
					) : (
						<OverviewPage view={view} />
					)}
				</FailureBoundary>
			</main>
			{hasProof && <ProofCard />}
			{over === 'help' && <KeysDialog onClose={() => setOver(null)} />}
			{over === 'palette' && <Palette entries={paletteEntries(i18n, actions)} onClose={() => setOver(null)} />}
			{isTourOpen && view !== null && (
				<Tour
					onEnd={() => {
						keepTourDone();
						setTourOpen(false);
					}}
				/>
			)}
			<SaidLine said={said} />
			<TermTip />
			<DropTarget />
			<AccentColours />
		</div>
	);
}
