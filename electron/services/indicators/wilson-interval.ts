// Wilson score interval of a share at 95 %: the honest range of a rate from few cases (domain.md §5.1).

const Z = 1.959963984540054;

/** Low and high end of the share num/den, both 0 to 1; [0, 1] where den is 0. */
export function wilsonInterval(num: number, den: number): { low: number; high: number } {
	if (den === 0) return { low: 0, high: 1 };
	const share = num / den;
	const z2 = Z * Z;
	const centre = share + z2 / (2 * den);
	const spread = Z * Math.sqrt((share * (1 - share)) / den + z2 / (4 * den * den));
	const scale = 1 + z2 / den;
	return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
