// The name of an area beside that of the area it lies in. Pure.

/** A name without that of the outer area: in 永河社区 its grids are 第1网格 and 第2网格. */
export function nameInside(name: string, outer: string | undefined): string {
	if (outer === undefined || outer === '' || name.length <= outer.length) return name;
	return name.startsWith(outer) ? name.slice(outer.length) : name;
}
