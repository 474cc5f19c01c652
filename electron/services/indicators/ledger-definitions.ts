// Definitions of the indicators that stand on ledgers, in the order of the catalogue. Holds no figures.

import co02 from '../../../resources/indicators/co02.json' with { type: 'json' };
import co04 from '../../../resources/indicators/co04.json' with { type: 'json' };
import df02 from '../../../resources/indicators/df02.json' with { type: 'json' };
import df03 from '../../../resources/indicators/df03.json' with { type: 'json' };
import df04 from '../../../resources/indicators/df04.json' with { type: 'json' };
import df06 from '../../../resources/indicators/df06.json' with { type: 'json' };
import df08 from '../../../resources/indicators/df08.json' with { type: 'json' };
import dg01 from '../../../resources/indicators/dg01.json' with { type: 'json' };
import dg03 from '../../../resources/indicators/dg03.json' with { type: 'json' };
import dg04 from '../../../resources/indicators/dg04.json' with { type: 'json' };
import dg06 from '../../../resources/indicators/dg06.json' with { type: 'json' };
import gu01 from '../../../resources/indicators/gu01.json' with { type: 'json' };
import gu02 from '../../../resources/indicators/gu02.json' with { type: 'json' };
import gu03 from '../../../resources/indicators/gu03.json' with { type: 'json' };
import gu04 from '../../../resources/indicators/gu04.json' with { type: 'json' };
import id01 from '../../../resources/indicators/id01.json' with { type: 'json' };
import id02 from '../../../resources/indicators/id02.json' with { type: 'json' };
import id04 from '../../../resources/indicators/id04.json' with { type: 'json' };
import id05 from '../../../resources/indicators/id05.json' with { type: 'json' };
import me01 from '../../../resources/indicators/me01.json' with { type: 'json' };
import me02 from '../../../resources/indicators/me02.json' with { type: 'json' };
import me03 from '../../../resources/indicators/me03.json' with { type: 'json' };
import me04 from '../../../resources/indicators/me04.json' with { type: 'json' };
import pp02 from '../../../resources/indicators/pp02.json' with { type: 'json' };
import pp04 from '../../../resources/indicators/pp04.json' with { type: 'json' };
import pp05 from '../../../resources/indicators/pp05.json' with { type: 'json' };
import pp06 from '../../../resources/indicators/pp06.json' with { type: 'json' };
import tm01 from '../../../resources/indicators/tm01.json' with { type: 'json' };
import tm02 from '../../../resources/indicators/tm02.json' with { type: 'json' };
import tm03 from '../../../resources/indicators/tm03.json' with { type: 'json' };
import tm04 from '../../../resources/indicators/tm04.json' with { type: 'json' };
import tm06 from '../../../resources/indicators/tm06.json' with { type: 'json' };
import tm07 from '../../../resources/indicators/tm07.json' with { type: 'json' };

/** Not yet validated; catalogue.ts does. */
export const LEDGER_DEFINITIONS: readonly unknown[] = [
	tm01,
	tm02,
	tm03,
	tm04,
	tm06,
	tm07,
	df02,
	df03,
	df04,
	df06,
	df08,
	pp02,
	pp04,
	pp05,
	pp06,
	id01,
	id02,
	id04,
	id05,
	dg01,
	dg03,
	dg04,
	dg06,
	co02,
	co04,
	me01,
	me02,
	me03,
	me04,
	gu01,
	gu02,
	gu03,
	gu04,
];
