// The life of a map canvas inside React: opened with its element, fed with style, fills and selection, closed again.
// Must not draw anything itself.

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { MapView } from './MapOverlay.tsx';
import { type Bbox, type MapCanvas, openMapCanvas, type Padding } from './map-canvas.ts';
import { type MapScheme, readMapPalette } from './map-palette.ts';
import type { LayerName, MapLevel } from './map-style.ts';

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
	onPick: (code: string) => void;
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
	const { host, layers, level, scheme, fills, selected, frame, padding, theme, scale, isInteractive } = input;
	const [canvas, setCanvas] = useState<MapCanvas | null>(null);
	const [view, setView] = useState<MapView | null>(null);
	const [settledView, setSettledView] = useState<MapView | null>(null);
	const [isDrawn, setIsDrawn] = useState(false);
	const [rings, setRings] = useState<Rings>(NO_RINGS);
	const [hovered, setHovered] = useState<string | null>(null);
	const [pointer, setPointer] = useState<{ x: number; y: number } | null>(null);
	const isByHand = useRef(false);
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
					const next = { project: opened.project, width: element.clientWidth, height: element.clientHeight };
					setView(next);
					if (isSettled) setSettledView(next);
				},
				onDrawn: () => setIsDrawn(true),
				onHover: (code, point) => {
					setHovered(code);
					setPointer(point);
				},
				onPick: (code) => latest.current.onPick(code),
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

	const hatchesMissing = scheme === 'ramp' && fills !== null;
	useEffect(() => {
		const element = host.current;
		if (canvas === null || element === null || theme === '') return;
		const palette = readMapPalette(element, scheme);
		canvas.setStyle({ layers, level, palette, hatchesMissing, lineScale: scale });
	}, [canvas, host, layers, level, scheme, hatchesMissing, theme, scale]);
	useEffect(() => canvas?.setFills(level, fills), [canvas, level, fills]);
	useEffect(() => canvas?.setSelected(selected), [canvas, selected]);
	useEffect(() => canvas?.setHovered(hovered), [canvas, hovered]);

	const [west, south, east, north] = frame;
	const hasFitted = useRef(false);
	useEffect(() => {
		if (canvas === null) return;
		isByHand.current = false;
		canvas.fit([west, south, east, north], padding, hasFitted.current);
		hasFitted.current = true;
	}, [canvas, west, south, east, north, padding]);

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
