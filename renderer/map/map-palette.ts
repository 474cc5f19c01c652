// Colours of the map, read once per theme from the design tokens. The only file of the map that reads CSS.

/** Colours a map style needs; all are CSS colours that MapLibre can parse (hex). */
export interface MapPalette {
	/** Behind everything; water and what lies outside the district show it. */
	surface: string;
	/** Casing of lines and of the selection. */
	canvas: string;
	/** Lines between grids and villages. */
	seam: string;
	townLine: string;
	districtLine: string;
	road: string;
	accent: string;
	hover: string;
	hatch: string;
	/** Fill by class index: the ramp (zero first), or the lights (see LIGHT_FILL). */
	fills: readonly string[];
}

/** What the fills of a map mean: classes of a figure, the most urgent light of each area, or a figure against its goal. */
export type MapScheme = 'ramp' | 'lights' | 'goals';

/** Index into the fills of the `lights` scheme. */
export const LIGHT_FILL = { none: 0, green: 1, yellow: 2, red: 3, deepRed: 4, paused: 1 } as const;

const RAMP = ['--ramp-0', '--ramp-1', '--ramp-2', '--ramp-3', '--ramp-4', '--ramp-5'];
const GOALS = ['--map-none', '--map-goal-met', '--map-yellow', '--map-red', '--map-deep-red'];
const LIGHTS = ['--map-none', '--map-green', '--map-yellow', '--map-red', '--map-deep-red'];

const FILLS: Record<MapScheme, readonly string[]> = { ramp: RAMP, lights: LIGHTS, goals: GOALS };

/** Reads the palette as it stands on an element (tokens are inherited custom properties). */
export function readMapPalette(element: Element, scheme: MapScheme): MapPalette {
	const style = getComputedStyle(element);
	const pen = document.createElement('canvas').getContext('2d');
	// A build may shorten #ffffff to #fff or a name; the pen writes every opaque colour as #rrggbb.
	const read = (name: string) => {
		const colour = style.getPropertyValue(name).trim() || '#808080';
		if (pen === null) return colour;
		pen.fillStyle = colour;
		return String(pen.fillStyle);
	};
	return {
		surface: read('--surface'),
		canvas: read('--canvas'),
		seam: read('--map-seam'),
		townLine: read('--map-town-line'),
		districtLine: read('--map-district-line'),
		road: read('--map-road'),
		accent: read('--accent'),
		hover: read('--text'),
		hatch: read('--map-hatch'),
		fills: FILLS[scheme].map(read),
	};
}
