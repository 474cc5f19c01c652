// The desk: header, rail, the page that the address names, the proof card over it. Holds no figures.

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BriefingPage } from '../boards/briefing/BriefingPage.tsx';
import { EventsPage } from '../boards/EventsPage.tsx';
import { IndicatorsPage } from '../boards/indicators/IndicatorsPage.tsx';
import { OverviewPage } from '../boards/OverviewPage.tsx';
import { ProofCard } from '../boards/ProofCard.tsx';
import { AccentColours } from '../imports/AccentColours.tsx';
import { DropTarget } from '../imports/DropTarget.tsx';
import { ImportsPage } from '../imports/ImportsPage.tsx';
import { useApp, useLocation, useReadings, useStores } from '../stores/StoresContext.tsx';
import { useView } from '../stores/use-view.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { FailureBoundary } from '../ui/FailureBoundary.tsx';
import css from './DeskApp.module.css';
import { Header } from './Header.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { PageState } from './PageState.tsx';
import { Rail } from './Rail.tsx';
import { StateBanner } from './StateBanner.tsx';
import { useDeskKeys } from './use-desk-keys.ts';

export function DeskApp() {
	const { t } = useTranslation();
	const { events } = useStores();
	const [isHelpOpen, setHelpOpen] = useState(false);
	const page = useLocation((state) => state.address.page);
	const hasProof = useReadings((state) => state.proofOf !== null);
	const centreName = useApp((state) => state.app.value?.centreName);
	const view = useView();
	const area = view?.area.code;
	useDeskKeys(view, () => setHelpOpen(true));

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
			<Header view={view} />
			<Rail onHelp={() => setHelpOpen(true)} />
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
					) : page === 'indicators' ? (
						<IndicatorsPage view={view} />
					) : page === 'briefing' ? (
						<BriefingPage view={view} />
					) : page === 'events' ? (
						<EventsPage view={view} />
					) : (
						<OverviewPage view={view} />
					)}
				</FailureBoundary>
			</main>
			{hasProof && <ProofCard />}
			{isHelpOpen && <KeysDialog onClose={() => setHelpOpen(false)} />}
			<DropTarget />
			<AccentColours />
		</div>
	);
}
