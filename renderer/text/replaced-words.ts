// Words of the earlier rows that a batch replaced.

export const REPLACED_WORDS_ZH = {
	replaced: {
		title: '批次 #{{id}} 改动前的内容',
		note: '{{file}}：所列 {{shown}} 行，共 {{total}} 行',
		from: '原由批次 #{{id}} 带来',
		withdrawn: '两次全量都没有，已移出',
		redrawn: '边界已重画',
		blank: '空',
		yes: '是',
		no: '否',
		close: '关闭',
		open: '看改动前的内容',
	},
};

export const REPLACED_WORDS_EN = {
	replaced: {
		title: 'Before batch #{{id}}',
		note: '{{file}}: {{shown}} of {{total}} rows listed',
		from: 'had come with batch #{{id}}',
		withdrawn: 'missing from two full exports, taken out',
		redrawn: 'outline drawn anew',
		blank: 'blank',
		yes: 'yes',
		no: 'no',
		close: 'Close',
		open: 'See what stood there before',
	},
};
