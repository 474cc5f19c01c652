// `npm run pictures [-- FOLDER [NAME-PART]]`: pictures of every screen on the demonstration district,
// into dist/pictures unless told otherwise. Must not judge them; the layout test does.

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startApp } from './app-under-test.ts';
import { openBrowser } from './browser.ts';
import { SCREENS } from './screens.ts';

const [folderArgument, namePart = ''] = process.argv.slice(2);
const folder = resolve(folderArgument ?? join(import.meta.dirname, '../../dist/pictures'));
mkdirSync(folder, { recursive: true });

const app = await startApp({ demo: 'only' });
const browser = await openBrowser();
try {
	for (const screen of SCREENS.filter(({ name }) => name.includes(namePart))) {
		const watched = await browser.openPage(screen);
		await watched.page.goto(app.issueUrl());
		await watched.page.goto(app.origin + screen.path);
		await watched.settle();
		await screen.open?.(watched.page);
		await watched.settle();
		await watched.page.screenshot({ path: join(folder, `${screen.name}.png`) });
		const complaints = watched.complaints();
		await watched.close().catch(() => {});
		console.log([screen.name, ...complaints].join('\n  '));
	}
} finally {
	await browser.close();
	await app.stop();
}
