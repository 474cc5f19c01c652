// One reading from a tally: value, status, light, completeness. The row of `gridhelm readings` (cli.md).

import type { z } from 'zod';
import type { Reading as ReadingSchema } from '../../../shared/contract/schemas/indicators.ts';
import type { Light, ReadingStatus } from '../../../shared/domain/codes.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { dateFromDay, dayFromDate, startOfDay, toIso } from '../../../shared/domain/shanghai-time.ts';
import type { AreaTree, Place } from './area-tree.ts';
import type { Catalogue, CatalogueEntry } from './catalogue.ts';
import { HEADLINE } from './catalogue.ts';
import type { DefinitionFile, Formula, LightRule } from './definition-schema.ts';
import type { EventIndex } from './event-index.ts';
import type { UnitFilter } from './figure-tally.ts';
import { countsInside, quantileInside, tallyOf } from './figure-tally.ts';
import { fieldsInside } from './grid-fields.ts';
import { isLedgerComplete, ledgerAsOf, ledgerFormulaOf, readLedgerAmounts } from './ledger-figure.ts';
import { populationAt } from './ledger-population.ts';
import { entryInForce } from './settings/definition-version.ts';

export type Reading = z.infer<typeof ReadingSchema>;

/** Below this many in a denominator or a median a figure is 样本不足. */
const SMALLEST_SAMPLE = 5;
/** A month is final from this day of the next. */
const FINAL_FROM_DAY = 6;

/** What is asked of the engine, the same for many readings. */
export interface FigureQuestion {
	index: EventIndex;
	catalogue: Catalogue;
	entry: CatalogueEntry;
	variant: string;
	period: Period;
	/** Latest as-of to use (epoch seconds); null: that of the data. */
	asOfS: number | null;
	units: { name: string; ids: UnitFilter } | null;
}

interface Amounts {
	num: number | null;
	den: number | null;
	value: number | null;
	n: number;
	status: ReadingStatus;
}

const NOTHING = { num: null, den: null, value: null, n: 0 } as const;

/** The as-of used in a calculation: that of the newest committed event export, or an earlier one asked for. */
export function usedAsOf(index: EventIndex, asOfS: number | null): number | null {
	const newest = index.snapshot.asOfS;
	if (newest === null) return null;
	return asOfS === null ? newest : Math.min(newest, asOfS);
}

/** The question with the version of its definition that holds for its period. */
export function questionInForce(question: FigureQuestion): FigureQuestion {
	const entry = entryInForce(question.entry, question.period);
	return entry === question.entry ? question : { ...question, entry };
}

/** The reading of one area, by the version of the definition that holds for its period. */
export function readFigure(asked: FigureQuestion, place: Place): Reading {
	const question = questionInForce(asked);
	const { entry, variant, period, index, asOfS } = question;
	const ledger = ledgerFormulaOf(entry, variant);
	const usedS = ledger ? ledgerAsOf(index, asOfS) : usedAsOf(index, asOfS);
	const amounts = ledger ? readLedgerAmounts(question, ledger, place) : readAmounts(question, place, usedS);
	const isWhole = ledger ? isLedgerComplete(question, ledger) : isComplete(index, period, asOfS);
	return {
		indicator: entry.definition.code,
		area: place.code,
		areaName: place.name,
		unit: question.units?.name ?? null,
		level: place.level,
		period: period.code,
		...amounts,
		light: amounts.status === 'ok' ? lightOf(question, place, amounts.value ?? 0) : 'none',
		complete: amounts.status !== 'notConnected' && isWhole,
		final: usedS !== null && usedS >= finalFromS(period),
		asOf: usedS === null ? null : toIso(usedS),
		definitionVersion: entry.definition.version,
		variant,
	};
}

function readAmounts(question: FigureQuestion, place: Place, usedS: number | null): Amounts {
	const { entry, variant, period, index, asOfS, units } = question;
	const formula = formulaOf(entry, variant);
	if (!isConnected(index, entry.definition, formula)) return { ...NOTHING, status: 'notConnected' };
	if (usedS === null || !isDelivered(index, period, usedS)) return { ...NOTHING, status: 'notDelivered' };
	const { value: kind } = formula;
	const tally = tallyOf(index, entry, variant, period, asOfS, units?.ids ?? null);
	if (tally.kind === 'values') {
		const found = quantileInside(tally, place, kind.kind === 'median' ? kind.quantile : 0.5);
		const isEnough = found.n >= SMALLEST_SAMPLE;
		return {
			...NOTHING,
			n: found.n,
			value: isEnough ? found.value : null,
			status: isEnough ? 'ok' : 'insufficient',
		};
	}
	if (tally.kind === 'fields') {
		const { num, den } = fieldsInside(tally, place);
		return den === 0 ? { ...NOTHING, status: 'notConnected' } : ratioOf(num, den, 100);
	}
	const { num, den } = countsInside(tally, place);
	const isOwnRatio = kind.kind === 'ratio' || (kind.kind === 'rate' && kind.denominator === 'closedIn28Days');
	if (isOwnRatio) return ratioOf(num, den, kind.scale);
	if (kind.kind === 'rate') {
		const t = Math.min(period.endS - 1, usedS);
		const population = populationAt(index, 'residents', t)[place.place] ?? null;
		return population === null ? { ...NOTHING, status: 'notConnected' } : ratioOf(den, population, kind.scale);
	}
	return { num: null, den: null, value: den, n: den, status: 'ok' };
}

