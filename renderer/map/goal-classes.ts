// Classes of a choropleth that is fixed at the targets of its indicator: met, watch, warning, not judged. Pure.
// Which light a figure has is the services' alone.

import type { Light } from '../../shared/domain/codes.ts';
import { LIGHT_FILL } from './map-palette.ts';

export interface GoalClass {
	/** `missing` is hatched. */
	light: Light | 'missing';
	count: number;
}

export interface GoalClasses {
	classes: GoalClass[];
	/** Index into the fills of the `goals` scheme by area; −1 = no value. */
	fillByArea: Map<string, number>;
}

const ORDER: readonly GoalClass['light'][] = ['missing', 'none', 'green', 'yellow', 'red', 'deepRed'];

/** Classes by light; null is an area without a value. */
export function goalClasses(lights: ReadonlyMap<string, Light | null>): GoalClasses {
	const counts = new Map<GoalClass['light'], number>();
	const fillByArea = new Map<string, number>();
	for (const [area, light] of lights) {
		const own = light ?? 'missing';
		counts.set(own, (counts.get(own) ?? 0) + 1);
		fillByArea.set(area, light === null ? -1 : LIGHT_FILL[light]);
	}
	return {
		classes: ORDER.flatMap((light) => {
			const count = counts.get(light) ?? 0;
			return count > 0 ? [{ light, count }] : [];
		}),
		fillByArea,
	};
}
