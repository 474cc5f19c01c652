// From the start of the program to the first board, in the rehearsal beside the web host; printed, and bounded only
// against each other, because machines differ.

import { expect, test } from 'vitest';
import { startApp } from '../support/app-under-test.ts';
import { openBrowser } from '../support/browser.ts';
import { startShell } from '../support/shell-under-test.ts';

const BOARD = /^按期办结率：打开出处/;

test('start to first board', async () => {
	const shellStartMs = performance.now();
	const shell = await startShell({ demo: 'only' });
	await shell.desk.getByRole('button', { name: BOARD }).waitFor();
	const shellMs = performance.now() - shellStartMs;
	await shell.stop();

	const webStartMs = performance.now();
	const [app, browser] = await Promise.all([startApp({ demo: 'only' }), openBrowser()]);
	const watched = await browser.openPage({ width: 1440, height: 900 });
	await watched.page.goto(app.url);
	await watched.page.getByRole('button', { name: BOARD }).waitFor();
	const webMs = performance.now() - webStartMs;
	await watched.close();
	await browser.close();
	await app.stop();

	const ratio = shellMs / webMs;
	console.log(
		`start to first board: shell in the rehearsal ${Math.round(shellMs)} ms (its window after ${Math.round(shell.launchMs)} ms), ` +
			`web host and browser ${Math.round(webMs)} ms, ratio ${ratio.toFixed(2)}`,
	);
	expect(ratio).toBeLessThan(5);
});
