// The life of a map canvas inside React: opened with its element, fed with style, fills and selection, closed again.
// Must not draw anything itself.

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { BaseMap } from './base-map.ts';
import type { CameraLink, LinkedMap } from './camera-link.ts';
import type { MapView } from './MapOverlay.tsx';
import { type Bbox, type MapCanvas, openMapCanvas, type Padding } from './map-canvas.ts';
import { type MapScheme, readMapPalette } from './map-palette.ts';
import type { ExtraLayer, LayerName, MapLevel } from './map-style.ts';

export interface MapCanvasInput {
	host: RefObject<HTMLDivElement | null>;
	layers: Partial<Record<LayerName, string>>;
	level: MapLevel;
	scheme: MapScheme;
	fills: ReadonlyMap<string, number> | null;
	selected: string | null;
	frame: Bbox;
	padding: Padding;
	theme: string;
	scale: number;
	isInteractive: boolean;
	/** Maps that move together; null moves alone. */
	link: CameraLink | null;
	shows: readonly ExtraLayer[];
	base: BaseMap | null;
	onPick: (code: string) => void;
	/** Takes every click on the ground instead of onPick. */
	onPress: ((point: readonly [number, number]) => void) | null;
	/** The drawing is lost; `isHopeless` when the browser gives no drawing context at all. */
	onLost: (isHopeless: boolean) => void;
}

type Rings = ReadonlyMap<string, [number, number][][]>;
const NO_RINGS: Rings = new Map();

export interface MapCanvasState {
	view: MapView | null;
	/** The view as it last came to rest; places of labels are searched for it. */
	settledView: MapView | null;
	/** True once the first style is drawn with all its areas. */
	isDrawn: boolean;
	/** Outlines of the towns in degrees, for the labels. */
	rings: Rings;
	metresPerPx: number | null;
	hovered: string | null;
	/** Where the pointer is, in CSS pixels; null when the keys chose. */
	pointer: { x: number; y: number } | null;
	setHovered: (code: string | null) => void;
	zoomBy: (steps: number) => void;
	fitAgain: () => void;
	/** Call when a person drags or wheels, so that a new size of the window does not undo it. */
	noteHand: () => void;
}

/** Opens and feeds one canvas. A new `key` of the owner opens a new one. */
export function useMapCanvas(input: MapCanvasInput): MapCanvasState {
	const {
		host,
		layers,
		level,
		scheme,
		fills,
		selected,
		frame,
		padding,
		theme,
		scale,
		isInteractive,
		link,
		shows,
		base,
	} = input;
	const [canvas, setCanvas] = useState<MapCanvas | null>(null);
	const [view, setView] = useState<MapView | null>(null);
	const [settledView, setSettledView] = useState<MapView | null>(null);
	const [isDrawn, setIsDrawn] = useState(false);
	const [rings, setRings] = useState<Rings>(NO_RINGS);
	const [hovered, setHovered] = useState<string | null>(null);
	const [pointer, setPointer] = useState<{ x: number; y: number } | null>(null);
	const isByHand = useRef(false);
	const linked = useRef<LinkedMap | null>(null);
	const latest = useRef(input);
	useEffect(() => {
		latest.current = input;
	});

	useEffect(() => {
		const element = host.current;
		if (element === null) return;
		let opened: MapCanvas;
		try {
			opened = openMapCanvas(element, isInteractive, {
				onView: (isSettled) => {
					const next = {
						project: opened.project,
						unproject: opened.unproject,
						zoom: opened.getCamera().zoom,
						width: element.clientWidth,
						height: element.clientHeight,
					};
					setView(next);
					if (isSettled) setSettledView(next);
					if (linked.current !== null) latest.current.link?.moved(linked.current, isSettled && isByHand.current);
				},
				onDrawn: () => setIsDrawn(true),
				onHover: (code, point) => {
					setHovered(code);
					setPointer(point);
				},
				onPress: (point, code) => {
					const { onPress, onPick } = latest.current;
					if (onPress !== null) onPress(point);
					else if (code !== null) onPick(code);
				},
				onLost: () => latest.current.onLost(false),
			});
		} catch {
			latest.current.onLost(true);
			return;
		}
		const observer = new ResizeObserver(() => {
			if (!isByHand.current) opened.fit(latest.current.frame, latest.current.padding, false);
		});
		observer.observe(element);
		setCanvas(opened);
		return () => {
			observer.disconnect();
			opened.close();
		};
	}, [host, isInteractive]);

	const hatchesMissing = scheme !== 'lights' && fills !== null;
	useEffect(() => {
		const element = host.current;
		if (canvas === null || element === null || theme === '') return;
		const palette = readMapPalette(element, scheme);
		canvas.setStyle({ layers, level, palette, hatchesMissing, lineScale: scale, shows, base });
	}, [canvas, host, layers, level, scheme, hatchesMissing, theme, scale, shows, base]);
	useEffect(() => canvas?.setFills(level, fills), [canvas, level, fills]);
	useEffect(() => canvas?.setSelected(selected), [canvas, selected]);
	useEffect(() => canvas?.setHovered(hovered), [canvas, hovered]);

	const [west, south, east, north] = frame;
	const hasFitted = useRef(false);
	useEffect(() => {
		if (canvas === null) return;
		const start = hasFitted.current ? null : (latest.current.link?.start ?? null);
		isByHand.current = start !== null;
		canvas.fit([west, south, east, north], padding, hasFitted.current);
		if (start !== null) canvas.jumpTo(start);
		hasFitted.current = true;
	}, [canvas, west, south, east, north, padding]);

	useEffect(() => {
		if (canvas === null || link === null) return;
		const own: LinkedMap = {
			getCamera: canvas.getCamera,
			jumpTo(camera) {
				isByHand.current = true;
				canvas.jumpTo(camera);
			},
			flyTo(bbox) {
				isByHand.current = true;
				canvas.fit(bbox, latest.current.padding, true);
			},
			picture: canvas.picture,
		};
		linked.current = own;
		const leave = link.join(own);
		return () => {
			linked.current = null;
			leave();
		};
	}, [canvas, link]);

	const townLayer = layers.town;
	useEffect(() => {
		let isCurrent = true;
		if (canvas !== null && isDrawn && townLayer !== undefined) {
			void canvas.readRings('town').then((found) => isCurrent && setRings(found));
		}
		return () => {
			isCurrent = false;
		};
	}, [canvas, isDrawn, townLayer]);

	const zoomBy = useCallback(
		(steps: number) => {
			isByHand.current = true;
			canvas?.zoomBy(steps);
		},
		[canvas],
	);
	const fitAgain = useCallback(() => {
		isByHand.current = false;
		canvas?.fit(latest.current.frame, latest.current.padding, true);
	}, [canvas]);
	const noteHand = useCallback(() => {
		isByHand.current = true;
	}, []);
	const hoverByKey = useCallback((code: string | null) => {
		setHovered(code);
		setPointer(null);
	}, []);
	const metresPerPx = view === null || canvas === null ? null : canvas.metresPerPx();
	return {
		view,
		settledView,
		isDrawn,
		rings,
		metresPerPx,
		hovered,
		pointer,
		setHovered: hoverByKey,
		zoomBy,
		fitAgain,
		noteHand,
	};
}
