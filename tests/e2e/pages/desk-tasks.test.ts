// The tasks that the desk owes and the ways of working, on one server and one page of the demonstration district.

import { afterAll, beforeAll } from 'vitest';
import { type DeskDriver, driveDesk } from '../../support/desk-driver.ts';
import { type FlowApp, webFlowHost } from '../../support/flow-host.ts';
import { deskTaskFlows } from '../../support/flows/desk-task-flows.ts';
import { deskWaysFlows } from '../../support/flows/desk-ways-flows.ts';

let app: FlowApp;
let desk: DeskDriver;
beforeAll(async () => {
	app = await webFlowHost.start('only');
	desk = await driveDesk(app);
	await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
// Throws when the page complained of anything in all the flows.
afterAll(async () => {
	await desk?.close();
	await app?.stop();
});

deskTaskFlows(() => desk);
deskWaysFlows(
	() => desk,
	() => app,
);
