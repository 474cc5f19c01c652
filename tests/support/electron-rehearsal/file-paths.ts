// Answers webUtils.getPathForFile: the page stands still there, the path is read from the browser and put in its hand.

import type { CdpSession } from './cdp.ts';
import { say } from './say.ts';

async function readPath(page: CdpSession, callFrameId: string): Promise<void> {
	const evaluate = (expression: string) => page.send('Debugger.evaluateOnCallFrame', { callFrameId, expression });
	try {
		const { result } = (await evaluate('file')) as { result: { objectId?: string } };
		const { path } = await page.send('DOM.getFileInfo', { objectId: result.objectId });
		await evaluate(`rehearsalPath.text = ${JSON.stringify(path)}`);
	} catch (error) {
		say(`rehearsal: no path for a file: ${String(error)}`);
	}
	await page.send('Debugger.resume');
}

/** From now on, for one page whose debugger is on. */
export function answerFilePaths(page: CdpSession): void {
	page.on('Debugger.paused', ({ callFrames }) => {
		const [frame] = callFrames as { callFrameId: string }[];
		if (frame) void readPath(page, frame.callFrameId);
	});
}
