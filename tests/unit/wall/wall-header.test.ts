// The header: clock and date of Shanghai, age in words, and when the whole header speaks up.

import { describe, expect, it } from 'vitest';
import { wallHeader } from '../../../renderer/wall/wall-header.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';

const nowS = parseIso('2026-11-23T07:45:00+08:00') ?? 0;
const at = (asOf: string | null, isConnected = true) =>
	wallHeader({ nowS, asOf, isConnected, fetchedAtS: nowS - 600, language: 'zh-CN' });

describe('wallHeader', () => {
	it('says the time of today and the age in minutes', () => {
		expect(at('2026-11-23T07:42:00+08:00')).toEqual({
			clock: '07:45',
			date: '11月23日（周一）',
			age: '数据截至 07:42（3分钟前）',
			ageLight: 'green',
			ageWord: null,
			connection: '在线',
			isOld: false,
		});
	});

	it('says the day of older data, first by its light, then by the whole header', () => {
		const late = at('2026-11-22T02:00:00+08:00');
		expect([late.age, late.ageLight, late.ageWord, late.isOld]).toEqual([
			'数据截至 11-22 02:00（1天前）',
			'yellow',
			'数据迟到',
			false,
		]);
		const old = at('2026-11-20T07:42:00+08:00');
		expect([old.ageLight, old.ageWord, old.isOld]).toEqual(['red', '数据已旧', true]);
	});

	it('says that there is no data', () => {
		expect(at(null)).toMatchObject({ age: '还没有数据', ageLight: 'none', isOld: true });
	});

	it('says since when the host is gone', () => {
		expect(at('2026-11-23T07:42:00+08:00', false).connection).toBe('离线，显示的是 07:35 的数据');
	});

	it('speaks English', () => {
		const header = wallHeader({
			nowS,
			asOf: '2026-11-23T07:42:00+08:00',
			isConnected: true,
			fetchedAtS: nowS,
			language: 'en',
		});
		expect(header.date).toBe('Mon 23 Nov');
		expect(header.age.replaceAll('\u00a0', ' ')).toBe('Data as of 07:42 (3 min ago)');
	});
});
