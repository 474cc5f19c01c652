// Pages that pages open by themselves; no window of the program stands around them.

import { state } from './parts.ts';

/** Closes what pages open by themselves: the only answer that is rehearsed is a refusal. */
export async function closeForeignPages(): Promise<void> {
	const { cdp } = state;
	if (!cdp) return;
	cdp.on('Target.targetCreated', ({ targetInfo }) => {
		const { type, openerId, targetId } = targetInfo as { type: string; openerId?: string; targetId: string };
		if (type === 'page' && openerId !== undefined) void cdp.send('Target.closeTarget', { targetId }).catch(() => {});
	});
	await cdp.send('Target.setDiscoverTargets', { discover: true });
}
