// Every parser of single cells on one input: what it may answer is checked, so that a wrong value never passes silently.

import { readCoordinateCell } from '../../electron/services/exports/coordinates/coordinate-text.ts';
import { toWgs84 } from '../../electron/services/exports/coordinates/detective.ts';
import { InstantParser } from '../../electron/services/exports/instant-parser.ts';
import { parseNumber } from '../../electron/services/exports/number-parser.ts';
import { noScrubCounts } from '../../electron/services/privacy/cut-spans.ts';
import { scrubText } from '../../electron/services/privacy/scrub-text.ts';

const EARLIEST_S = Date.UTC(1900, 0, 1) / 1000;
const LATEST_S = Date.UTC(2200, 0, 1) / 1000;

/** What is wrong with the answers to a cell; null when nothing is. */
export function judgeCell(text: string): string | null {
	const value = parseNumber(text);
	if (!Number.isNaN(value) && !Number.isFinite(value)) return `number ${value}`;
	const atS = new InstantParser().parse(text);
	if (Number.isFinite(atS) && atS > 0 && (atS < EARLIEST_S || atS > LATEST_S)) return `instant ${atS}`;
	for (const one of readCoordinateCell(text)) if (!Number.isFinite(one)) return `coordinate ${one}`;
	const [first = Number.NaN, second = Number.NaN] = readCoordinateCell(text);
	const place = toWgs84({ degrees: 'gcj02', meridian: 120 }, first, second);
	if (place && (Math.abs(place[0]) > 180 || Math.abs(place[1]) > 90)) return `place ${place.join()}`;
	const once = scrubText(text, noScrubCounts());
	if (scrubText(once, noScrubCounts()) !== once) return `scrubbing twice ${JSON.stringify(once)}`;
	return null;
}
