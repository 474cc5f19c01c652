// One area on one page: what it is made of, its index by nine dimensions, what costs it points, its team, its reds, how it
// went, its peers, what is missing.

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../stores/loadable.ts';
import { useApp, useIndicators, useLocation, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { RedLightsPanel } from '../RedLightsPanel.tsx';
import { indicatorName } from '../reading-words.ts';
import { useTableKey } from '../use-table-key.ts';
import { DeductionsPanel } from './DeductionsPanel.tsx';
import { DimensionsPanel } from './DimensionsPanel.tsx';
import { IndicatorTrend } from './IndicatorTrend.tsx';
import { ProfileHead } from './ProfileHead.tsx';
import css from './ProfileView.module.css';
import { ScoresPanel } from './ScoresPanel.tsx';
import { TeamPanel } from './TeamPanel.tsx';

/** What the trend shows until a person chooses: on-time closure. */
const FIRST_INDICATOR = 'OP04';

export function ProfileView({ view }: { view: View }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { indicators, readings } = useStores();
	const [isTable] = useTableKey();
	const profile = useIndicators((state) => state.profile);
	const composite = useIndicators((state) => state.composite);
	const indicator = useLocation((state) => state.address.indicator) ?? FIRST_INDICATOR;
	const definition = useApp((state) => state.definitions.get(indicator));
	const area = view.area.code;
	const partLevel = useApp((state) => {
		const level = state.tree.childrenOf.get(area)?.find((child) => child.level !== 'microGrid')?.level;
		return level === undefined || level === 'microGrid' ? null : level;
	});
	useEffect(
		() => indicators.getState().loadProfile(area, view.period, partLevel),
		[indicators, area, view.period, partLevel],
	);
	useEffect(
		() => readings.getState().loadSeries(indicator, area, view.period),
		[readings, indicator, area, view.period],
	);
	const { value } = profile;
	if (value === null) {
		return profile.error === null ? (
			<EmptyNote title={t('events.loading')} />
		) : (
			<FailureNote error={profile.error} isOld={false} />
		);
	}
	const row = value.rows.find(({ reading }) => reading.indicator === indicator) ?? null;
	return (
		<div className={css.page} aria-busy={isAwaited(profile)}>
			{profile.error !== null && <FailureNote error={profile.error} isOld />}
			<ProfileHead view={view} profile={value} composite={composite.value} />
			<div className={css.three}>
				<DimensionsPanel rows={value.rows} composite={composite} />
				<DeductionsPanel rows={value.rows} composite={composite} />
				<TeamPanel profile={value} />
			</div>
			<div className={css.three}>
				<IndicatorTrend
					view={view}
					indicator={indicator}
					row={row}
					isTable={isTable}
					title={t('trend.title', { name: indicatorName(definition, indicator, language) })}
				/>
				<ScoresPanel view={view} />
				<RedLightsPanel />
			</div>
		</div>
	);
}