function ratioOf(num: number, den: number, scale: number): Amounts {
	const isEnough = den >= SMALLEST_SAMPLE;
	return { num, den, n: den, value: isEnough ? (scale * num) / den : null, status: isEnough ? 'ok' : 'insufficient' };
}

/** The complete formula of a variant that stands on events. */
export function formulaOf(entry: CatalogueEntry, variant: string): Formula {
	const formula = entry.formulas.get(variant);
	if (!formula || 'dataset' in formula)
		throw new Error(`${entry.definition.code} has no variant ${variant} over events`);
	return formula;
}

/** False where a dataset or a field that the figure needs was never delivered: 未接入, never 0. */
function isConnected(index: EventIndex, definition: DefinitionFile, formula: Formula): boolean {
	return (
		definition.datasets.every((dataset) => index.snapshot.connected.has(dataset)) &&
		formula.fields.every((oneOf) => index.events.length === 0 || oneOf.some((field) => index.fields[field]))
	);
}

/** False where the period lies wholly outside [first delivered day, as-of]. */
function isDelivered(index: EventIndex, period: Period, usedS: number): boolean {
	return index.firstDay !== null && period.endDay > index.firstDay && period.startS <= usedS;
}

/** True where every source delivered the whole period: its last second is not after the source's as-of. */
function isComplete(index: EventIndex, period: Period, asOfS: number | null): boolean {
	if (index.firstDay === null || period.startDay < index.firstDay) return false;
	const { asOfS: newest, sourceAsOf } = index.snapshot;
	const sources = sourceAsOf.size > 0 ? [...sourceAsOf.values()] : newest === null ? [] : [newest];
	const oldest = Math.min(...sources, asOfS ?? Number.POSITIVE_INFINITY);
	return sources.length > 0 && oldest >= period.endS - 1;
}

/** First instant at which a period is final: day 6 of the month after the one its last day lies in. */
export function finalFromS(period: Period): number {
	const { year, month } = dateFromDay(period.endDay - 1);
	return startOfDay(dayFromDate(year, month + 1, FINAL_FROM_DAY));
}

const gridsBefore = new WeakMap<AreaTree, Uint32Array>();

/** Grids in use inside a place, from running totals that are made once for a tree. */
function countActiveGrids(tree: AreaTree, { place, lastPlace }: Place): number {
	let totals = gridsBefore.get(tree);
	if (!totals) {
		totals = new Uint32Array(tree.places.length + 1);
		for (const { place: at, level, isActive } of tree.places) {
			totals[at + 1] = (totals[at] as number) + (level === 'grid' && isActive ? 1 : 0);
		}
		gridsBefore.set(tree, totals);
	}
	return (totals[lastPlace + 1] as number) - (totals[place] as number);
}

function lightOf(question: FigureQuestion, place: Place, value: number): Light {
	const { definition } = question.entry;
	const own = definition.variants.find(({ name }) => name === question.variant)?.light;
	const rule = own ?? definition.light;
	const ledger = ledgerFormulaOf(question.entry, question.variant);
	if (ledger?.lightsOf?.every((kind) => kind !== question.period.kind)) return 'none';
	if (rule.kind === 'none') return 'none';
	if (rule.kind === 'band') return bandOf(value, rule);
	if (rule.kind === 'value')
		return gradeOf(value, rule.target, rule.warning, own ? rule.target > rule.warning : definition.direction === 'up');
	if (rule.kind === 'shareOfGrids') {
		const grids = countActiveGrids(question.index.tree, place);
		return gradeOf(grids === 0 ? 0 : (100 * value) / grids, rule.target, rule.warning, false);
	}
	const countOf = (code: string): number => {
		const entry = question.catalogue.get(code);
		if (!entry) throw new Error(`the light of ${definition.code} needs ${code}`);
		const { index, period, asOfS, units } = question;
		const tally = tallyOf(index, entry, HEADLINE, period, asOfS, units?.ids ?? null);
		return tally.kind === 'counts' ? countsInside(tally, place).den : 0;
	};
	const whole = countOf(rule.of);
	const light = gradeOf(whole === 0 ? 0 : (100 * value) / whole, rule.target, rule.warning, false);
	return light === 'green' && countOf(rule.zero) > 0 ? 'yellow' : light;
}

/** Green inside the band, red beyond an outer bound, else yellow. */
function bandOf(value: number, { low, high, outerLow, outerHigh }: Extract<LightRule, { kind: 'band' }>): Light {
	if (value >= low && value <= high) return 'green';
	return (outerLow !== null && value < outerLow) || (outerHigh !== null && value > outerHigh) ? 'red' : 'yellow';
}

/** Green at the target or better, red beyond the warning, else yellow. */
function gradeOf(value: number, target: number, warning: number, isUp: boolean): Light {
	const sign = isUp ? 1 : -1;
	if (sign * value >= sign * target) return 'green';
	return sign * value >= sign * warning ? 'yellow' : 'red';
}
