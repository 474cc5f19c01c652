// The sample district as values: units, grids, orientation layers. No behaviour.

import type { OrientationLine, OrientationPolygon } from './draw-orientation.ts';
import type { Polygons } from './region-outlines.ts';

export interface Unit {
	code: string;
	name: string;
	level: 'district' | 'town' | 'village';
	unitType: string;
	parentCode: string | null;
	/** Official order among its siblings. */
	sortNo: number;
	urbanRuralCode: string;
	households: number;
	population: number;
	floating: number;
	areaKm2: number;
	polygons: Polygons;
	townIndex: number;
}

export interface Grid {
	code: string;
	name: string;
	kind: 'base' | 'dedicated' | 'micro';
	villageCode: string;
	villageName: string;
	/** Of a micro-grid and of a dedicated enclave: the base grid around it. */
	parentGridCode: string | null;
	specialType: string | null;
	divisionBasis: string;
	/** Null: not delivered. */
	households: number | null;
	population: number | null;
	areaM2: number;
	polygons: Polygons;
	townIndex: number;
	villageIndex: number;
	/** lng, lat pairs of places where people are, inside the polygon; the first ones are the busiest. */
	spots: Float64Array;
	/** Distance in degrees that a point may lie from its spot. */
	spread: number;
}

export interface District {
	seed: number;
	code: string;
	name: string;
	units: Unit[];
	towns: Unit[];
	villages: Unit[];
	/** Base and dedicated grids, then micro-grids. */
	grids: Grid[];
	/** How many of `grids` are base or dedicated. */
	mainGridCount: number;
	roads: OrientationLine[];
	water: (OrientationPolygon | OrientationLine)[];
}
