// The course of an event: who held it at which stage, ways between units that add up, and what is small stays hidden.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CourseStep } from '../../../electron/services/cache/collaboration-queries.ts';
import { courseOf, stageAfter, turnsOf } from '../../../electron/services/collaboration/event-course.ts';
import { DESK_K, hideSmallCells, shownCount } from '../../../electron/services/collaboration/small-cells.ts';
import { flowOf } from '../../../electron/services/collaboration/unit-flow.ts';
import { holdingByUnit } from '../../../electron/services/events/unit-holding.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import { flowGraph } from '../../../renderer/charts/flow-options.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';

const at = (text: string): number => parseIso(`2026-11-16T${text}:00+08:00`) ?? 0;
const step = (time: string, node: string, op: string, fromUnit: string, toUnit: string): CourseStep => ({
	node,
	op,
	fromUnit,
	toUnit,
	opAt: at(time),
});

const STEPS = [
	step('08:30', '上报', '新增', '甲村', '中心'),
	step('09:00', '受理', '受理', '中心', '中心'),
	step('09:30', '派单', '派单', '中心', '乙局'),
	step('10:00', '退单', '回退', '乙局', '中心'),
	step('10:30', '派单', '重新派单', '中心', '丙局'),
	step('11:00', '签收', '签收', '丙局', '丙局'),
	step('11:30', '处置', '反馈', '丙局', '中心'),
	step('12:00', '核查', '结案', '中心', '中心'),
];

test('stages follow the steps, a return is known as one, the end is no stage', () => {
	const course = courseOf(STEPS, at('12:00'));
	expect(course.map(({ unit, stage, isReturn }) => [unit, stage, isReturn])).toEqual([
		['中心', 'accept', false],
		['中心', 'dispatch', false],
		['乙局', 'sign', false],
		['中心', 'redispatch', true],
		['丙局', 'sign', false],
		['丙局', 'handle', false],
		['中心', 'verify', false],
	]);
	const turns = turnsOf(course, loadWorkingCalendar());
	expect(turns.map(({ unit, workMinutes }) => [unit, workMinutes])).toEqual([
		['中心', 60],
		['乙局', 30],
		['中心', 30],
		['丙局', 60],
		['中心', 30],
	]);
});

test('by unit it is what the page of the event shows', () => {
	const calendar = loadWorkingCalendar();
	const stored = STEPS.map((one, index) => ({
		...one,
		seq: index + 1,
		opCode: null,
		receivedAt: null,
		dueAt: null,
		usedWorkMinutes: null,
		isTimeout: null,
	}));
	const byUnit = new Map<string, number>();
	for (const { unit, workMinutes } of turnsOf(courseOf(STEPS, at('12:00')), calendar))
		byUnit.set(unit, (byUnit.get(unit) ?? 0) + workMinutes);
	for (const { unit, workMinutes } of holdingByUnit(stored, at('12:00'), calendar))
		expect(byUnit.get(unit), unit).toBe(workMinutes);
});

test('a verb that says nothing leaves the stage; its node speaks only without a verb', () => {
	expect(stageAfter({ node: '处置', op: '领导批示' }, 'handle')).toBe('handle');
	expect(stageAfter({ node: '签收', op: null }, 'sign')).toBe('handle');
	expect(stageAfter({ node: '挂起', op: '恢复办理' }, 'paused')).toBe('handle');
	expect(stageAfter({ node: '核查', op: '返工' }, 'verify')).toBe('handle');
	expect(stageAfter({ node: '受理', op: '不予受理' }, 'accept')).toBeNull();
});

test('every event ends once, and what enters a unit at one turn leaves it', () => {
	const unit = fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸');
	const path = fc.record({
		units: fc.array(fc.record({ unit, isReturn: fc.boolean() }), { minLength: 1, maxLength: 9 }),
		isClosed: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(path, { maxLength: 40 }), (paths) => {
			const links = flowOf(paths);
			const ends = links.filter(({ kind }) => kind === 'closed' || kind === 'open');
			expect(ends.reduce((sum, { count }) => sum + count, 0)).toBe(paths.length);
			const { nodes, ways } = flowGraph(links, { others: '其他', closed: '结案', open: '在办' });
			expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
			for (const { name, depth, isEnd } of nodes) {
				const into = ways.filter(({ target }) => target === name).reduce((sum, { value }) => sum + value, 0);
				const out = ways.filter(({ source }) => source === name).reduce((sum, { value }) => sum + value, 0);
				if (!isEnd && depth > 0) expect(out).toBe(into);
			}
		}),
	);
});

test('a count below five is hidden, and the total gives none away', () => {
	expect(hideSmallCells([20, 9, 7])).toEqual([20, 9, 7]);
	expect(hideSmallCells([20, 9, 2])).toEqual([20, null, null]);
	expect(hideSmallCells([20, 1, 2, 0])).toEqual([null, null, null, 0]);
	expect(hideSmallCells([20, 3, 4])).toEqual([20, null, null]);
	expect([0, 4, 5].map(shownCount)).toEqual([0, null, 5]);
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), (counts) => {
			const shown = hideSmallCells(counts);
			for (const count of shown) expect(count === null || count === 0 || count >= DESK_K).toBe(true);
			const hidden = counts.filter((_, index) => shown[index] === null);
			const hasOthers = shown.some((count) => count !== null && count > 0);
			if (hidden.length > 0 && hasOthers) {
				expect(hidden.length).toBeGreaterThan(1);
				expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(DESK_K);
			}
		}),
	);
});
