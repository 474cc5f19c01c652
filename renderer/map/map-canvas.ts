// The imperative side of the map: one MapLibre instance, its style, feature states, camera and recovery.
// Must not know of React, words or figures. Recolouring goes by feature state, never by new sources.

import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Camera } from './camera-link.ts';
import { drawHatch } from './hatch-image.ts';
import {
	type AreaState,
	buildMapStyle,
	fillLayerId,
	HATCH_IMAGE,
	type MapLevel,
	type MapStyleInput,
} from './map-style.ts';
import { registerPackProtocol } from './pack-protocol.ts';
import { openPickedAreas, readOutlines } from './picked-areas.ts';

setWorkerUrl(workerUrl);

/** [west, south, east, north] in degrees. */
export type Bbox = readonly [number, number, number, number];
/** Free space around a fitted box, in CSS pixels. */
export type Padding = { top: number; right: number; bottom: number; left: number };

export interface MapCanvasEvents {
	/** The camera moved or the size changed; project again. `isSettled` once it rests. */
	onView(isSettled: boolean): void;
	/** Everything of the first style is drawn. */
	onDrawn(): void;
	onHover(code: string | null, point: { x: number; y: number } | null): void;
	/** A click or tap: the ground in degrees, and the area there. */
	onPress(point: readonly [number, number], code: string | null): void;
	/** The drawing is lost for good (no context came back); the owner builds a new canvas or gives up. */
	onLost(): void;
}

export interface MapCanvas {
	setStyle(input: MapStyleInput): void;
	/** Fill index per area of a level; areas left out have no data. */
	setFills(level: MapLevel, fills: ReadonlyMap<string, number> | null): void;
	setSelected(code: string | null): void;
	setHovered(code: string | null): void;
	/** Fits a box; `animate` is ignored where motion is reduced. */
	fit(bbox: Bbox, padding: Padding, animate: boolean): void;
	zoomBy(steps: number): void;
	/** Screen position of [lng, lat] in CSS pixels of the container. */
	project(point: readonly [number, number]): { x: number; y: number };
	/** Ground under a screen position, [lng, lat]. */
	unproject(at: { x: number; y: number }): [number, number];
	metresPerPx(): number;
	getCamera(): Camera;
	jumpTo(camera: Camera): void;
	/** A copy of the drawing as it stands, in device pixels. */
	picture(): HTMLCanvasElement;
	/** Outer rings of the areas of a level in degrees; empty until the layer is loaded. */
	readRings(level: MapLevel): Promise<Map<string, [number, number][][]>>;
	close(): void;
}

/** Time a lost context has to come back before the canvas is given up. */
const RESTORE_MS = 2_500;
const EARTH_M_PER_PX = 78_271.517; // at zoom 0, equator, 512 px tiles

