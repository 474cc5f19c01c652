// The 指标 page: tabs over the whole list, one indicator, the profile of the present area, the cut of the grids, the booklet.

import { useTranslation } from 'react-i18next';
import { SECTIONS, type Section } from '../../stores/address.ts';
import { useLocation, useStores } from '../../stores/StoresContext.tsx';
import type { View } from '../../stores/use-view.ts';
import { TabBar } from '../../ui/TabBar.tsx';
import { CompareView } from '../compare/CompareView.tsx';
import { BookletView } from './BookletView.tsx';
import { CluesView } from './CluesView.tsx';
import { DivisionView } from './DivisionView.tsx';
import { IndicatorListView } from './IndicatorListView.tsx';
import css from './IndicatorsPage.module.css';
import { IndicatorView } from './IndicatorView.tsx';
import { ProfileView } from './ProfileView.tsx';
import { PublishedView } from './published/PublishedView.tsx';
import { ScoreCard } from './ScoreCard.tsx';
import { SettingsView } from './settings/SettingsView.tsx';

/** The pages that have a tab; one indicator is reached from the list and leads back to it. */
const TABS = SECTIONS.filter((section) => section !== 'one');

function Tabs({ section }: { section: Section }) {
	const { t } = useTranslation();
	const { location } = useStores();
	return (
		<TabBar
			label={t('indicators.sections')}
			tabs={TABS.map((value) => ({ value, text: t(`indicators.${value}`) }))}
			value={section}
			onChoose={(next) => location.getState().goTo({ section: next })}
		/>
	);
}

export function IndicatorsPage({ view }: { view: View }) {
	const section = useLocation((state) => state.address.section);
	const indicator = useLocation((state) => state.address.indicator);
	if (section === 'one' && indicator !== null) return <IndicatorView view={view} indicator={indicator} />;
	const shown = section === 'one' ? 'all' : section;
	return (
		<div className={css.page}>
			<Tabs section={shown} />
			{shown === 'all' && <IndicatorListView view={view} />}
			{shown === 'profile' && <ProfileView view={view} />}
			{shown === 'compare' && <CompareView />}
			{shown === 'division' && <DivisionView view={view} />}
			{shown === 'clues' && <CluesView view={view} />}
			{shown === 'settings' && <SettingsView />}
			{shown === 'published' && <PublishedView view={view} />}
			{shown === 'booklet' && <BookletView />}
			<ScoreCard />
		</div>
	);
}
