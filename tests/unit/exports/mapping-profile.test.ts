// Mapping profiles: validation with the path of the fault, joins, templates, constants, dictionaries.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadProfile, parseProfile, profileJsonSchema } from '../../../electron/services/exports/mapping-profile.ts';
import { ProfileError } from '../../../electron/services/exports/profile-error.ts';
import { secondsFromWallClock as at } from '../../../shared/domain/shanghai-time.ts';
import { readTaken, readWhole } from '../../support/whole-export.ts';

const base = { name: 'p', title: 'P' };
const event = (fields: object, more: object = {}): object => ({ dataset: 'event', when: ['No'], fields, ...more });

describe('validation', () => {
	test.each<[string, unknown, RegExp]>([
		['an unknown key', { ...base, mappings: [event({})], extra: 1 }, /p\.json: .*extra/],
		[
			'an unknown key inside',
			{ ...base, mappings: [event({ event_id: { column: 'No', colour: 1 } })] },
			/p\.json: mappings\[0\]\.fields\.event_id: .*colour/,
		],
		[
			'two origins',
			{ ...base, mappings: [event({ event_id: { column: 'No', constant: 'x' } })] },
			/mappings\[0\]\.fields\.event_id: needs exactly one/,
		],
		['no mapping', { ...base, mappings: [] }, /mappings: /],
		['an unknown dataset', { ...base, mappings: [{ ...event({}), dataset: 'people' }] }, /mappings\[0\]\.dataset/],
		[
			'an unknown table',
			{ ...base, mappings: [event({ town_code: { join: { table: 't', column: 'a', key: 'b', take: 'c' } } })] },
			/no table named "t"/,
		],
		['no object', 'text', /p\.json: must be an object/],
		[
			'a field that the dataset lacks',
			{ ...base, mappings: [event({ wizard: { column: 'No' } })] },
			/p\.json: mappings\[0\]\.fields\.wizard: event has no field "wizard"; it has event_id, /,
		],
		[
			'a zone that is none',
			{ ...base, mappings: [event({ reported_at: { column: 'No', zone: 'Europe' } })] },
			/mappings\[0\]\.fields\.reported_at\.zone: must be shanghai, wall or an offset such as \+08:00$/,
		],
		[
			'an offset that is none',
			{ ...base, mappings: [event({ reported_at: { column: 'No', zone: '+99:99' } })] },
			/\.zone: must be shanghai/,
		],
		[
			'a wrong type',
			{ ...base, createUnitsFromNames: 'yes', mappings: [event({})] },
			/p\.json: createUnitsFromNames: must be true or false$/,
		],
		['something missing', { name: 'p', mappings: [event({})] }, /p\.json: title: is missing$/],
		[
			'a template without a gap',
			{ ...base, mappings: [event({ event_id: { template: 'A-1' } })] },
			/\.template: has no/,
		],
		[
			'a value that is no code',
			{ ...base, mappings: [event({ status: { column: 'S', values: { Done: '77' } } })] },
			/fields\.status\.values\.Done: "77" is no code of status/,
		],
	])('%s', (_name, value, message) => {
		expect(() => parseProfile(value, 'p.json')).toThrow(message);
	});
	test('a fault is said in Chinese too', () => {
		const zh = (value: unknown): string => {
			try {
				parseProfile(value, 'p.json');
			} catch (error) {
				if (error instanceof ProfileError) return error.zh;
			}
			return '';
		};
		expect(zh({ ...base, extra: 1, mappings: [event({})] })).toBe('p.json：这里没有 "extra" 这一项');
		expect(zh({ name: 'p', mappings: [event({})] })).toBe('p.json：title: 缺少这一项');
		expect(zh({ ...base, name: 'P!', mappings: [event({})] })).toBe('p.json：name: 只能用小写字母、数字和连字符');
		expect(zh({ ...base, mappings: [event({ wizard: { column: 'No' } })] })).toContain(
			'event 没有字段“wizard”；它有 event_id',
		);
	});
	test('its schema can be printed', () => {
		expect(JSON.stringify(profileJsonSchema())).toContain('createUnitsFromNames');
	});
});

