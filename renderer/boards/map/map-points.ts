// What lies over the map as columns of points, with the words of a mark. Pure; the words come from the caller's translator.

import type { TFunction } from 'i18next';
import { EVENT_LIGHTS } from '../../../shared/domain/codes.ts';
import type { PlaceColumns } from '../../map/PlaceMarks.tsx';
import type { PointCluster, PointColumns } from '../../map/point-clusters.ts';
import type { MapEvents, MapPlaces } from '../../stores/map-store.ts';
import type { Language } from '../../text/language.ts';

/** Events as points; the kind is the number of the light in EVENT_LIGHTS. */
export function eventPoints(events: MapEvents): PointColumns {
	const kinds = events.lights.map((light) => EVENT_LIGHTS.indexOf(light));
	return { lng: events.lng, lat: events.lat, kind: events.light.map((light) => kinds[light] ?? 0) };
}

/** One place with the layer it belongs to. */
export interface LayerPlace {
	layer: MapPlaces['kind'];
	place: MapPlaces['places'][number];
}

/** Places of all shown layers as one run of points (PlaceMarks.tsx), `rows` beside them. */
export function placePoints(shown: readonly MapPlaces[], t: TFunction): PlaceColumns & { rows: readonly LayerPlace[] } {
	const rows = shown.flatMap(({ kind, places }) => places.map((place) => ({ layer: kind, place })));
	const layers = shown.map(({ kind }) => kind);
	return {
		signs: layers.map((layer) => t(`mapPage.signs.${layer}`)),
		lng: rows.map(({ place }) => place.lng),
		lat: rows.map(({ place }) => place.lat),
		kind: rows.map(({ layer, place }) => layers.indexOf(layer) * 2 + (place.isWarning ? 1 : 0)),
		rows,
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
export function placeWords(cluster: PointCluster, places: readonly LayerPlace[], t: TFunction): string {
	const names = cluster.rows.slice(0, 3).flatMap((row) => {
		const place = places[row]?.place;
		return place ? [[place.name ?? place.kind ?? place.id, place.state].filter(Boolean).join(' ')] : [];
	});
	const rest = cluster.rows.length - names.length;
	return rest > 0 ? t('mapPage.andMore', { names: names.join('、'), n: rest }) : names.join('、');
}
