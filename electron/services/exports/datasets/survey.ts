// Columns of 满意度与知晓度调查 (domain.md §3.5): aggregates of a wave and an area.

import { ledger } from './ledger.ts';

export const SURVEY_SPEC = ledger('survey', {
	key: ['wave_id', 'place', 'method?'],
	needs: [['valid_n', 'sample_n']],
	hasPlace: true,
	fields: {
		wave_id: ['code', '调查批次', '调查轮次', '调查编号', '测评批次'],
		period: ['period', '调查周期', '调查期', '所属期间', '测评期'],
		method: [{ phone: /电话/, doorstep: /入户|现场/, online: /线上|网络|问卷/ }, '调查方式', '测评方式'],
		sample_n: ['int', '样本量', '样本数', '发放份数'],
		valid_n: ['int', '有效样本', '有效样本量', '有效份数', '有效样本数'],
		q_know_member: ['int', '知晓网格员人数', '知晓网格员'],
		q_know_channel: ['int', '知晓反映渠道人数', '知晓渠道人数', '知晓反映渠道'],
		q_safe: ['int', '有安全感人数', '安全感人数'],
		q_satisfied_n: ['int', '满意人数', '表示满意人数'],
		q_participate_n: ['int', '参与过治理人数', '参与人数', '参与过共治人数'],
		q_recognise_n: ['int', '认同人数', '表示认同人数', '认为有帮助人数'],
		weight: ['number', '权重', '加权系数'],
		moe: ['percent', '抽样误差', '误差范围'],
	},
	skipped: ['备注', '序号'],
});
