// Screen words of hot grids over weeks and of what came back, in both languages. Keys are the same in both.

export const MAP_SPOT_WORDS_ZH = {
	mapSpots: {
		bufferWidth: '距离',
		bufferHint:
			'在地图上点一处，或点出一条线，统计其周边的区域和事件，也可用方向键选区域、回车落点；退格键撤一点，Esc 结束。',
		heatNote: '热度：各区域及周边按距离加权的分子 ÷ 分母；悬停仍是本区域的值',
		noHeat: '仅率可看',
		hotWeeks: '近 12 周中有 {{n}} 周为热点，末位为本周',
		weeksInRow: '连续 {{n}} 周',
		fresh: '本周新出现',
		past: '近 12 周曾为热点',
		noChains: '本期没有复发事件',
		times: '{{n}} 次',
		chainName: '{{name}} {{class}}：先后 {{n}} 次',
		moreChains: '另有 {{n}} 组',
		sensitiveChains: '另有敏感 {{n}} 组只计数。',
		chainRule: '同一小类，同一地址或相距不超过 50 米，前一件办结后 30 天内再次受理；点击编号看事件。',
	},
};

export const MAP_SPOT_WORDS_EN: typeof MAP_SPOT_WORDS_ZH = {
	mapSpots: {
		bufferWidth: 'Distance',
		bufferHint:
			'Click a place or along a line to read what lies around it, also by arrow keys and Enter; Backspace takes one back, Esc ends.',
		heatNote:
			'Heat: numerators ÷ denominators of each area and those around it, weighted by distance; hover shows that of the area alone',
		noHeat: 'rates only',
		hotWeeks: 'Hot in {{n}} of the last 12 weeks, the last is now',
		weeksInRow: '{{n}} weeks in a row',
		fresh: 'new this week',
		past: 'Hot within 12 weeks, no longer',
		noChains: 'Nothing came back in this period',
		times: '{{n}} times',
		chainName: '{{name}} {{class}}: {{n}} times',
		moreChains: '{{n}} more',
		sensitiveChains: '{{n}} more are sensitive and only counted.',
		chainRule:
			'Same class at the same address or within 50 m, accepted again within 30 days of closing; press a number for the event.',
	},
};
