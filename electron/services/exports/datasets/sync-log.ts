// Columns of 数据到达台账 (domain.md §3.5): which batch was expected when and when it came.

import { ledger } from './ledger.ts';

export const SYNC_LOG_SPEC = ledger('sync_log', {
	key: ['batch_name'],
	needs: [['expected_at'], ['arrived_at']],
	fields: {
		batch_name: ['code', '推送批次号', '数据批次号', '归集批次号', 'batch'],
		dataset_name: ['text', '数据集名称', '数据集', '数据资源名称', 'dataset'],
		expected_at: ['due', '应到达时间', '应推送时间', '约定到达时间'],
		arrived_at: ['instant', '实际到达时间', '到达时间', '推送时间'],
		as_of_at: ['instant', '数据截至时间', '数据截止时间', 'as_of'],
		rows_in: ['int', '推送条数', '接收条数', '总条数'],
		rows_ok: ['int', '合格条数', '入库条数'],
		rows_rejected: ['int', '不合格条数', '退回条数'],
		checksum_ok: ['flag', '校验是否通过', '校验结果'],
	},
	skipped: ['备注', 'note', '序号'],
});
