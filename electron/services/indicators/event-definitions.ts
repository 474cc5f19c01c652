// Definitions of the indicators that stand on events, in the order of the catalogue, and of the figures that only serve a
// screen or a light. Holds no figures.

import co01 from '../../../resources/indicators/co01.json' with { type: 'json' };
import co03 from '../../../resources/indicators/co03.json' with { type: 'json' };
import df01 from '../../../resources/indicators/df01.json' with { type: 'json' };
import df05 from '../../../resources/indicators/df05.json' with { type: 'json' };
import df07 from '../../../resources/indicators/df07.json' with { type: 'json' };
import dg02 from '../../../resources/indicators/dg02.json' with { type: 'json' };
import dg05 from '../../../resources/indicators/dg05.json' with { type: 'json' };
import id03 from '../../../resources/indicators/id03.json' with { type: 'json' };
import op01 from '../../../resources/indicators/op01.json' with { type: 'json' };
import op02 from '../../../resources/indicators/op02.json' with { type: 'json' };
import op03 from '../../../resources/indicators/op03.json' with { type: 'json' };
import op04 from '../../../resources/indicators/op04.json' with { type: 'json' };
import op05 from '../../../resources/indicators/op05.json' with { type: 'json' };
import op06 from '../../../resources/indicators/op06.json' with { type: 'json' };
import op07 from '../../../resources/indicators/op07.json' with { type: 'json' };
import op08 from '../../../resources/indicators/op08.json' with { type: 'json' };
import op09 from '../../../resources/indicators/op09.json' with { type: 'json' };
import op10 from '../../../resources/indicators/op10.json' with { type: 'json' };
import open from '../../../resources/indicators/open.json' with { type: 'json' };
import pp01 from '../../../resources/indicators/pp01.json' with { type: 'json' };
import pp03 from '../../../resources/indicators/pp03.json' with { type: 'json' };
import tm05 from '../../../resources/indicators/tm05.json' with { type: 'json' };
import unlocated from '../../../resources/indicators/unlocated.json' with { type: 'json' };
import urgent from '../../../resources/indicators/urgent.json' with { type: 'json' };

/** Not yet validated; catalogue.ts does. */
export const EVENT_DEFINITIONS: readonly unknown[] = [
	op01,
	op02,
	op03,
	op04,
	op05,
	op06,
	op07,
	op08,
	op09,
	op10,
	tm05,
	df01,
	df05,
	df07,
	pp01,
	pp03,
	id03,
	dg02,
	dg05,
	co01,
	co03,
	open,
	urgent,
	unlocated,
];
