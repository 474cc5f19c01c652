// The legend: one strip under the map, each class with its bounds and the number of areas in it (picture 01).
// Must not compute classes; it prints what class-breaks.ts found.

import './map-legend.css';
import type { Language } from '../text/language.ts';
import { MAP_WORDS } from '../text/map-words.ts';
import type { MapClass } from './class-breaks.ts';
import type { MapLevel } from './map-style.ts';

export interface MapLegendProps {
	classes: readonly MapClass[];
	level: MapLevel;
	/** Decimals of the bounds; the same that the classes were made with. */
	decimals: number;
	/** Unit after a bare zero in Chinese, as in 0 件; may be empty. */
	unit?: string;
	/** Words for areas without data; default 底数未报送. */
	noDataLabel?: string;
	language: Language;
}

/** Printed bounds of a class: `< 4.1`, `4.1–6.3`, `≥ 11.0`. */
export function classLabel(mapClass: MapClass, decimals: number): string {
	const { from, to } = mapClass;
	if (from === null && to === null) return '> 0';
	if (from === null) return `< ${to?.toFixed(decimals)}`;
	if (to === null) return `≥ ${from.toFixed(decimals)}`;
	return `${from.toFixed(decimals)}–${to.toFixed(decimals)}`;
}

export function MapLegend({ classes, level, decimals, unit = '', noDataLabel, language }: MapLegendProps) {
	const words = MAP_WORDS[language];
	const nameOf = (mapClass: MapClass) => {
		if (mapClass.ramp < 0) return noDataLabel ?? words.noData;
		if (mapClass.ramp === 0) return language === 'en' ? words.zero : `${words.zero}${unit ? ` ${unit}` : ''}`;
		return classLabel(mapClass, decimals);
	};
	const unitWord = words.unitOf[level];
	const countOf = ({ count }: MapClass) => (unitWord === '' ? String(count) : `${count} ${unitWord}`);
	return (
		<ul className="map-legend">
			{classes.map((mapClass) => (
				<li key={mapClass.ramp} className="map-legend-class" title={`${nameOf(mapClass)} ${countOf(mapClass)}`}>
					<i className="map-legend-swatch" data-ramp={mapClass.ramp} />
					<span>{nameOf(mapClass)}</span> <span className="map-legend-count">{countOf(mapClass)}</span>
				</li>
			))}
		</ul>
	);
}
