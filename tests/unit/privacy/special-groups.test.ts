// Lists of persons of special groups are refused whole; counts by unit and lists of staff are not.

import { expect, test } from 'vitest';
import { isSpecialGroupList } from '../../../electron/services/privacy/special-groups.ts';
import { refusalCode } from '../../support/whole-export.ts';

test.each([
	['台账.csv', '所属镇街,姓名,身份证号,矫正类别,矫正期限', true],
	['严重精神障碍患者名册.xlsx', '村社,患者姓名,风险等级', true],
	['刑满释放人员.csv', '镇街, 姓名 ,释放日期', true],
	['特殊人群.csv', '镇街,社区矫正人数,吸毒人员数', false],
	['走访.csv', '网格员姓名,严重精神障碍走访次数', false],
	['培训.csv', '姓名,课程,得分', false],
])('%s: %s', (name, headers, expected) => {
	expect(isSpecialGroupList(headers.split(','), [name])).toBe(expected);
});

test('no row of it is read', async () => {
	const rows = '事件编号,受理时间,姓名,身份证号,矫正类别\nA1,2026-11-20,张三丰,110101199003070230,社区矫正\n';
	expect(await refusalCode(rows)).toBe('E_SPECIAL_GROUP');
});

test.each([
	[
		'a title above the header',
		'严重精神障碍患者走访台账,,,\n走访编号,走访日期,走访对象类型,姓名\nV1,2026-11-20,普通户,张三丰\n',
	],
	[
		'the kind of person in a row',
		'走访编号,走访日期,走访对象类型,姓名\nV1,2026-11-20,普通户,李四\nV2,2026-11-20,社区矫正对象,张三丰\n',
	],
])('%s tells it too', async (_, text) => {
	expect(await refusalCode(text)).toBe('E_SPECIAL_GROUP');
});

test('visits without names, or to nobody of such a group, are taken', async () => {
	const visits = (header: string, kind: string) =>
		`走访编号,走访日期,走访对象类型,${header}\nV1,2026-11-20,${kind},张三\n`;
	expect(await refusalCode(visits('网格员姓名', '社区矫正对象'))).toBeNull();
	expect(await refusalCode(visits('姓名', '普通户'))).toBeNull();
});
