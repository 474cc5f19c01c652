// Screen words of the one-minute tour, in both languages. Keys are the same in both.

export const TOUR_WORDS_ZH = {
	tour: {
		title: '一分钟导览',
		step: '第 {{n}} 步，共 {{of}} 步',
		next: '下一步',
		back: '上一步',
		skip: '跳过',
		done: '开始使用',
		titles: {
			where: '区域和期间管全局',
			figures: '每个数都有出处',
			red: '右侧是现在要催的',
			briefing: '一个键出简报',
			palette: '什么都能搜到',
		},
		texts: {
			where: '顶栏选区域和期间，地图、排序、名单跟着变。Esc 回上一级，[ 和 ] 换期间。',
			figures: '点数字打开口径、分子分母、剔除原因和文件行。',
			red: '红灯按缓急和剩余工时排序，不随期间变化。点一行看它的全程。',
			briefing: '按 B 写好昨日简报，可改字，可导出 Word、Excel 和 PDF。',
			palette: '按 Ctrl+K，输入中文、拼音首字母或英文，去任何页面、区域、指标。按 ? 看全部按键。',
		},
	},
};

export const TOUR_WORDS_EN: typeof TOUR_WORDS_ZH = {
	tour: {
		title: 'One-minute tour',
		step: 'Step {{n}} of {{of}}',
		next: 'Next',
		back: 'Back',
		skip: 'Skip',
		done: 'Start working',
		titles: {
			where: 'Area and period steer everything',
			figures: 'Every figure has its proof',
			red: 'At the right: who must be chased now',
			briefing: 'One key writes the briefing',
			palette: 'Everything can be found',
		},
		texts: {
			where:
				'Choose them in the header; map, ranking and lists follow. Esc goes one level up, [ and ] change the period.',
			figures: 'Click a number for its definition, division, what was left out and the rows of the files behind it.',
			red: 'Red lights stand by urgency and working time left, whatever the period. Click a row for its whole story.',
			briefing: 'Press B for yesterday’s briefing; edit it, and export it as Word, Excel or PDF.',
			palette: 'Ctrl+K takes English, Chinese or pinyin initials to any page, area or indicator. ? lists all keys.',
		},
	},
};
