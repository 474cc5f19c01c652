// What stands behind the mark that was pressed: its events or places, the first ones, each leading on.

import { useTranslation } from 'react-i18next';
import type { MapEvents } from '../../stores/map-store.ts';
import { useMap, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import type { Focus } from './MapOver.tsx';
import css from './MapSide.module.css';
import type { LayerPlace } from './map-points.ts';

const SHOWN = 40;

function EventItems({ events, rows }: { events: MapEvents; rows: readonly number[] }) {
	const language = useLanguage();
	const { location } = useStores();
	return rows.slice(0, SHOWN).map((row) => {
		const words = events.classes[events.class[row] ?? -1];
		const id = events.eventIds[row] ?? '';
		return (
			<li key={id}>
				<button type="button" className={css.item} onClick={() => location.getState().openEvents({ lights: [] }, id)}>
					<LightShape light={events.lights[events.light[row] ?? -1] ?? 'none'} />
					<span>{language === 'en' ? words?.en : words?.zh}</span>
					<small>{id}</small>
				</button>
			</li>
		);
	});
}

function PlaceItems({ places }: { places: readonly LayerPlace[] }) {
	return places.slice(0, SHOWN).map(({ layer, place }) => {
		return (
			<li key={`${layer} ${place.id}`} className={css.item}>
				<span>{place.name ?? place.kind ?? place.id}</span>
				<small>{[place.name === null ? null : place.kind, place.state].filter(Boolean).join(' ')}</small>
			</li>
		);
	});
}

export function FocusList({ focus, onClose }: { focus: Focus; onClose: () => void }) {
	const { t } = useTranslation();
	const events = useMap((state) => state.events.value);
	const n = focus.kind === 'events' ? focus.rows.length : focus.places.length;
	return (
		<section className={css.part} aria-label={t('mapPage.focus')}>
			<h3 className={css.title}>
				{t(`mapPage.focusOf.${focus.kind}`)} <span className={css.count}>{n}</span>
				<button type="button" className="link" onClick={onClose}>
					{t('mapPage.close')}
				</button>
			</h3>
			<ul className={css.list}>
				{focus.kind === 'events' && events !== null && <EventItems events={events} rows={focus.rows} />}
				{focus.kind === 'places' && <PlaceItems places={focus.places} />}
			</ul>
			{n > SHOWN && <p className={css.note}>{t('mapPage.more', { n: n - SHOWN })}</p>}
		</section>
	);
}
