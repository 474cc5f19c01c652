// The outline in a GeoJSON file: its first polygon or multipolygon. Must not judge whether it is the right district.

import type { Settings } from '../stores/settings-store.ts';

type Outline = NonNullable<Settings['outline']>;

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function find(value: unknown): Outline | null {
	if (!isRecord(value)) return null;
	if (value['type'] === 'Polygon' || value['type'] === 'MultiPolygon') return value as unknown as Outline;
	if (value['type'] === 'Feature') return find(value['geometry']);
	const { features } = value;
	if (!Array.isArray(features)) return null;
	for (const feature of features) {
		const found = find(feature);
		if (found !== null) return found;
	}
	return null;
}

/** Positions without heights. */
function flatten(coordinates: unknown): unknown {
	if (!Array.isArray(coordinates)) return coordinates;
	return typeof coordinates[0] === 'number' ? coordinates.slice(0, 2) : coordinates.map(flatten);
}

/** The outline, or null when the text holds none. */
export function outlineOf(text: string): Outline | null {
	try {
		const found = find(JSON.parse(text.replace(/^\ufeff/, '')));
		return found === null ? null : ({ type: found.type, coordinates: flatten(found.coordinates) } as Outline);
	} catch {
		return null;
	}
}
