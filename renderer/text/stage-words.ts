// Screen words of the clocks of an event's stages and of extensions that break the rules, in both languages. Keys are the
// same in both; figures are data.

export const STAGE_WORDS_ZH = {
	stages: {
		title: '环节时限',
		note: '按默认流程时限推定，不影响灯色',
		stage: '环节',
		limit: '时限',
		due: '应于',
		end: '完成于',
		state: '结果',
		accept: '受理',
		dispatch: '派单',
		sign: '签收',
		return: '退单',
		verify: '核查',
		callBack: '回访',
		finished: '按时',
		running: '进行中',
		paused: '挂起',
		timeout: '超时',
		late: '超时',
		provisional: '暂估',
	},
	extension: {
		notAllowed: '特急事件不得延期，请核对这次延期',
		again: '延期不止一次，请核对',
		tooLate: '到期后才申请延期，请核对',
		tooLong: '延期长于原时限，请核对',
	},
};

export const STAGE_WORDS_EN: typeof STAGE_WORDS_ZH = {
	stages: {
		title: 'Stage limits',
		note: 'inferred from the usual limits; lights do not follow them',
		stage: 'Stage',
		limit: 'Limit',
		due: 'Due',
		end: 'Done',
		state: 'Result',
		accept: 'Accept',
		dispatch: 'Dispatch',
		sign: 'Sign',
		return: 'Hand back',
		verify: 'Verify',
		callBack: 'Call back',
		finished: 'on time',
		running: 'running',
		paused: 'paused',
		timeout: 'late',
		late: 'late',
		provisional: 'provisional',
	},
	extension: {
		notAllowed: 'A most urgent event must not be extended: please check this extension',
		again: 'It was extended more than once: please check',
		tooLate: 'The extension was asked for after the limit: please check',
		tooLong: 'The extension is longer than the limit itself: please check',
	},
};
