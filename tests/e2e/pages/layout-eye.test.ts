// The eye of the layout test: planted faults must be seen, deliberate shortenings and floating layers must not.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { findLayoutFaults } from '../../support/text-layout.ts';

let browser: TestBrowser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

async function faultsOf(html: string): Promise<string[]> {
	const watched = await browser.openPage({ width: 600, height: 400 });
	await watched.page.setContent(`<body style="margin:0;font:16px/20px sans-serif">${html}</body>`);
	const faults = await findLayoutFaults(watched.page);
	await watched.close();
	return faults.map(({ kind, text, by }) => `${kind}: ${text} / ${by}`);
}

test.each([
	[
		'a box too narrow',
		'<div class="a" style="width:40px;overflow:hidden;white-space:nowrap">办结率九十三点二</div>',
		['clipped: 办结率九十三点二 / div.a'],
	],
	[
		'a box too low',
		'<div class="a" style="height:22px;overflow:hidden"><p style="margin:18px 0 0">二</p></div>',
		['clipped: 二 / div.a'],
	],
	[
		'an ellipsis without a title',
		'<div class="a" style="width:40px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">办结率九十三</div>',
		['clipped: 办结率九十三 / div.a'],
	],
	[
		'the edge of the window',
		'<div style="position:absolute;left:580px;white-space:nowrap">办结率</div>',
		['clipped: 办结率 / the edge of the window'],
	],
	[
		'a button cut off by what scrolls',
		'<div class="a" style="width:60px;overflow:auto"><button style="width:99px">办</button></div>',
		['clipped: [办] / div.a'],
	],
	[
		'two texts in one place',
		'<span style="position:absolute;left:9px;top:9px">甲甲</span><span style="position:absolute;left:20px;top:12px">乙乙</span>',
		['overlapping: 甲甲 / 乙乙'],
	],
	[
		'two texts in what two layers both show',
		'<div style="position:absolute;inset:0;clip-path:inset(0 40% 0 0)"><p style="margin:0;text-align:center">甲甲</p></div><div style="position:absolute;inset:0;clip-path:inset(0 0 0 40%)"><p style="margin:0;text-align:center">乙乙</p></div>',
		['overlapping: 甲甲 / 乙乙'],
	],
	[
		'drawn texts in one place',
		'<svg width="99" height="50"><text x="9" y="20">甲甲</text><text x="15" y="22">乙乙</text></svg>',
		['overlapping: 甲甲 / 乙乙'],
	],
])('sees %s', async (_name, html, expected) => {
	expect(await faultsOf(html)).toEqual(expected);
});

test.each([
	[
		'an ellipsis with its title',
		'<div title="办结率九十三" style="width:40px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">办结率九十三</div>',
	],
	['a list that scrolls', '<div style="height:40px;overflow:auto"><p>一</p><p>二</p><p>三</p></div>'],
	[
		'words for a screen reader',
		'<span style="position:absolute;width:1px;height:1px;overflow:hidden">看不见的字</span>',
	],
	[
		'a dialog over the page',
		'<p style="margin:0">页面</p><dialog open style="position:absolute;left:0;top:2px">卡片</dialog>',
	],
	[
		'two layers that each show a half',
		'<div style="position:absolute;inset:0;clip-path:inset(0 50% 0 0)"><p style="margin:0;text-align:center">甲甲</p></div><div style="position:absolute;inset:0;clip-path:inset(0 0 0 50%)"><p style="margin:0;text-align:center">乙乙</p></div>',
	],
	['lines set close', '<div style="font-size:36px;line-height:38px">一二三<br>四五六</div>'],
	[
		'a table for a screen reader',
		'<div style="position:absolute;width:1px;height:1px;overflow:hidden"><table><tr><td>甲</td><td>乙</td></tr></table></div>',
	],
	['a hidden text', '<div style="visibility:hidden;position:absolute;left:590px;white-space:nowrap">办结率</div>'],
])('lets %s pass', async (_name, html) => {
	expect(await faultsOf(html)).toEqual([]);
});
