// The hot grids beside the map: this week's with the weeks they have been hot, and those that have cooled down.

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapHotspots } from '../../stores/map-store.ts';
import { useApp, useLocation, useMap, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { SpotAction } from '../actions/SpotAction.tsx';
import css from './MapSide.module.css';

const PAST_SHOWN = 10;

/** Twelve weeks as squares, the hot ones filled; the last is the present one. */
function WeekStrip({ hotWeeks }: { hotWeeks: readonly number[] }) {
	const { t } = useTranslation();
	const hot = hotWeeks.filter((one) => one === 1).length;
	return (
		<span className={css.strip} role="img" aria-label={t('mapSpots.hotWeeks', { n: hot })}>
			{hotWeeks.map((one) => (one === 1 ? '■' : '□')).join('')}
		</span>
	);
}

function useSpotName() {
	const language = useLanguage();
	const tree = useApp((state) => state.tree);
	return (spot: MapHotspots['past'][number]): string =>
		`${tree.byCode.get(spot.area)?.name ?? spot.area} ${language === 'en' ? spot.class.en : spot.class.zh}`;
}

export function HotspotList() {
	const { t } = useTranslation();
	const { actions, location } = useStores();
	const district = useApp((state) => state.app.value?.districtCode ?? null);
	const map = useLocation((state) => state.address.map);
	const hotspots = useMap((state) => state.hotspots.value);
	const nameOf = useSpotName();
	useEffect(() => {
		if (district !== null) actions.getState().load(district);
	}, [actions, district]);
	if (hotspots === null) return null;
	const open = (area: string) => location.getState().goTo({ area, map: { ...map, camera: null } });
	return (
		<section className={css.part} aria-label={t('mapPage.layers.hotspots')}>
			<h3 className={css.title}>{t('mapPage.layers.hotspots')}</h3>
			{hotspots.spots.length === 0 && <p className={css.note}>{t('mapPage.noHotspots')}</p>}
			<ul className={css.list}>
				{hotspots.spots.map((spot) => (
					<li key={`${spot.area} ${spot.classCode}`}>
						<button type="button" className={css.item} onClick={() => open(spot.area)}>
							<b className={css.count}>{spot.now}</b>
							<span>{nameOf(spot)}</span>
							<small>
								{spot.weeksInRow > 1 ? t('mapSpots.weeksInRow', { n: spot.weeksInRow }) : t('mapSpots.fresh')}
							</small>
							<small title={t('mapPage.weeks')}>{spot.weeks.join(' ')}</small>
							<WeekStrip hotWeeks={spot.hotWeeks} />
						</button>
						<SpotAction area={spot.area} classCode={spot.classCode} name={nameOf(spot)} />
					</li>
				))}
			</ul>
			{hotspots.past.length > 0 && (
				<>
					<h4 className={css.title}>
						{t('mapSpots.past')} <span className={css.count}>{hotspots.past.length}</span>
					</h4>
					<ul className={css.list}>
						{hotspots.past.slice(0, PAST_SHOWN).map((spot) => (
							<li key={`${spot.area} ${spot.classCode}`}>
								<button type="button" className={css.item} onClick={() => open(spot.area)}>
									<span>{nameOf(spot)}</span>
									<WeekStrip hotWeeks={spot.hotWeeks} />
								</button>
							</li>
						))}
					</ul>
				</>
			)}
			<p className={css.note}>{t('mapPage.hotRule')}</p>
		</section>
	);
}
