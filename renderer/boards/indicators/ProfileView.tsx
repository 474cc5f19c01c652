// Placeholder while the page is made.

import type { View } from '../../stores/use-view.ts';

export function ProfileView({ view }: { view: View }) {
	return <p>{view.area.name}</p>;
}