describe('use', () => {
	const profile = parseProfile(
		{
			...base,
			sourceSystem: '老系统',
			rootUnit: { code: '330199', name: 'L区', level: 'district' },
			tables: { grids: { rows: [{ old: '城东-3', code: '330199001001003' }] } },
			mappings: [
				event(
					{
						event_id: { template: 'OLD-{Town:3}-{No:5}' },
						accepted_at: { column: 'When', order: 'M/D/Y', zone: '+00:00' },
						grid_code: { join: { table: 'grids', column: 'Grid', key: 'old', take: 'code' } },
						source: { constant: '12345' },
						cat_l2: { column: 'Kind', values: { 'Bad parking': '0404' } },
						is_self_closed: { column: 'Self', values: { S: '1', D: '0' } },
					},
					{ ignore: ['Zip'] },
				),
			],
		},
		'p.json',
	);
	test('columns, constants, templates, joins, dictionaries, zones', async () => {
		const { events, plan } = await readTaken(
			'No,Town,When,Grid,Kind,Self,Zip,状态,Strange\n7,3,1/2/20 0:05,城东-3,bad parking,S,9,已办结,x\n8,,1/2/20 0:05,nowhere,Other,D,9,已办结,x\n',
			{ profile },
		);
		expect(plan).toMatchObject({ profile: 'p', sourceSystem: '老系统', rootUnit: { code: '330199' } });
		expect(plan.findings).toEqual([{ code: 'W_UNKNOWN_COLUMN', count: 1, params: { columns: 'Strange' } }]);
		// The second row has a blank gap in its id and is no record that could be kept.
		expect(events).toHaveLength(1);
		expect(events[0]).toMatchObject({
			eventId: 'OLD-003-00007',
			acceptedAt: at(2020, 1, 2, 8, 5),
			place: '\u001f\u001f330199001001003\u001f',
			isSelfClosed: 1,
			category: '\u001fbad parking',
		});
		expect(events[0]?.codes).toMatchObject({ category: '0404', source: '04', status: '60' });
	});
	test('columns that the profile names and the file lacks are told, and deliver nothing', async () => {
		const lacking = parseProfile(
			{
				...base,
				mappings: [
					event({ event_id: { column: 'No' }, accepted_at: { column: 'When' }, is_self_closed: { column: 'Self' } }),
				],
			},
			'p.json',
		);
		const { plan } = await readTaken('No,When,办结时间\n7,2026-11-20,\n', { profile: lacking });
		expect(plan.findings).toEqual([{ code: 'W_PROFILE_COLUMN', count: 1, params: { columns: 'Self' } }]);
		expect(plan.fields.toSorted()).toEqual(['accepted_at', 'closed_at', 'event_id']);
		expect(await readWhole('No,办结时间\n7,\n', { profile: lacking })).toMatchObject({
			code: 'E_COLUMNS',
			params: { missing: expect.stringContaining('reported_at') },
		});
		expect(await readWhole('No,When\n7,2026-11-20\n', { profile })).toMatchObject({
			code: 'E_COLUMNS',
			params: { missing: '事件编号(event_id)' },
		});
	});
	test('a file that no mapping fits and no header tells is refused with what the profile wants', async () => {
		expect(await readWhole('甲,乙\n1,2\n', { profile })).toMatchObject({
			...{ outcome: 'ignored', code: 'E_PROFILE_FIT' },
			params: { profile: 'p', wanted: 'No' },
		});
		expect(await readWhole('甲,乙\n1,2\n')).toMatchObject({ code: 'E_NO_EXPORT' });
	});
	test('a file that no mapping fits is still known by its headers', async () => {
		const { plan } = await readTaken('事件编号,受理时间,事件来源\nA1,2026-11-20,信访\n', { profile });
		expect(plan).toMatchObject({ dataset: 'event', profile: 'p', layout: { mappingIndex: null } });
	});
});

describe('loading', () => {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'profile-'));
		await writeFile(join(folder, 'codes.csv'), 'name,code\n城东,003\n');
	});
	afterAll(() => rm(folder, { recursive: true }));
	const save = async (value: unknown): Promise<string> => {
		const path = join(folder, 'p.json');
		await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value));
		return path;
	};
	test('a code table beside the profile comes inline', async () => {
		const profile = await loadProfile(
			await save({ ...base, tables: { t: { file: 'codes.csv' } }, mappings: [event({})] }),
		);
		expect(profile.tables['t']).toEqual({ rows: [{ name: '城东', code: '003' }] });
	});
	test('faults name the file', async () => {
		await expect(loadProfile(await save('{bad'))).rejects.toThrow(/^p\.json: not JSON/);
		await expect(loadProfile(join(folder, 'none.json'))).rejects.toThrow('none.json: cannot be read');
		await expect(
			loadProfile(await save({ ...base, tables: { t: { file: '../x.csv' } }, mappings: [event({})] })),
		).rejects.toThrow(/beside the profile/);
		await expect(
			loadProfile(await save({ ...base, tables: { t: { file: 'x.csv' } }, mappings: [event({})] })),
		).rejects.toThrow(/"x\.csv" cannot be read/);
	});
});
