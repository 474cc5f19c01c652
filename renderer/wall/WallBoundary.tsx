// A fault in drawing never leaves the wall dead: the scene is drawn anew after a short while, without a dialog.

import { Component, type ReactNode } from 'react';

const REDRAW_MS = 3_000;

interface Props {
	children: ReactNode;
	/** Shown until the next try. */
	fallback: ReactNode;
}

export class WallBoundary extends Component<Props, { hasFailed: boolean }> {
	override state = { hasFailed: false };
	private timer: ReturnType<typeof setTimeout> | undefined;

	static getDerivedStateFromError() {
		return { hasFailed: true };
	}

	override componentDidCatch() {
		this.timer = setTimeout(() => this.setState({ hasFailed: false }), REDRAW_MS);
	}

	override componentWillUnmount() {
		clearTimeout(this.timer);
	}

	override render() {
		return this.state.hasFailed ? this.props.fallback : this.props.children;
	}
}
