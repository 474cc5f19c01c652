// What happens on a page while it is used: the time between its frames, and its longest task on the main thread.

import type { Page } from 'playwright-core';
import { medianOf } from './ratio.ts';

export interface PageWork {
	/** Median time between frames, milliseconds. */
	frameMs: number;
	/** Longest task of the main thread, milliseconds; 0 where none was over 50. */
	longestTaskMs: number;
}

interface Recording {
	/** Gaps between one frame and the next, the last one as far as it got: a frame that never came counts. */
	frames: number[];
	tasks: number[];
	isOn: boolean;
}

/** Runs in the page: begins to write down frames and long tasks. */
function startRecording(): void {
	const recording: Recording = { frames: [], tasks: [], isOn: true };
	Object.assign(window, {
		stopRecording: () => {
			recording.isOn = false;
			recording.frames.push(performance.now() - before);
			observer.disconnect();
			return recording;
		},
	});
	const observer = new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) recording.tasks.push(entry.duration);
	});
	observer.observe({ type: 'longtask' });
	let before = performance.now();
	const next = (): void => {
		const now = performance.now();
		recording.frames.push(now - before);
		before = now;
		if (recording.isOn) requestAnimationFrame(next);
	};
	requestAnimationFrame(next);
}

function stopRecording(): Recording {
	return (window as unknown as { stopRecording(): Recording }).stopRecording();
}

/** Uses a page and tells what its main thread did meanwhile. */
export async function watchWork(page: Page, use: () => Promise<void>): Promise<PageWork> {
	await page.evaluate(startRecording);
	await use();
	const { frames, tasks } = await page.evaluate(stopRecording);
	return { frameMs: medianOf(frames), longestTaskMs: Math.max(0, ...tasks) };
}
