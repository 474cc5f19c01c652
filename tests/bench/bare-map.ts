// The reference of P7: a page with nothing but MapLibre, the same polygons and the same points, served from loopback.

import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const LIBRARY = join(import.meta.dirname, '../../node_modules/maplibre-gl/dist');

/** Where the map stands on the page, CSS pixels. */
export interface MapBox {
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface BareMap {
	/** Address of the page; it sets `data-ready` on the body when everything is drawn. */
	url(box: MapBox): string;
	close(): Promise<void>;
}

const PAGE = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/maplibre-gl.css">
<style>body{margin:0}#map{position:absolute}</style><div id="map"></div><script type="module">
import { Map, setWorkerUrl } from '/maplibre-gl.mjs';
setWorkerUrl('/maplibre-gl-worker.mjs');
const box = new URLSearchParams(location.search);
const element = document.getElementById('map');
for (const [side, name] of [['left', 'x'], ['top', 'y'], ['width', 'width'], ['height', 'height']]) element.style[side] = box.get(name) + 'px';
const grids = await (await fetch('/grids.json')).json();
const points = await (await fetch('/points.json')).json();
const all = grids.features.flatMap(({ geometry }) => geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2));
const [lngs, lats] = [all.map(([lng]) => lng), all.map(([, lat]) => lat)];
const least = (values) => values.reduce((a, b) => Math.min(a, b)), most = (values) => values.reduce((a, b) => Math.max(a, b));
const map = new Map({
	container: element,
	style: { version: 8, sources: {
		grid: { type: 'geojson', data: grids, promoteId: 'code', tolerance: 0.2, buffer: 32, maxzoom: 14 },
		point: { type: 'geojson', data: { type: 'FeatureCollection', features: points.map(([lng, lat, month]) => ({ type: 'Feature', properties: { month }, geometry: { type: 'Point', coordinates: [lng, lat] } })) } },
	}, layers: [
		{ id: 'surface', type: 'background', paint: { 'background-color': '#eeeeee' } },
		{ id: 'fill', type: 'fill', source: 'grid', paint: { 'fill-antialias': false, 'fill-color': ['match', ['coalesce', ['feature-state', 'fill'], 0], 0, '#dce8f5', 1, '#b3cfea', 2, '#7fb0dc', 3, '#4a8cc7', 4, '#1f66a8', '#cccccc'] } },
		{ id: 'seam', type: 'line', source: 'grid', paint: { 'line-color': '#ffffff', 'line-width': 0.7 } },
		...(points.length === 0 ? [] : [{ id: 'point', type: 'circle', source: 'point', filter: ['==', ['get', 'month'], 0], paint: { 'circle-radius': 3, 'circle-color': '#c0392b' } }]),
	] },
	dragRotate: false, boxZoom: false, keyboard: false, attributionControl: false, renderWorldCopies: false, fadeDuration: 0,
	canvasContextAttributes: { antialias: true, powerPreference: 'low-power' },
});
map.once('load', () => {
	map.fitBounds([least(lngs), least(lats), most(lngs), most(lats)], { padding: 24, duration: 0 });
	map.once('idle', () => { document.body.dataset.ready = 'true'; });
});
let turn = 0;
window.recolour = () => { turn += 1; grids.features.forEach(({ properties }, at) => map.setFeatureState({ source: 'grid', id: properties.code }, { fill: (at + turn) % 5 })); };
window.showMonth = (month) => map.setFilter('point', ['==', ['get', 'month'], month]);
</script>`;

/** Serves the page with a layer of polygons (GeoJSON as bytes) and points as [lng, lat, month]. */
export async function openBareMap(
	polygons: Uint8Array,
	points: readonly (readonly [number, number, number])[],
): Promise<BareMap> {
	const server = createServer((request, response) => {
		const path = (request.url ?? '/').split('?')[0] ?? '/';
		if (path === '/') response.setHeader('content-type', 'text/html').end(PAGE);
		else if (path === '/grids.json') response.end(polygons);
		else if (path === '/points.json') response.end(JSON.stringify(points));
		else if (/^\/maplibre-gl[\w-]*\.(mjs|css)$/.test(path)) {
			response.setHeader('content-type', path.endsWith('css') ? 'text/css' : 'text/javascript');
			createReadStream(join(LIBRARY, path)).pipe(response);
		} else response.writeHead(204).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: ({ x, y, width, height }) => `http://127.0.0.1:${port}/?x=${x}&y=${y}&width=${width}&height=${height}`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}
