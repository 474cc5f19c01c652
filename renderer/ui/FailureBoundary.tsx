// Keeps a part that fails to draw from taking the page with it: says so in its place and offers another try.

import { Component, type ErrorInfo, type ReactNode } from 'react';

interface FailureBoundaryProps {
	children: ReactNode;
	/** What stands in place of the part; gets the function that tries again. */
	fallback: (retry: () => void) => ReactNode;
}

export class FailureBoundary extends Component<FailureBoundaryProps, { hasFailed: boolean }> {
	override state = { hasFailed: false };

	static getDerivedStateFromError() {
		return { hasFailed: true };
	}

	override componentDidCatch(error: Error, where: ErrorInfo) {
		console.error('a part of the page failed to draw', error, where.componentStack);
	}

	override render() {
		if (this.state.hasFailed) return this.props.fallback(() => this.setState({ hasFailed: false }));
		return this.props.children;
	}
}
