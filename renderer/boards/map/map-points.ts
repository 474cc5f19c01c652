// What lies over the map as columns of points, with the words of a mark. Pure; the words come from the caller's translator.

import type { TFunction } from 'i18next';
import { EVENT_LIGHTS } from '../../../shared/domain/codes.ts';
import type { PointCluster, PointColumns } from '../../map/point-clusters.ts';
import type { MapEvents, MapPlaces } from '../../stores/map-store.ts';
import type { Language } from '../../text/language.ts';

/** Events as points; the kind is the number of the light in EVENT_LIGHTS. */
export function eventPoints(events: MapEvents): PointColumns {
	const kinds = events.lights.map((light) => EVENT_LIGHTS.indexOf(light));
	return { lng: events.lng, lat: events.lat, kind: events.light.map((light) => kinds[light] ?? 0) };
}

/** Places as points; kind 1 needs a look. */
export function placePoints({ places }: MapPlaces): PointColumns {
	return {
		lng: places.map(({ lng }) => lng),
		lat: places.map(({ lat }) => lat),
		kind: places.map(({ isWarning }) => (isWarning ? 1 : 0)),
	};
}

/** `3 件：逾期 1、临期 2`; of one event its class and number. */
export function clusterWords(cluster: PointCluster, events: MapEvents, language: Language, t: TFunction): string {
	const [row] = cluster.rows;
	if (cluster.rows.length === 1 && row !== undefined) {
		const words = events.classes[events.class[row] ?? -1];
		const light = events.lights[events.light[row] ?? -1] ?? 'none';
		const place = events.atArea[row] === 1 ? t('mapPage.atArea') : '';
		return [(language === 'en' ? words?.en : words?.zh) ?? '', events.eventIds[row] ?? '', t(`events.${light}`), place]
			.filter(Boolean)
			.join(language === 'en' ? ', ' : '，');
	}
	const parts = EVENT_LIGHTS.flatMap((light, kind) => {
		const n = cluster.counts[kind] ?? 0;
		return n === 0 ? [] : [`${t(`events.${light}`)} ${n}`];
	});
	return t('mapPage.cluster', { n: cluster.rows.length, parts: parts.join(language === 'en' ? ', ' : '、') });
}

/** Names of the places of a mark, the first few. */
export function placeWords(cluster: PointCluster, { places }: MapPlaces, t: TFunction): string {
	const names = cluster.rows.slice(0, 3).flatMap((row) => {
		const place = places[row];
		return place ? [[place.name ?? place.kind ?? place.id, place.state].filter(Boolean).join(' ')] : [];
	});
	const rest = cluster.rows.length - names.length;
	return rest > 0 ? t('mapPage.andMore', { names: names.join('、'), n: rest }) : names.join('、');
}
