// The steps (流转记录) of one event, in order of time, as far as they have happened.

import type { SampleEvent } from './make-events.ts';

export interface SampleStep {
	seq: number;
	node: string;
	op: string;
	fromUnit: string;
	toUnit: string;
	role: string;
	/** Epoch seconds. */
	receivedS: number;
	opS: number;
}

const CENTRE = '区综治中心';

/** Steps of an event; never later than the as-of of its export. */
export function makeSteps(event: SampleEvent): SampleStep[] {
	const steps: SampleStep[] = [];
	let last = event.reportedS;
	const add = (node: string, op: string, fromUnit: string, toUnit: string, role: string, opS: number): void => {
		if (opS === 0) return;
		steps.push({ seq: steps.length + 1, node, op, fromUnit, toUnit, role, receivedS: last, opS });
		last = opS;
	};
	const grid = event.villageName || event.townName;
	const reporter = event.sourceCode < '03' ? grid : CENTRE;
	const unit = event.leadUnit;
	if (event.isSelfClosed) {
		add('上报', '新增', grid, grid, '网格员', event.reportedS);
		if (event.status === 90 || event.status === 91) {
			add('核查', event.status === 90 ? '作废' : '并案', grid, CENTRE, '调度员', event.closedS);
		} else {
			add('结案', '自报自结', grid, grid, '网格员', event.closedS);
		}
		return steps;
	}
	add('上报', '新增', reporter, CENTRE, reporter === CENTRE ? '调度员' : '网格员', event.reportedS);
	if (event.status === 11) return steps;
	add('受理', '受理', CENTRE, CENTRE, '调度员', event.acceptedS);
	if (event.status === 90 || event.status === 91) {
		add('派单', event.status === 90 ? '作废' : '并案', CENTRE, CENTRE, '调度员', event.dispatchedS);
		return steps;
	}
	if (event.returnedS > 0) {
		const firstS = event.acceptedS + Math.max(30, Math.round((event.returnedS - event.acceptedS) * 0.3));
		add('派单', '派单', CENTRE, unit, '调度员', firstS);
		add('退单', '回退', unit, CENTRE, '承办单位', event.returnedS);
	}
	const isAgain = event.dispatchedS > event.returnedS;
	if (isAgain) add('派单', event.returnedS > 0 ? '重新派单' : '派单', CENTRE, unit, '调度员', event.dispatchedS);
	if (isAgain) add('签收', '签收', unit, unit, '承办单位', event.signedS);
	const turns: [number, string, string][] = [
		[event.pausedS, '挂起', '挂起'],
		[event.resumedS, '挂起', '恢复办理'],
		[event.failedCheckS, '核查', '返工'],
	];
	for (const [atS, node, op] of turns.sort((a, b) => a[0] - b[0])) {
		add(node, op, node === '核查' ? CENTRE : unit, unit, node === '核查' ? '调度员' : '承办单位', atS);
	}
	add('处置', '反馈', unit, CENTRE, '承办单位', event.disposedS);
	if (event.firstClosedS > 0) {
		add('核查', '结案', CENTRE, CENTRE, '调度员', event.firstClosedS);
		add('回访', '重办', CENTRE, unit, '调度员', event.reopenedS);
		add('核查', '结案', CENTRE, CENTRE, '调度员', event.closedS);
		return steps;
	}
	add('核查', '结案', CENTRE, CENTRE, '调度员', event.closedS);
	add('回访', '重办', CENTRE, unit, '调度员', event.reopenedS);
	return steps;
}
