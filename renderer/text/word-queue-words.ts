// Screen words of the queue of unknown words and names, in both languages.

export const WORD_QUEUE_WORDS_ZH = {
	wordQueue: {
		title: '待认的词和名称',
		note: '对应一次，以后自动认出；随时可撤销',
		unknownWord: '未分类',
		unknownName: '未认出的名称',
		rows: '{{n}} 行',
		choose: '对应为…',
		chooseFor: '“{{word}}”对应为',
		alike: '像是',
		all: '全部',
		settled: '已对应',
		means: '{{word}} → {{label}}',
		undo: '撤销',
		undoFor: '撤销“{{word}}”的对应',
		readAnew: '{{n}} 行的读数已重算',
		within: '在{{names}}',
		searchArea: '输入名称或编码找区域…',
	},
};

export const WORD_QUEUE_WORDS_EN = {
	wordQueue: {
		title: 'Words and names to settle',
		note: 'settled once, recognised from then on; can be undone',
		unknownWord: 'unclassified',
		unknownName: 'unknown name',
		rows: '{{n}} rows',
		choose: 'Means…',
		chooseFor: '“{{word}}” means',
		alike: 'Looks like',
		all: 'All',
		settled: 'Settled',
		means: '{{word}} → {{label}}',
		undo: 'Undo',
		undoFor: 'Undo what “{{word}}” means',
		readAnew: 'readings of {{n}} rows computed anew',
		within: 'in {{names}}',
		searchArea: 'find an area by name or code…',
	},
};
