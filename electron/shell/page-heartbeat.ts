// Asks a page now and then whether it still answers. Electron says `unresponsive` only when somebody's input waits,
// and nobody touches a wall. Must not decide what happens to a page that does not answer.

import type { WebContents } from 'electron';

/** How often a page is asked. */
const BEAT_MS = 2_000;
/** Questions in a row without an answer after which a page counts as hung; counted, so that a sleeping machine is none. */
const MISSED_BEATS = 8;
/** A desk may stand still in the system's print dialog; only minutes of it are a fault. */
const MISSED_BEATS_OF_DESK = 150;

/** Asks from the end of each load until the next one begins or the page goes; calls `onHang` once a load. */
export function watchHeartbeat(contents: WebContents, isWall: boolean, onHang: () => void): void {
	const limit = isWall ? MISSED_BEATS : MISSED_BEATS_OF_DESK;
	let timer: NodeJS.Timeout | undefined;
	const stop = () => clearInterval(timer);
	contents.on('did-finish-load', () => {
		stop();
		let missed = 0;
		let isAsked = false;
		timer = setInterval(() => {
			if (isAsked) missed += 1;
			if (missed >= limit) {
				stop();
				onHang();
				return;
			}
			if (isAsked) return;
			isAsked = true;
			contents.executeJavaScript('0').then(
				() => {
					isAsked = false;
					missed = 0;
				},
				() => {},
			);
		}, BEAT_MS);
	});
	contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
		if (isMainFrame && !isSameDocument) stop();
	});
	contents.on('render-process-gone', stop);
	contents.on('destroyed', stop);
}
