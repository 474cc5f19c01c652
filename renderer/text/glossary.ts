// What the words on the screens mean, once, in both languages: for dotted terms and for the list beside the keys.
// Figures of rules are those of the figures' own definitions; nothing else may explain a term.

interface Meaning {
	term: string;
	text: string;
}

/** Terms in the order of the list. Both languages complete by type. */
export const GLOSSARY = {
	definition: {
		zh: { term: '口径', text: '一个数怎么算：分子、分母、剔除什么、何时生效、第几版。换口径另出新版，旧数不改。' },
		en: {
			term: 'Definition',
			text: 'How a figure is computed: numerator, denominator, what is left out, from when, in which version. A change makes a new version; old figures stay.',
		},
	},
	change: {
		zh: { term: '环比', text: '与上一个同长的期间相比。率用百分点，数用百分比；此刻的数与上周同一时刻相比。' },
		en: {
			term: 'Change',
			text: 'Against the period before of the same length. Rates change in percentage points, amounts in per cent; live figures against the same moment a week ago.',
		},
	},
	yearOnYear: {
		zh: { term: '同比', text: '与去年同一期间相比。节假日落点不同的，按对齐后的日子比。' },
		en: {
			term: 'Year on year',
			text: 'Against the same period of the year before; days are aligned where holidays fall differently.',
		},
	},
	points: {
		zh: { term: '百分点', text: '两个百分率直接相减的差：从 90% 到 93% 是 3 个百分点，不是 3%。' },
		en: {
			term: 'Percentage points (pp)',
			text: 'The plain difference of two percentages: from 90 % to 93 % is 3 pp, not 3 %.',
		},
	},
	final: {
		zh: {
			term: '初值、终值',
			text: '期间结束后前五天为初值，补报会改动它；第六天起为终值，之后的改动列为修订并写明原因。',
		},
		en: {
			term: 'Provisional, final',
			text: 'For five days after a period its figures are provisional, because late reports still change them; from the sixth day they are final, and later changes are listed with their cause.',
		},
	},
	insufficient: {
		zh: { term: '样本不足', text: '分母太小，算出的率一两件就会大变，所以不给数也不给灯。可看上一级或更长的期间。' },
		en: {
			term: 'Too few cases',
			text: 'The denominator is so small that one case would move the rate a lot; so no figure and no light. Look one level up or at a longer period.',
		},
	},
	notConnected: {
		zh: { term: '未接入', text: '这类台账从来没有导入过，不是 0。到“数据”页接入后才有数。' },
		en: {
			term: 'No such ledger',
			text: 'This kind of ledger has never been imported; it is not zero. The Data page brings it in.',
		},
	},
	notDelivered: {
		zh: { term: '未报送', text: '台账已接入，但这一期、这一区没有报来，不是 0。' },
		en: {
			term: 'Not delivered',
			text: 'The ledger is connected, but nothing came for this period and area; it is not zero.',
		},
	},
	suppressed: {
		zh: { term: '已隐去', text: '人数太少，给出就可能认出人，所以隐去；能由合计推出它的另一个数也一并隐去。' },
		en: {
			term: 'Suppressed',
			text: 'So few people that someone could be recognised; a second figure is hidden too where a total would reveal the first.',
		},
	},
	unlocated: {
		zh: { term: '未落格', text: '事件没有可用的网格编码，坐标也落不进任何网格。计入镇街，不计入网格。' },
		en: {
			term: 'Not located',
			text: 'No usable grid code, and the coordinates fall into no grid. It counts for its town but for no grid.',
		},
	},
	peers: {
		zh: { term: '同类比较', text: '街道比街道，镇比镇。按 95% 区间的下限排序，件数少的不会靠运气排前。' },
		en: {
			term: 'Peers',
			text: 'Streets with streets, towns with towns, ordered by the lower end of the 95 % interval, so that a few lucky cases do not lead.',
		},
	},
	light: {
		zh: { term: '灯', text: '绿 ● 达标，黄 ◆ 关注，红 ▲ 预警；事件另有深红 ■ 严重逾期。颜色总带形状。' },
		en: {
			term: 'Light',
			text: 'Green ● on target, yellow ◆ watch, red ▲ alert; events also deep red ■ far overdue. A colour always has its shape.',
		},
	},
	workTime: {
		zh: {
			term: '工作时',
			text: '只数工作日的上班时段，调休补班也算；午休、周末、节假日和挂起的时间不算。7 个工作时为一天。',
		},
		en: {
			term: 'Working time',
			text: 'Office hours of working days only, make-up days included; no lunch, weekend, holiday or pause. Seven working hours are a day.',
		},
	},
	selfClosed: {
		zh: { term: '自报自结', text: '网格员自己上报、当场办完的事件。它不代表诉求多，所以多数指标剔除。' },
		en: {
			term: 'Self-reported, self-closed',
			text: 'Reported and settled on the spot by the grid member. Most indicators leave it out, because it says nothing about demand.',
		},
	},
	cohort: {
		zh: { term: '到期口径', text: '按期办结率只看本期到期的事件，不管何时受理；没到期的不算好也不算坏。' },
		en: {
			term: 'Due cohort',
			text: 'On-time closure looks at events due in the period, whenever accepted; those not due yet count neither way.',
		},
	},
	mix: {
		zh: {
			term: '结构与成效',
			text: '率的变化分两份：结构是各部分比重变了，成效是各部分自己的率变了。两份相加等于总变化。',
		},
		en: {
			term: 'Mix and performance',
			text: 'A change of a rate has two parts: the weights of its parts changed (mix), and their own rates changed (performance). They add up.',
		},
	},
	whistle: {
		zh: { term: '吹哨', text: '镇街解决不了时，请部门到场。从吹哨起计响应时间。' },
		en: {
			term: 'Whistle',
			text: 'A town calls departments to the spot when it cannot settle a matter; the response clock starts then.',
		},
	},
	passing: {
		zh: { term: '推诿', text: '一件事在单位之间退来退去，或退回后长时间无人接。' },
		en: { term: 'Passing on', text: 'A matter goes to and fro between units, or lies with nobody after a return.' },
	},
	checkCode: {
		zh: { term: '核验码', text: '写在出处卡和文件上的十位码。输入它可核对当时的数、现在的数和两者不同的原因。' },
		en: {
			term: 'Check code',
			text: 'Ten digits on proof cards and documents. They find the figure as stated then, as it stands now, and why the two differ.',
		},
	},
} as const satisfies Record<string, { zh: Meaning; en: Meaning }>;

export type TermId = keyof typeof GLOSSARY;
