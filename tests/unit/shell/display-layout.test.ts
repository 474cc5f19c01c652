// Which display is which again, and where desk and walls stand.

import { describe, expect, test } from 'vitest';
import {
	type DisplayFacts,
	findDisplays,
	identityOf,
	layoutKey,
	planWindows,
	suggestWall,
} from '../../../electron/shell/display-layout.ts';

function display(id: number, label: string, x: number, width: number, height: number, scaleFactor = 1): DisplayFacts {
	const bounds = { x, y: 0, width, height };
	return { id, label, bounds, workArea: { ...bounds, height: height - 40 }, scaleFactor, internal: id === 1 };
}

const desk = display(1, 'Built-in', 0, 1920, 1080);
const wall = display(2, 'LED', 1920, 3840, 1080);

describe('finding a display again', () => {
	test.each([
		['another number', display(9, 'LED', 1920, 3840, 1080)],
		['another place', display(2, 'LED', -3840, 3840, 1080)],
		['another scale', display(2, 'LED', 1920, 2560, 720, 1.5)],
		['another scale that rounds', display(7, 'LED', 1920, 2194, 617, 1.75)],
		['another resolution', display(2, 'LED', 1920, 1920, 1080)],
	])('under %s', (_name, present) => {
		expect(findDisplays([identityOf(wall)], [desk, present])).toEqual([present]);
	});

	test('without names it goes by number or size', () => {
		const nameless = display(4, '', 1920, 3840, 1080);
		expect(findDisplays([{ ...identityOf(nameless), id: 99 }], [{ ...desk, label: '' }, nameless])).toEqual([nameless]);
	});

	test('a display of another name is another display', () => {
		expect(findDisplays([identityOf(wall)], [desk, display(2, 'Projector', 1920, 3840, 1080)])).toEqual([null]);
	});

	test('twins are told apart by place, and none is given twice', () => {
		const left = display(5, 'LED', 1920, 1920, 1080);
		const right = display(6, 'LED', 3840, 1920, 1080);
		const remembered = [
			{ ...identityOf(right), id: 50 },
			{ ...identityOf(left), id: 51 },
		];
		expect(findDisplays(remembered, [left, right])).toEqual([right, left]);
		expect(findDisplays(remembered, [left])).toEqual([null, left]);
	});
});

describe('the plan', () => {
	test('a new desk stands in the middle of the primary display, inside it', () => {
		expect(planWindows([desk, wall], 1, null, []).desk).toEqual({
			x: 240,
			y: 70,
			width: 1440,
			height: 900,
			isMaximized: false,
		});
		const small = display(3, 'Small', 0, 1280, 720);
		expect(planWindows([small], 3, null, []).desk).toMatchObject({ x: 0, width: 1280, height: 680 });
	});

	test('a desk that cannot be reached is brought back, another one stays', () => {
		const away = { x: 9000, y: 100, width: 1000, height: 700, isMaximized: false };
		expect(planWindows([desk], 1, away, []).desk.x).toBe(240);
		expect(planWindows([desk], 1, { ...away, isMaximized: true }, []).desk).toMatchObject({
			x: 240,
			isMaximized: true,
		});
		const edge = { x: 1700, y: 100, width: 1000, height: 700, isMaximized: true };
		expect(planWindows([desk], 1, edge, []).desk).toEqual(edge);
	});

	test('a desk under a wall moves out', () => {
		const under = { x: 2000, y: 100, width: 1000, height: 700, isMaximized: false };
		expect(planWindows([desk, wall], 1, under, [identityOf(wall)]).desk.x).toBe(240);
		expect(planWindows([desk, wall], 2, null, [identityOf(wall)]).desk.x).toBe(240);
	});

	test('walls fill their displays; one whose display is away is missing and nothing else moves', () => {
		const both = planWindows([desk, wall], 1, null, [identityOf(wall)]);
		expect(both.walls).toEqual([{ identity: identityOf(wall), displayId: 2, bounds: wall.bounds, isKiosk: true }]);
		const alone = planWindows([desk], 1, null, [identityOf(wall)]);
		expect(alone).toMatchObject({ walls: [], missing: [identityOf(wall)], desk: both.desk });
	});

	test('on the only display a wall is no kiosk, so that there is a way back', () => {
		expect(planWindows([desk], 1, null, [identityOf(desk)]).walls[0]?.isKiosk).toBe(false);
	});

	test('no display at all still gives a desk', () => {
		expect(planWindows([], 1, null, [identityOf(wall)]).desk.width).toBe(1440);
	});
});

test('a layout is the same in any order, and another one when a display is added', () => {
	expect(layoutKey([desk, wall])).toBe(layoutKey([wall, desk]));
	expect(layoutKey([desk, wall])).not.toBe(layoutKey([desk]));
});

test('the first wall takes the largest display that the desk is not on', () => {
	const place = { x: 100, y: 100, width: 1440, height: 900 };
	expect(suggestWall([desk, display(3, 'TV', 5760, 1920, 1080), wall], place)).toBe(wall);
	expect(suggestWall([desk], place)).toBe(desk);
	expect(suggestWall([], place)).toBe(null);
});
