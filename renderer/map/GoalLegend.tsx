// The legend of a map that is fixed at the targets: light, word, bounds and the number of areas of each.
// Must not decide lights; it prints what goal-classes.ts counted.

import './map-legend.css';
import type { ReactNode } from 'react';
import { LightShape } from '../ui/LightShape.tsx';
import type { GoalClass } from './goal-classes.ts';

export interface GoalLegendProps {
	classes: readonly GoalClass[];
	/** Words of a class: 达标 ≥95%. */
	wordsOf: (light: GoalClass['light']) => ReactNode;
	/** After a count: 格. */
	unit: string;
}

export function GoalLegend({ classes, wordsOf, unit }: GoalLegendProps) {
	return (
		<ul className="map-legend">
			{classes.map(({ light, count }) => (
				<li key={light} className="map-legend-class">
					<i className="map-legend-swatch" data-goal={light} />
					{light !== 'missing' && <LightShape light={light} />} <span>{wordsOf(light)}</span>{' '}
					<span className="map-legend-count">
						{count}
						{unit && ` ${unit}`}
					</span>
				</li>
			))}
		</ul>
	);
}
