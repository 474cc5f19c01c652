// The catalogue of indicators: definitions read from resources/indicators, validated once, in catalogue order.
// Holds no figures and knows no data.

import type { z } from 'zod';
import type { IndicatorDefinition } from '../../../shared/contract/schemas/indicators.ts';
import { DIMENSIONS, dimensionOf } from '../../../shared/domain/dimensions.ts';
import { DefinitionFile, Formula } from './definition-schema.ts';
import { EVENT_DEFINITIONS } from './event-definitions.ts';
import { LEDGER_DEFINITIONS } from './ledger-definitions.ts';
import { LedgerFormula } from './ledger-formula-schema.ts';

/** Name of the headline variant of every indicator. */
export const HEADLINE = 'headline';

/** One definition with the complete formula of each of its variants. */
export interface CatalogueEntry {
	definition: DefinitionFile;
	/** By variant name, the headline first. */
	formulas: ReadonlyMap<string, Formula | LedgerFormula>;
	/** Where the district changed it: every version with the first day of its periods, oldest first (settings/). */
	versions?: readonly { fromDay: number; entry: CatalogueEntry }[];
}

export type Catalogue = ReadonlyMap<string, CatalogueEntry>;

const FILES: unknown[] = [...EVENT_DEFINITIONS, ...LEDGER_DEFINITIONS];
const LAST = DIMENSIONS.length;

let loaded: Catalogue | undefined;

/**
 * All definitions by code, in catalogue order.
 * @throws ZodError or Error when a shipped definition is malformed (a defect of the product, not of data).
 */
export function loadCatalogue(): Catalogue {
	loaded ??= readCatalogue(FILES);
	return loaded;
}

/** Catalogue order: by dimension and code, the figures that only serve others last. */
function compareDefinitions(a: DefinitionFile, b: DefinitionFile): number {
	const rankOf = ({ audience, code }: DefinitionFile): number => {
		const dimension = audience === 'catalogue' ? dimensionOf(code) : null;
		return dimension === null ? LAST : DIMENSIONS.indexOf(dimension);
	};
	return rankOf(a) - rankOf(b) || (a.code < b.code ? -1 : 1);
}

/** Validates definitions and completes their variants; a figure that a light rests on must exist. */
export function readCatalogue(files: readonly unknown[]): Catalogue {
	const catalogue = new Map<string, CatalogueEntry>();
	const definitions = files.map((file) => DefinitionFile.parse(file)).sort(compareDefinitions);
	for (const definition of definitions) {
		if (catalogue.has(definition.code)) throw new Error(`indicator ${definition.code} is defined twice`);
		const formulas = new Map<string, Formula | LedgerFormula>([[HEADLINE, definition.formula]]);
		for (const variant of definition.variants) {
			if (formulas.has(variant.name)) throw new Error(`${definition.code}: variant ${variant.name} is defined twice`);
			formulas.set(variant.name, completeFormula(definition, variant.formula));
		}
		catalogue.set(definition.code, { definition, formulas });
	}
	for (const { definition } of catalogue.values()) {
		if (definition.light.kind !== 'shareOf') continue;
		for (const code of [definition.light.of, definition.light.zero]) {
			if (!catalogue.has(code)) throw new Error(`${definition.code}: its light needs ${code}, which is not defined`);
		}
	}
	return catalogue;
}

/** A variant over another ledger than the headline is complete in itself. */
function completeFormula(
	definition: DefinitionFile,
	own: DefinitionFile['variants'][number]['formula'],
): Formula | LedgerFormula {
	if ('dataset' in own && !('dataset' in definition.formula)) return LedgerFormula.parse(own);
	const schema = 'dataset' in definition.formula ? LedgerFormula : Formula;
	return schema.parse({ ...definition.formula, ...own });
}

/** The catalogue's own indicators (not the internal figures) in the contract's shape. */
export function listDefinitions(catalogue: Catalogue = loadCatalogue()): z.infer<typeof IndicatorDefinition>[] {
	return [...catalogue.values()]
		.filter(({ definition }) => definition.audience === 'catalogue')
		.map(({ definition }) => ({
			code: definition.code,
			name: definition.name,
			definition: definition.definition,
			unit: definition.unit,
			valueKind: definition.formula.value.kind,
			direction: definition.direction,
			target: 'target' in definition.light ? definition.light.target : null,
			warning: 'warning' in definition.light ? definition.light.warning : null,
			goodBand: definition.light.kind === 'band' ? { low: definition.light.low, high: definition.light.high } : null,
			rollUp: definition.rollUp,
			updatePeriods: definition.updatePeriods,
			thesisTags: definition.thesisTags,
			headlineVariant: HEADLINE,
			variants: [
				{ name: HEADLINE, label: definition.headlineLabel },
				...definition.variants.map(({ name, label }) => ({ name, label })),
			],
			version: definition.version,
			isLive: definition.isLive,
		}));
}
