// The district on a map: areas coloured by class or by light, labels, marks, hover, selection, zoom, keys.
// Plain props, no stores. Keeps only the view; what is chosen belongs to its owner.

import './map.css';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Language } from '../text/language.ts';
import { MAP_WORDS } from '../text/map-words.ts';
import { AreaKeys } from './AreaKeys.tsx';
import type { BaseMap } from './base-map.ts';
import type { CameraLink } from './camera-link.ts';
import { HoverCard, type HoverText } from './HoverCard.tsx';
import { MapButtons } from './MapButtons.tsx';
import { MapCredit } from './MapCredit.tsx';
import { type MapLabel, type MapMark, MapOverlay, type MapView } from './MapOverlay.tsx';
import type { Bbox } from './map-canvas.ts';
import type { MapScheme } from './map-palette.ts';
import type { ExtraLayer, LayerName, MapLevel } from './map-style.ts';
import { ScaleBarLine } from './ScaleBarLine.tsx';
import type { Box } from './town-labels.ts';
import { useMapCanvas } from './use-map-canvas.ts';

/** An area of the coloured level, in official order; `point` lies inside it. */
export interface MapArea {
	code: string;
	name: string;
	/** [lng, lat] in degrees. */
	point: readonly [number, number];
}

/** Keep objects stable between renders (useMemo): layers, fills, areas, labels and marks are compared by identity. */
export interface DistrictMapProps {
	/** Accessible name, as in 千人事件量地图. */
	label: string;
	/** Address of each geometry layer (client.layerUrl). */
	layers: Partial<Record<LayerName, string>>;
	/** The coloured level; its layer must be among `layers`. */
	level: MapLevel;
	/** `ramp`: fills are ramp indices of class-breaks.ts, −1 or absent = hatched. `lights`: fills are LIGHT_FILL. */
	scheme: MapScheme;
	/** Null while the figures are not known yet: nothing is hatched. */
	fills: ReadonlyMap<string, number> | null;
	areas: readonly MapArea[];
	/** Most important first; those without a free place are left out. */
	labels: readonly MapLabel[];
	marks?: readonly MapMark[];
	selected?: string | null;
	/** What the camera shows: the district or the selected area. */
	frame: Bbox;
	/** Changes when the theme does; the tokens are read again. */
	theme: string;
	language: Language;
	/** Words about an area for the hover card and for screen readers. */
	describe?: (code: string) => HoverText | null;
	onPick?: (code: string) => void;
	/** Takes every click on the ground instead of onPick; for measuring and drawing. */
	onPress?: ((point: readonly [number, number]) => void) | null;
	/** Maps that move together. */
	link?: CameraLink | null;
	/** Outlines drawn beside the levels. */
	shows?: readonly ExtraLayer[];
	/** What lies under and between the areas, and who is named for it; null for none. */
	base?: BaseMap | null;
	/** 审图号 with its words, shown on the map; left out where there is none. */
	approval?: string | undefined;
	/** What lies over the map and moves with it; is given the view, and the one that last came to rest. */
	over?: (view: MapView, settledView: MapView | null) => ReactNode;
	/** Boxes that labels keep clear of, in the view at rest. */
	clearOf?: ((settledView: MapView) => readonly Box[]) | null;
	/** A wall has no pointer: no buttons, no hover, no keys. Default true. */
	isInteractive?: boolean;
	/** 1 at the desk; on a wall CSS pixels per desk pixel. */
	scale?: number;
}

const NO_MARKS: readonly MapMark[] = [];
const NO_BOXES: readonly Box[] = [];
const NO_EXTRAS: readonly ExtraLayer[] = [];
/** Desk buttons at the top left (map.css), kept clear of labels. */
const BUTTON_BOXES: readonly Box[] = [{ left: 0, top: 0, right: 38, bottom: 100 }];
/** A drawing context that is lost for good is opened anew this often before the map gives up. */
const MAX_REBUILDS = 5;

export function DistrictMap(props: DistrictMapProps) {
	const [build, setBuild] = useState(0);
	return <MapBody key={build} {...props} canDraw={build < MAX_REBUILDS} onLost={() => setBuild(build + 1)} />;
}

function MapBody({
	label,
	layers,
	level,
	scheme,
	fills,
	areas,
	labels,
	marks = NO_MARKS,
	selected = null,
	frame,
	theme,
	language,
	describe,
	onPick,
	onPress = null,
	link = null,
	shows = NO_EXTRAS,
	base = null,
	approval,
	over,
	clearOf = null,
	isInteractive = true,
	scale = 1,
	canDraw,
	onLost,
}: DistrictMapProps & { canDraw: boolean; onLost: () => void }) {
	const host = useRef<HTMLDivElement>(null);
	const [isHopeless, setIsHopeless] = useState(false);
	const words = MAP_WORDS[language];
	const padding = useMemo(() => {
		const edge = 12 * scale;
		return { top: edge, right: edge, bottom: edge, left: isInteractive ? edge + 24 : edge };
	}, [scale, isInteractive]);
	const map = useMapCanvas({
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
		onPress,
		onPick: (code) => onPick?.(code),
		onLost: (isForGood) => {
			if (isForGood || !canDraw) setIsHopeless(true);
			else onLost();
		},
	});
	const { view, hovered, pointer } = map;
	const obstacles = useMemo(() => {
		const own = isInteractive ? BUTTON_BOXES : NO_BOXES;
		return clearOf === null || map.settledView === null ? own : [...own, ...clearOf(map.settledView)];
	}, [isInteractive, clearOf, map.settledView]);
	const hoverText = hovered === null ? null : (describe?.(hovered) ?? null);
	const keyAreas = useMemo(
		() =>
			areas.map((area) => {
				const text = describe?.(area.code) ?? null;
				return { ...area, words: text === null ? null : [text.figure, text.unit].join(' ').trim() };
			}),
		[areas, describe],
	);
	const isCardLeft = pointer !== null && view !== null && pointer.x > view.width - 300 && pointer.y < 110;

	return (
		<section
			className="district-map"
			aria-label={label}
			data-level={level}
			data-drawn={map.isDrawn}
			onWheel={map.noteHand}
			onPointerDown={map.noteHand}
		>
			<div className="map-canvas" ref={host} />
			{isHopeless && <p className="map-unavailable">{words.unavailable}</p>}
			{view !== null && !isHopeless && (
				<MapOverlay
					labels={labels}
					marks={marks}
					view={view}
					settledView={map.settledView}
					rings={map.rings}
					obstacles={obstacles}
					markSize={12.5 * scale}
				/>
			)}
			{view !== null && !isHopeless && over?.(view, map.settledView)}
			{isInteractive && (
				<AreaKeys
					label={label}
					hint={words.listHint}
					areas={keyAreas}
					active={hovered}
					onActive={map.setHovered}
					onPick={(code) => onPick?.(code)}
				/>
			)}
			{isInteractive && !isHopeless && <MapButtons words={words} onZoom={map.zoomBy} onFit={map.fitAgain} />}
			{isInteractive && map.metresPerPx !== null && <ScaleBarLine metresPerPx={map.metresPerPx} words={words} />}
			<MapCredit words={[approval, base?.attribution]} />
			{hoverText !== null && <HoverCard text={hoverText} isLeft={isCardLeft} />}
		</section>
	);
}
