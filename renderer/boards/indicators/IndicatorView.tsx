// Placeholder while the page is made.

import type { View } from '../../stores/use-view.ts';

export function IndicatorView({ view, indicator }: { view: View; indicator: string }) {
	return (
		<p>
			{view.area.name} {indicator}
		</p>
	);
}
