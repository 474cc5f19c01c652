// Placeholder while the page is made.

import type { View } from '../../stores/use-view.ts';

export function DivisionView({ view }: { view: View }) {
	return <p>{view.area.name}</p>;
}
