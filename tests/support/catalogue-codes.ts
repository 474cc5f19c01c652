// The codes of the catalogue in its order (domain.md §5.2–§5.4), written from the document and not from the product.

const NUMBERS = { OP: 10, TM: 7, DF: 8, PP: 6, ID: 5, DG: 6, CO: 4, ME: 4, GU: 4 } as const;

export const CATALOGUE_CODES: readonly string[] = Object.entries(NUMBERS).flatMap(([dimension, count]) =>
	Array.from({ length: count }, (_, at) => `${dimension}${String(at + 1).padStart(2, '0')}`),
);
