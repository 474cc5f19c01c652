// The basemap that maps draw, from what the services list: packs that reach the district, the online map, who to name.
// Pure.

import type { MethodOutput } from '../../shared/contract/contract.ts';
import type { BaseMap } from '../map/base-map.ts';

/** Who 天地图 asks to be named. */
const TIANDITU = '天地图 • 国家地理信息公共服务平台';

/**
 * Null where there is nothing to draw.
 * @param root absolute address that the host's own addresses start from
 */
export function baseMapOf(
	known: MethodOutput<'map.listBasemaps'> | null,
	root: string = document.baseURI,
): BaseMap | null {
	const packs = (known?.packs ?? []).filter(({ isRemoved, reachesDistrict }) => !isRemoved && reachesDistrict);
	const online = known?.online ?? [];
	if (packs.length + online.length === 0) return null;
	const at = (path: string) => new URL(path, root).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
	const named = [...(online.length > 0 ? [TIANDITU] : []), ...packs.map(({ attribution }) => attribution)];
	return {
		packs: packs.map(({ packId, kind, bounds, minZoom, maxZoom, layers }) => ({
			id: packId,
			kind,
			url: at(`geo/packs/${packId}.${kind === 'lines' ? 'geojson' : 'pmtiles'}`),
			bounds,
			minZoom,
			maxZoom,
			layers,
		})),
		online: online.map((layer) => at(`geo/online/${layer}/{z}/{x}/{y}`)),
		attribution: [...new Set(named.filter((one) => one !== ''))].join(' • '),
	};
}
