// Screen words of notes beside figures and events, in both languages. Keys are the same in both.

export const NOTE_WORDS_ZH = {
	notes: {
		title: '批注',
		count: '批注 {{n}}',
		none: '还没有批注',
		text: '写一句批注',
		role: '身份',
		roles: { leader: '分管领导', dutyHead: '值班长', dispatcher: '调度员', analyst: '研判员', dataKeeper: '数据专员' },
		add: '保存批注',
		remove: '删去这条批注',
		removed: '已删去，文字放回了输入框',
		cut: '已剔除 {{n}} 处个人信息',
		kept: '只存在本机，不写姓名',
	},
};

export const NOTE_WORDS_EN: typeof NOTE_WORDS_ZH = {
	notes: {
		title: 'Notes',
		count: 'Notes {{n}}',
		none: 'No notes yet',
		text: 'Write a note',
		role: 'Role',
		roles: {
			leader: 'Leader in charge',
			dutyHead: 'Head of shift',
			dispatcher: 'Dispatcher',
			analyst: 'Analyst',
			dataKeeper: 'Data keeper',
		},
		add: 'Save note',
		remove: 'Remove this note',
		removed: 'Removed; its text is back in the field',
		cut: 'Personal data cut: {{n}}',
		kept: 'Kept on this machine only; no names',
	},
};
