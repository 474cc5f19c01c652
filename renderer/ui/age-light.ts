// How old is too old: the light of the data's age, the same on desk and wall. Pure.

const HOUR_S = 3_600;
/** Exports arrive once a day; two hours of grace, and twice that tolerance is old (design.md §5). */
const FRESH_FOR_S = 26 * HOUR_S;

/** Light of an age in seconds: green in tolerance, yellow up to twice that, red beyond. */
export function lightOfAge(ageS: number): 'green' | 'yellow' | 'red' {
	if (ageS <= FRESH_FOR_S) return 'green';
	return ageS <= 2 * FRESH_FOR_S ? 'yellow' : 'red';
}
