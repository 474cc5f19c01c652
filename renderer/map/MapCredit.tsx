// The line at the foot of a map: its approval number, and who made what lies under it.

export function MapCredit({ words }: { words: readonly (string | undefined)[] }) {
	const said = words.filter((one) => one !== undefined && one !== '');
	return said.length === 0 ? null : <p className="map-credit">{said.join(' • ')}</p>;
}
