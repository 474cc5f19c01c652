// What stands behind the mark that was pressed: its events or places, the first ones, each leading on.

import { useTranslation } from 'react-i18next';
import type { MapEvents, MapPlaces } from '../../stores/map-store.ts';
import { useMap, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import type { Focus } from './MapOver.tsx';
import css from './MapSide.module.css';

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

function PlaceItems({ places, rows }: { places: MapPlaces; rows: readonly number[] }) {
	return rows.slice(0, SHOWN).map((row) => {
		const place = places.places[row];
		if (!place) return null;
		return (
			<li key={place.id} className={css.item}>
				<span>{place.name ?? place.kind ?? place.id}</span>
				<small>{[place.name === null ? null : place.kind, place.state].filter(Boolean).join(' ')}</small>
			</li>
		);
	});
}

export function FocusList({ focus, onClose }: { focus: Focus; onClose: () => void }) {
	const { t } = useTranslation();
	const events = useMap((state) => state.events.value);
	const places = useMap((state) => (focus.kind === 'events' ? null : state[focus.kind].value));
	const n = focus.rows.length;
	return (
		<section className={css.part} aria-label={t('mapPage.focus')}>
			<h3 className={css.title}>
				{t(`mapPage.layers.${focus.kind}`)} <span className={css.count}>{n}</span>
				<button type="button" className="link" onClick={onClose}>
					{t('mapPage.close')}
				</button>
			</h3>
			<ul className={css.list}>
				{focus.kind === 'events' && events !== null && <EventItems events={events} rows={focus.rows} />}
				{places !== null && <PlaceItems places={places} rows={focus.rows} />}
			</ul>
			{n > SHOWN && <p className={css.note}>{t('mapPage.more', { n: n - SHOWN })}</p>}
		</section>
	);
}
