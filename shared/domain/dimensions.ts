// The nine dimensions of the catalogue and how a code names its own (domain.md §5.2–§5.4, §5.6). Words stand elsewhere.

/** Dimensions in the order of the composite index, each with the prefix of its codes. */
const PREFIXES = {
	operation: 'OP',
	team: 'TM',
	depth: 'DF',
	participation: 'PP',
	disclosure: 'ID',
	digital: 'DG',
	collaboration: 'CO',
	mechanism: 'ME',
	guarantee: 'GU',
} as const;

export type Dimension = keyof typeof PREFIXES;

/** The nine dimensions in official order. */
export const DIMENSIONS = [
	'operation',
	'team',
	'depth',
	'participation',
	'disclosure',
	'digital',
	'collaboration',
	'mechanism',
	'guarantee',
] as const satisfies readonly Dimension[];

/** The dimension that a code of the catalogue belongs to by its first two letters; null for a district's own codes. */
export function dimensionOf(code: string): Dimension | null {
	return DIMENSIONS.find((dimension) => code.startsWith(PREFIXES[dimension])) ?? null;
}

/** Elements of the study that indicators are tagged with (domain.md §5.5), in its order. */
export const THESIS_TAGS = ['D0', 'P1', 'P2', 'P3', 'C1', 'C2', 'C3', 'S1', 'S2', 'S3'] as const;
export type ThesisTag = (typeof THESIS_TAGS)[number];
