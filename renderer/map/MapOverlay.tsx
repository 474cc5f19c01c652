// Labels and marks over the map, in HTML and SVG: crisp, with figures and rare characters (design/README.md, Map).
// Places come from town-labels.ts; no label covers a mark. Takes no pointer events.

import { useLayoutEffect, useRef, useState } from 'react';
import type { EventLight } from '../../shared/domain/codes.ts';
import { LightGlyph } from '../ui/LightShape.tsx';
import { separateMarks } from './mark-places.ts';
import { type Box, boxAround, type LabelRequest, placeLabels } from './town-labels.ts';

export interface MapLabel {
	code: string;
	name: string;
	/** Figure under the name, already in words; null prints none. */
	figure: string | null;
	/** [lng, lat] of the preferred centre. */
	point: readonly [number, number];
	/** Lower is placed first; default 0. */
	tier?: number;
}

export interface MapMark {
	code: string;
	light: EventLight;
	point: readonly [number, number];
}

export interface MapView {
	project(point: readonly [number, number]): { x: number; y: number };
	unproject(at: { x: number; y: number }): [number, number];
	zoom: number;
	width: number;
	height: number;
}

export interface MapOverlayProps {
	labels: readonly MapLabel[];
	marks: readonly MapMark[];
	view: MapView;
	/** The view at rest; places are searched for it and only moved along in between. */
	settledView: MapView | null;
	/** Outer rings in degrees by area code; labels stay inside their own area where they can. */
	rings: ReadonlyMap<string, readonly (readonly [number, number])[][]>;
	/** Boxes that labels keep clear of beside the marks (buttons over the map). */
	obstacles: readonly Box[];
	/** Width of a mark in CSS pixels. */
	markSize: number;
}

interface Offset {
	dx: number;
	dy: number;
}

export function MapOverlay({ labels, marks, view, settledView, rings, obstacles, markSize }: MapOverlayProps) {
	const layer = useRef<HTMLDivElement>(null);
	const [offsets, setOffsets] = useState<ReadonlyMap<string, Offset>>(new Map());
	const [markOffsets, setMarkOffsets] = useState<readonly Offset[]>([]);
	const markGap = markSize * 0.16;

	useLayoutEffect(() => {
		const element = layer.current;
		if (element === null || settledView === null) return;
		const place = () => {
			const homes = marks.map((mark) => settledView.project(mark.point));
			const moved = separateMarks(homes, markSize * 1.05, markSize);
			const nudges = moved.map((at, index) => ({
				dx: at.x - (homes[index]?.x ?? at.x),
				dy: at.y - (homes[index]?.y ?? at.y),
			}));
			setMarkOffsets(nudges);
			const blocks = moved.map((at) => boxAround(at.x, at.y, markSize + 2 * markGap, markSize + 2 * markGap));
			const requests: LabelRequest[] = [];
			const anchors = new Map<string, { x: number; y: number }>();
			for (const label of labels) {
				const node = element.querySelector<HTMLElement>(`[data-label="${CSS.escape(label.code)}"]`);
				if (node === null) continue;
				const at = settledView.project(label.point);
				anchors.set(label.code, at);
				const outline = rings.get(label.code)?.map((ring) =>
					ring.map((point) => {
						const { x, y } = settledView.project(point);
						return [x, y] as const;
					}),
				);
				requests.push({
					code: label.code,
					x: at.x,
					y: at.y,
					width: node.offsetWidth,
					height: node.offsetHeight,
					tier: label.tier ?? 0,
					...(outline === undefined ? {} : { rings: outline }),
				});
			}
			const frame = { left: 2, top: 2, right: settledView.width - 2, bottom: settledView.height - 2 };
			const placed = placeLabels(requests, [...blocks, ...obstacles], frame, Math.max(120, markSize * 8));
			const next = new Map<string, Offset>();
			for (const label of placed) {
				const anchor = anchors.get(label.code);
				if (anchor) next.set(label.code, { dx: label.x - anchor.x, dy: label.y - anchor.y });
			}
			setOffsets(next);
		};
		place();
		let isCurrent = true;
		void document.fonts.ready.then(() => isCurrent && place());
		return () => {
			isCurrent = false;
		};
	}, [labels, marks, settledView, rings, obstacles, markSize, markGap]);

	return (
		<div className="map-overlay" ref={layer} aria-hidden="true">
			<svg className="map-marks" aria-hidden="true">
				{marks.map((mark, index) => {
					const home = view.project(mark.point);
					const x = home.x + (markOffsets[index]?.dx ?? 0);
					const y = home.y + (markOffsets[index]?.dy ?? 0);
					return (
						<g key={mark.code} className="map-mark" data-mark={mark.code} data-light={mark.light}>
							<LightGlyph light={mark.light} x={x} y={y} size={markSize} />
						</g>
					);
				})}
			</svg>
			{labels.map((label) => {
				const { x, y } = view.project(label.point);
				const offset = offsets.get(label.code);
				const left = x + (offset?.dx ?? 0);
				const top = y + (offset?.dy ?? 0);
				return (
					<div
						key={label.code}
						className="map-label"
						data-label={label.code}
						style={{
							transform: `translate(${left}px, ${top}px) translate(-50%, -50%)`,
							visibility: offset === undefined ? 'hidden' : 'visible',
						}}
					>
						<b>{label.name}</b>
						{label.figure !== null && <span>{label.figure}</span>}
					</div>
				);
			})}
		</div>
	);
}
