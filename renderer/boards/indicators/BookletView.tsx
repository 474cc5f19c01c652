// Placeholder.

export function BookletView() {
	return <p />;
}
