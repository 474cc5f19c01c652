// Measuring and selecting by corners on the ground: which tool is at hand, its corners, and the words at the last one.

import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areaOf, distanceToLine, isInRing, lengthOf } from '../../map/ground-measure.ts';
import { formatDecimal, formatInteger } from '../../ui/format.ts';

export type Tool = 'measure' | 'select' | 'buffer';

/** Distances of a buffer in metres. */
export const BUFFER_METRES = [100, 300, 500, 1000, 2000] as const;

export interface Drawing {
	tool: Tool | null;
	points: readonly (readonly [number, number])[];
	/** Metres around what is drawn that a buffer takes in. */
	bufferM: number;
	setBufferM(metres: number): void;
	/** Tells whether a place is inside what is drawn; null while nothing can be. */
	holds: ((point: readonly [number, number]) => boolean) | null;
	/** Length or area so far; null before there is one. */
	words: string | null;
	choose(tool: Tool | null): void;
	/** Takes a corner; null while no tool is at hand. */
	press: ((point: readonly [number, number]) => void) | null;
	/** Takes the last corner back. */
	back(): void;
}

export function useDrawing(): Drawing {
	const { t } = useTranslation();
	const [tool, setTool] = useState<Tool | null>(null);
	const [points, setPoints] = useState<readonly (readonly [number, number])[]>([]);
	const [bufferM, setBufferM] = useState<number>(500);
	const holds = useMemo<Drawing['holds']>(() => {
		if (tool === 'select' && points.length > 2) return (point) => isInRing(point, points);
		if (tool === 'buffer' && points.length > 0) return (point) => distanceToLine(point, points) <= bufferM;
		return null;
	}, [tool, points, bufferM]);
	const words = useMemo(() => {
		if (tool === 'measure' && points.length > 1) {
			const metres = lengthOf(points);
			return metres >= 1000
				? t('mapPage.kilometres', { n: formatDecimal(metres / 1000, 2) })
				: t('mapPage.metres', { n: formatInteger(Math.round(metres)) });
		}
		if (tool !== 'select' || points.length < 3) return null;
		return t('mapPage.squareKilometres', { n: formatDecimal(areaOf(points) / 1e6, 2) });
	}, [tool, points, t]);

	useEffect(() => {
		if (tool === null) return;
		const onKey = (event: KeyboardEvent) => {
			if (event.key === 'Escape') {
				setTool(null);
				setPoints([]);
			} else if (event.key === 'Backspace') setPoints((known) => known.slice(0, -1));
			else return;
			event.preventDefault();
			event.stopPropagation();
		};
		window.addEventListener('keydown', onKey, true);
		return () => window.removeEventListener('keydown', onKey, true);
	}, [tool]);

	return useMemo(
		() => ({
			tool,
			points,
			words,
			bufferM,
			setBufferM,
			holds,
			choose(next) {
				setTool(next);
				setPoints([]);
			},
			press: tool === null ? null : (point) => setPoints((known) => [...known, point]),
			back: () => setPoints((known) => known.slice(0, -1)),
		}),
		[tool, points, words, bufferM, holds],
	);
}