/** Opens a map in an element. Throws where the browser gives no WebGL context. */
export function openMapCanvas(container: HTMLElement, isInteractive: boolean, events: MapCanvasEvents): MapCanvas {
	const map = new MapLibreMap({
		container,
		style: { version: 8, sources: {}, layers: [] },
		interactive: isInteractive,
		keyboard: false,
		dragRotate: false,
		touchPitch: false,
		boxZoom: false,
		attributionControl: false,
		renderWorldCopies: false,
		fadeDuration: 0,
		canvasContextAttributes: { antialias: true, powerPreference: 'low-power' },
	});
	map.touchZoomRotate.disableRotation();
	const canvasElement = map.getCanvas();
	canvasElement.tabIndex = -1;
	canvasElement.setAttribute('aria-hidden', 'true');

	let input: MapStyleInput | null = null;
	let isReady = false;
	let restoreTimer: ReturnType<typeof setTimeout> | undefined;
	let selected: string | null = null;
	let hovered: string | null = null;
	const fillsByLevel = new Map<MapLevel, ReadonlyMap<string, number> | null>();
	const appliedByLevel = new Map<MapLevel, ReadonlyMap<string, number>>();

	const setState = (level: MapLevel, code: string, state: AreaState) => {
		if (map.getSource(level)) map.setFeatureState({ source: level, id: code }, { ...state });
	};
	const applyFills = (level: MapLevel) => {
		if (!isReady || !map.getSource(level)) return;
		const next = fillsByLevel.get(level) ?? new Map<string, number>();
		const before = appliedByLevel.get(level) ?? new Map<string, number>();
		for (const [code, fill] of next) if (before.get(code) !== fill) setState(level, code, { fill });
		for (const code of before.keys()) if (!next.has(code)) setState(level, code, { fill: -1 });
		appliedByLevel.set(level, next);
	};
	const picked = openPickedAreas(map);
	const showPicked = () => {
		if (isReady) picked.show(selected, hovered);
	};
	const applyAll = () => {
		appliedByLevel.clear();
		for (const level of fillsByLevel.keys()) applyFills(level);
		picked.forget();
		showPicked();
	};
	const applyStyle = () => {
		if (!isReady || input === null) return;
		const { palette, lineScale } = input;
		const hatch = drawHatch(palette.hatch, palette.surface, lineScale, window.devicePixelRatio > 1 ? 2 : 1);
		const image = { width: hatch.width, height: hatch.height, data: hatch.data };
		if (map.hasImage(HATCH_IMAGE)) map.removeImage(HATCH_IMAGE);
		map.addImage(HATCH_IMAGE, image, { pixelRatio: hatch.pixelRatio });
		if (input.base) registerPackProtocol();
		map.setStyle(buildMapStyle(input), { diff: true });
		applyAll();
	};
	const codeAt = (point: { x: number; y: number }): string | null => {
		if (!isReady || input === null) return null;
		const layer = fillLayerId(input.level);
		if (!map.getLayer(layer)) return null;
		const code = map.queryRenderedFeatures([point.x, point.y], { layers: [layer] })[0]?.properties.code;
		return typeof code === 'string' ? code : null;
	};

	map.once('load', () => {
		isReady = true;
		applyStyle();
	});
	map.on('move', () => events.onView(false));
	map.on('moveend', () => events.onView(true));
	map.on('resize', () => events.onView(true));
	let hasDrawn = false;
	map.on('idle', () => {
		if (hasDrawn || input === null || !isReady) return;
		hasDrawn = true;
		events.onDrawn();
	});
	map.on('webglcontextlost', () => {
		clearTimeout(restoreTimer);
		restoreTimer = setTimeout(() => events.onLost(), RESTORE_MS);
	});
	map.on('webglcontextrestored', () => {
		clearTimeout(restoreTimer);
		applyStyle();
	});
	if (isInteractive) {
		map.on('mousemove', (event) => events.onHover(codeAt(event.point), event.point));
		map.on('mouseout', () => events.onHover(null, null));
		map.on('click', (event) => {
			events.onPress([event.lngLat.lng, event.lngLat.lat], codeAt(event.point));
		});
	}

	return {
		setStyle(next) {
			input = next;
			applyStyle();
		},
		setFills(level, fills) {
			fillsByLevel.set(level, fills);
			applyFills(level);
		},
		setSelected(code) {
			if (code === selected) return;
			selected = code;
			showPicked();
		},
		setHovered(code) {
			if (code === hovered) return;
			hovered = code;
			showPicked();
			canvasElement.style.cursor = code === null ? '' : 'pointer';
		},
		fit([west, south, east, north], padding, animate) {
			const isReduced = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
			map.fitBounds([west, south, east, north], { padding, duration: animate && !isReduced ? 320 : 0 });
			if (!animate) map.setMinZoom(Math.max(0, map.getZoom() - 0.6));
		},
		zoomBy: (steps) => {
			map.easeTo({ zoom: map.getZoom() + steps, duration: 200 });
		},
		project: ([lng, lat]) => {
			const { x, y } = map.project([lng, lat]);
			return { x, y };
		},
		unproject: ({ x, y }) => {
			const { lng, lat } = map.unproject([x, y]);
			return [lng, lat];
		},
		getCamera: () => ({ ...map.getCenter(), zoom: map.getZoom() }),
		jumpTo: ({ lng, lat, zoom }) => {
			map.jumpTo({ center: [lng, lat], zoom });
		},
		picture() {
			map.redraw();
			const copy = document.createElement('canvas');
			copy.width = canvasElement.width;
			copy.height = canvasElement.height;
			copy.getContext('2d')?.drawImage(canvasElement, 0, 0);
			return copy;
		},
		metresPerPx: () => (EARTH_M_PER_PX * Math.cos((map.getCenter().lat * Math.PI) / 180)) / 2 ** map.getZoom(),
		async readRings(level) {
			const rings = new Map<string, [number, number][][]>();
			for (const [code, { geometry }] of await readOutlines(map, level)) {
				const { type, coordinates } = geometry;
				rings.set(code, (type === 'Polygon' ? coordinates : coordinates.flat()) as [number, number][][]);
			}
			return rings;
		},
		close() {
			clearTimeout(restoreTimer);
			picked.close();
			map.remove();
		},
	};
}
