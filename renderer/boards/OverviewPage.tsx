// The overview: left answers "where" and "how good", right "what now" (design/README.md, picture 01).

import { useEffect } from 'react';
import { useLocation, useStores } from '../stores/StoresContext.tsx';
import type { View } from '../stores/use-view.ts';
import { MapPanel } from './MapPanel.tsx';
import css from './OverviewPage.module.css';
import { RankingPanel } from './RankingPanel.tsx';
import { ReadingsPanel } from './ReadingsPanel.tsx';
import { RedLightsPanel } from './RedLightsPanel.tsx';
import { SentencesPanel } from './SentencesPanel.tsx';
import { TrendPanel } from './TrendPanel.tsx';
import { useTableKey } from './use-table-key.ts';

/** The reading that drives trend and ranking until a person chooses: on-time closure. */
const FIRST_INDICATOR = 'OP04';

export function OverviewPage({ view }: { view: View }) {
	const { readings } = useStores();
	const indicator = useLocation((state) => state.address.indicator) ?? FIRST_INDICATOR;
	const area = view.area.code;
	useEffect(() => readings.getState().loadOverview(area, view.period), [readings, area, view.period]);
	useEffect(
		() => readings.getState().loadSeries(indicator, area, view.period),
		[readings, indicator, area, view.period],
	);
	const [isTable] = useTableKey();
	return (
		<div className={css.page}>
			<div className={css.left}>
				<MapPanel view={view} />
				<div className={css.pair}>
					<TrendPanel view={view} indicator={indicator} isTable={isTable} />
					<RankingPanel view={view} indicator={indicator} isTable={isTable} />
				</div>
			</div>
			<div className={css.right}>
				<ReadingsPanel view={view} indicator={indicator} />
				<RedLightsPanel />
				<SentencesPanel view={view} />
			</div>
		</div>
	);
}
