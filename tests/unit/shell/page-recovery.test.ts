// Which pages are asked whether they still answer: a wall, long before a desk, which stands still while it prints.

import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recoverPage } from '../../../electron/shell/page-recovery.ts';

vi.mock('electron', () => ({ protocol: {} }));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window whose page has loaded and from now on answers nothing. */
function stillWindow() {
	const forcefullyCrashRenderer = vi.fn();
	const webContents = Object.assign(new EventEmitter(), {
		executeJavaScript: () => new Promise(() => {}),
		forcefullyCrashRenderer,
	});
	const window = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => false });
	return { window: window as unknown as Parameters<typeof recoverPage>[0], webContents, forcefullyCrashRenderer };
}

test.each([
	['wall', true, 1],
	['desk', false, 0],
] as const)('a %s that stands still for minutes is ended: %s', (name, isWall, times) => {
	const { window, webContents, forcefullyCrashRenderer } = stillWindow();
	recoverPage(window, name, 'app://gridhelm/', isWall, () => {});
	webContents.emit('did-finish-load');
	vi.advanceTimersByTime(240_000);
	expect(forcefullyCrashRenderer).toHaveBeenCalledTimes(times);
});
