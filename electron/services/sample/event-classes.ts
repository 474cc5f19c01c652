// What happens in the sample district: classes of domain.md §4.1 with how often, in which season, who handles it,
// and phrases for its text. Volumes are invented; phrases name no person and no real place.

/** Who tells the centre of such matters: weights over SOURCES. */
export type Channel = 'patrol' | 'mixed' | 'public' | 'dispute' | 'alarm' | 'base' | 'water';

/** Yearly rhythm: a factor for each month from January. */
export const SEASONS = {
	flat: [1, 0.9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
	summer: [0.4, 0.4, 0.6, 0.9, 1.2, 1.7, 2.1, 2.0, 1.3, 0.8, 0.5, 0.4],
	rain: [0.5, 0.6, 0.9, 1.1, 1.2, 1.8, 1.4, 1.7, 1.4, 0.7, 0.5, 0.4],
	dry: [1.3, 1.2, 1.1, 0.9, 0.8, 0.6, 0.6, 0.7, 0.9, 1.4, 1.6, 1.5],
	yearEnd: [1.7, 1.1, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 1, 1.1, 1.5],
	school: [0.8, 1.2, 1.2, 0.9, 1, 1.2, 1.1, 1.7, 1.6, 0.8, 0.8, 0.7],
} as const;
export type Season = keyof typeof SEASONS;

export interface EventClass {
	code: string;
	l1: string;
	l2: string;
	/** 1 特急 … 4 轻微. */
	severity: number;
	/** Limit rule of domain.md §4.4, such as W3. */
	limit: string;
	/** Relative volume. */
	weight: number;
	channel: Channel;
	/** 1 mostly in streets and communities, -1 mostly in villages, 0 anywhere. */
	urban: -1 | 0 | 1;
	season: Season;
	/** Handling unit; a leading @ is one of the town's own units. */
	lead: string;
	/** Part of patrol finds that the grid closes on the spot. */
	selfClosed: number;
	findings: readonly string[];
}

const L1: Record<string, string> = {
	'01': '矛盾纠纷',
	'02': '平安治安',
	'03': '安全生产与消防',
	'04': '市容与综合执法',
	'05': '公用设施',
	'06': '生态环境',
	'07': '市场监管',
	'08': '公共服务',
	'09': '基础信息',
	'10': '突发应急',
	'11': '共治与公开',
	'99': '其他',
};

// code name severity limit weight channel urban season lead selfClosed findings
const TABLE = `
0101 邻里纠纷 3 D30 34 dispute 0 flat @司法所 0 相邻通行引发争执|楼上漏水赔偿谈不拢|共用院墙归属有争议
0102 婚姻家庭 3 D30 7 dispute 0 flat @司法所 0 家庭矛盾申请调解|赡养分担意见不一
0103 劳资纠纷 2 D15 15 dispute 0 yearEnd 人社局 0 工资拖欠申请调处|工伤待遇协商未果|离职结算有争议
0104 物业纠纷 3 D30 18 dispute 1 flat @综合治理办 0 物业费与服务质量争议|公共收益公示有疑问
0105 土地山林水利权属 3 D30 9 dispute -1 flat @综合治理办 0 田界移动引发争议|山林承包界址不清|灌溉用水分配有争议
0106 征地拆迁 2 D30 3 dispute 0 flat @综合治理办 0 安置方案有异议|附着物补偿有异议
0107 合同债务 3 D30 11 dispute 0 yearEnd @司法所 0 装修合同履行争议|租赁押金退还争议
0108 医患 2 D30 1.4 dispute 1 flat 卫健局 0 就诊费用有争议
0109 消费纠纷 3 W7 9 public 1 flat @市场监管所 0 预付卡退费争议|商品质量协商退换
0110 其他纠纷 3 D30 12 dispute 0 flat @综合治理办 0 停车位使用争议|广场舞音量引发争执
0201 违法犯罪线索 2 H24 5 alarm 0 flat @派出所 0 夜间可疑人员徘徊|疑似聚众赌博线索
0202 治安隐患 3 W3 34 patrol 0 flat @派出所 0.5 单元门禁损坏未修|沿街店铺门锁老旧|监控探头被树枝遮挡
0203 电信网络诈骗 2 H24 6 alarm 0 flat @派出所 0 疑似刷单诈骗需劝阻|陌生链接转账需劝阻
0204 出租房与流动人口管理 3 W5 62 patrol 1 flat @派出所 0.55 出租房登记信息未更新|出租房隔间过密|群租房未配灭火器
0205 校园及周边 2 W1 11 patrol 1 school @派出所 0.5 校门口车辆乱停|校园周边摊点占道|上学时段路口拥堵
0206 护路护线 2 W1 6 patrol -1 flat @综合治理办 0.5 铁路护栏网破损|输油管道标识桩倒伏
0207 群体性苗头 1 H2 0.5 alarm 0 yearEnd @综合治理办 0 多人聚集反映诉求
0208 非法集资/传销线索 2 W3 2 mixed 1 flat @派出所 0 疑似高息理财宣讲
0301 消防通道堵塞 2 H24 88 patrol 1 flat 消防救援大队 0.72 楼道堆放杂物堵塞通道|消防车通道被占用|安全出口上锁
0302 电动自行车违规停放充电 2 H24 92 patrol 1 summer 消防救援大队 0.74 电动自行车楼道内充电|飞线充电|架空层电动车密集停放
0303 燃气隐患 1 H4 8 alarm 1 flat 燃气公司 0.1 调压箱周边堆物且浓度告警|餐饮店燃气软管老化|楼道有燃气异味
0304 用电隐患 2 W1 36 patrol 0 summer 供电公司 0.5 配电箱门破损|私拉电线|大棚用电线路裸露
0305 "三合一"场所/厂中厂 2 W3 19 patrol 0 flat 消防救援大队 0.3 小作坊住人未分隔|厂中厂疏散通道不足|沿街店铺夹层住人
0306 危旧房屋 2 W3 10 patrol -1 rain 住建局 0.2 老屋墙体开裂|屋面瓦片松动|闲置旧房有坍塌风险
0307 电梯/特种设备 2 H24 14 public 1 flat @市场监管所 0.1 电梯运行异响|电梯停运待修|叉车作业不规范
0308 企业安全隐患 2 W5 44 patrol 0 flat 应急管理局 0.55 车间堆料过高|消防器材过期|危化品存放不规范
0309 涉水/溺水隐患 2 W1 18 patrol -1 summer 水利局 0.66 水塘护栏缺失|河埠头警示牌倒伏|野泳劝离
0310 工地安全 2 W3 15 patrol 1 flat 住建局 0.35 工地临边防护缺失|脚手架扣件松动|塔吊下方未设警戒
0401 暴露垃圾 4 N8 118 patrol 0 flat @综合执法队 0.8 路边暴露垃圾未清|绿化带散落垃圾|垃圾桶满溢
0402 占道经营 4 N8 84 patrol 1 flat @综合执法队 0.78 流动摊贩占用人行道|店外摆摊经营|菜场外围占道
0403 乱张贴小广告 4 W1 52 patrol 1 flat @综合执法队 0.85 电线杆张贴小广告|楼道喷涂小广告
0404 违法停车 4 N4 66 mixed 1 flat @综合执法队 0.7 人行道违停|占用盲道停车|消防登高面违停
0405 违法建设 3 W15 16 mixed 0 flat @综合执法队 0.1 屋顶违规搭建|庭院擅自扩建|农田搭建棚屋
0406 户外广告/店招 3 W5 16 patrol 1 summer @综合执法队 0.45 店招面板松动|立柱广告锈蚀
0407 垃圾分类 4 W1 58 patrol 1 flat @综合执法队 0.82 投放点混投|分类桶标识脱落|建筑垃圾混入
0408 犬类管理 3 W1 20 mixed 0 flat @综合执法队 0.4 流浪犬聚集|遛犬未牵绳
0409 油烟噪声扰民 3 W3 34 public 1 summer @综合执法队 0.1 餐饮油烟直排|夜间施工噪声|露天卡拉声音过大
0501 井盖 2 H4 17 mixed 1 rain 住建局 0.3 车行道井盖塌陷|窨井盖缺失|井盖松动异响
0502 道路破损 3 W5 46 mixed 0 rain 住建局 0.2 路面坑洼积水|人行道砖翘起|村道路基塌方
0503 路灯 3 W2 38 mixed 0 dry 住建局 0.15 整段路灯不亮|路灯杆倾斜|景观灯线缆外露
0504 供排水/积水 2 H24 34 water 0 rain 水务公司 0.15 路面积水过深|下水管道外溢|自来水管爆裂|雨水口堵塞
0505 园林绿化 3 W3 32 patrol 1 summer @综合执法队 0.5 行道树枝遮挡信号灯|绿篱枯死|大树倾斜
0506 环卫公厕 3 W2 20 patrol 1 flat @综合执法队 0.55 公厕设施损坏|公厕保洁不到位
0507 交通设施 3 W3 30 mixed 1 flat 交通运输局 0.15 隔离护栏移位|交通标志牌歪斜|信号灯故障
0508 通信电力杆线 2 W1 22 mixed 0 summer 供电公司 0.15 通信杆倾斜|线缆垂落路面|光缆箱门打开
0509 其他部件 3 W5 15 patrol 0 flat @综合执法队 0.4 公交候车亭玻璃破碎|休闲座椅损坏
0601 河道水体 3 W3 34 patrol -1 summer 水利局 0.5 河面漂浮垃圾|排口水体发黑|河岸绿藻聚集
0602 露天焚烧/扬尘 2 H24 34 patrol -1 dry 生态环境分局 0.6 露天焚烧秸秆|工地裸土未覆盖|渣土车带泥上路
0603 工业污染 2 W5 6 public 0 flat 生态环境分局 0 厂区异味扰民|排气筒冒黑烟
0604 固废倾倒 2 W3 10 mixed -1 flat 综合执法局 0.1 河滩倾倒建筑垃圾|山坳偷倒装修垃圾
0605 非法捕捞采砂采矿 2 H24 5 patrol -1 summer 农业农村局 0.3 河道地笼捕捞|禁渔区垂钓|滩涂盗采砂石
0606 农业面源/畜禽 3 W5 11 patrol -1 flat 农业农村局 0.3 养殖污水直排|农药瓶随意丢弃
0701 食品安全 2 W3 24 public 1 flat @市场监管所 0.1 食品小作坊无防护|餐饮店后厨脏乱|过期食品在售
0702 无证照经营 3 W5 18 patrol 1 flat @市场监管所 0.25 店铺未亮证经营|夜间烧烤无证经营
0703 农村集体聚餐 4 W1 20 patrol -1 yearEnd @市场监管所 0.85 农村家宴备案指导|集体聚餐食材查验
0704 价格计量 3 W7 5 public 1 flat @市场监管所 0 菜场电子秤偏差|停车收费未公示
0705 药械化妆品 2 W3 4 public 1 flat @市场监管所 0.1 诊所过期药品|美容店无标识产品
0706 消费投诉 3 W7 20 public 1 flat @市场监管所 0 网购退货未处理|健身房停业退费
0801 政策咨询 4 W1 30 public 0 flat @便民服务中心 0.3 医保缴费政策咨询|建房审批流程咨询
0802 代办帮办 4 W3 44 patrol -1 flat @便民服务中心 0.8 代办老年优待证|帮办社保年审|代办用水开户
0803 养老助老 3 W3 26 patrol 0 yearEnd 民政局 0.6 独居老人居家安全查看|助餐点送餐延误
0804 救助帮困 3 W5 9 mixed 0 yearEnd 民政局 0.1 临时救助申请|困难家庭房屋漏雨
0805 就业社保 3 W5 12 public 0 flat 人社局 0.1 社保卡无法使用|技能培训报名
0806 医疗卫生 3 W5 9 public 0 flat 卫健局 0.1 卫生室药品短缺|疫苗接种预约
0807 教育入学 3 W5 8 public 1 school 教育局 0 入学材料审核疑问|校车线路调整建议
0808 残疾人服务 3 W5 5 mixed 0 flat 残联 0.1 无障碍坡道损坏|辅具申领
0809 未成年人保护 2 H24 2 mixed 0 flat 民政局 0 未成年人出入不宜场所
0901 人口变动 4 W3 46 base 0 flat @便民服务中心 0.86 流动人口信息登记|住户变动核实
0902 房屋与出租登记 4 W3 32 base 1 flat @便民服务中心 0.86 出租房屋新增登记|空置房屋核实
0903 单位场所变动 4 W3 16 base 1 flat @便民服务中心 0.84 沿街店铺变更登记|企业注销核实
0904 地址与设施变动 4 W5 9 base 0 flat @便民服务中心 0.8 门牌缺失登记|设施点位更新
1001 台风暴雨等气象灾害 1 H2 5 water 0 rain 应急管理局 0.15 强降雨危险区转移|大风刮倒围挡|低洼处住户转移
1002 地质灾害 1 H1 1 water -1 rain 自然资源局 0.05 山坡出现裂缝|道路边坡落石
1003 火灾 1 H1 4 alarm 0 dry 消防救援大队 0.1 山林冒烟|住宅厨房起火|垃圾堆起火
1004 公共卫生 1 H2 0.6 alarm 0 flat 卫健局 0 多人腹泻待核实
1005 事故灾难 1 H1 2 alarm 0 flat 应急管理局 0.05 道路多车相撞|厂房局部坍塌
1006 走失/溺水/轻生 1 H1 2 alarm 0 summer 公安分局 0.05 人员走失请求协查
1007 停水停电停气 2 H4 7 water 0 summer 供电公司 0.05 片区临时停电|爆管停水
1008 其他突发 1 H2 1 alarm 0 flat 应急管理局 0.05 道路油污影响通行
1101 意见建议 4 W5 16 public 0 flat @便民服务中心 0.2 建议增设公交站|建议增设充电桩
1102 信息公开诉求 3 W20 2 public 0 flat 政务公开办 0 申请公开工程款项
1103 村居务监督 3 W15 4 dispute -1 yearEnd @综合治理办 0 村务公示内容有疑问
1104 议事协商事项 3 W15 6 mixed 0 flat @综合治理办 0.1 停车位改造协商|加装电梯协商
1105 志愿服务需求 4 W3 10 mixed 0 flat @便民服务中心 0.5 环境整治志愿招募|义诊服务需求
1106 作风效能投诉 3 W15 3 dispute 0 flat @综合治理办 0 窗口办事效率反映
9901 其他 3 W5 12 mixed 0 flat @综合治理办 0.2 其他事项待核实`;

/** All classes of the sample. */
export const EVENT_CLASSES: readonly EventClass[] = TABLE.trim()
	.split('\n')
	.map((line): EventClass => {
		const [
			code = '',
			l2 = '',
			severity,
			limit = '',
			weight,
			channel,
			urban,
			season,
			lead = '',
			selfClosed,
			findings = '',
		] = line.split(' ');
		return {
			code,
			l1: L1[code.slice(0, 2)] ?? '',
			l2,
			severity: Number(severity),
			limit,
			weight: Number(weight),
			channel: channel as Channel,
			urban: Number(urban) as -1 | 0 | 1,
			season: season as Season,
			lead,
			selfClosed: Math.min(0.93, Number(selfClosed) * 1.16),
			findings: findings.split('|'),
		};
	});

/** Sources of domain.md §4.3, as exports write them; the index is used by CHANNELS. */
export const SOURCES: readonly { code: string; name: string }[] = [
	{ code: '01', name: '网格员巡查' },
	{ code: '02', name: '微网格长' },
	{ code: '03', name: '群众随手拍' },
	{ code: '04', name: '12345热线' },
	{ code: '05', name: '110非警务移交' },
	{ code: '06', name: '综治中心窗口' },
	{ code: '07', name: '信访' },
	{ code: '08', name: '领导交办' },
	{ code: '09', name: '上级平台派单' },
	{ code: '10', name: '部门移交' },
	{ code: '11', name: '视频巡查' },
	{ code: '12', name: '物联感知' },
	{ code: '13', name: '媒体舆情' },
	{ code: '14', name: '人大政协' },
	{ code: '15', name: '企业诉求' },
];

/** Weights over SOURCES for each channel. */
export const CHANNELS: Record<Channel, readonly number[]> = {
	patrol: [73, 13, 2, 2.5, 0.4, 0, 0.2, 0.4, 0.8, 1.2, 5, 1, 0.1, 0.1, 0.4],
	mixed: [47, 12, 10, 14, 2, 0.5, 0.8, 0.8, 1.6, 2, 7, 1.2, 0.3, 0.3, 0.5],
	public: [20, 5, 17, 41, 3, 3, 3, 0.6, 1.8, 1.2, 1, 0, 0.6, 0.5, 2.3],
	dispute: [26, 8, 1, 12, 14, 22, 9, 1, 1.5, 1.5, 0, 0, 0.2, 0.3, 1.5],
	alarm: [24, 8, 5, 12, 30, 0, 0.3, 0.8, 2, 3, 6, 8, 0.4, 0, 0.5],
	base: [83, 14, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0],
	water: [38, 10, 10, 20, 4, 0, 0, 1, 2, 2, 5, 7, 0.5, 0, 0.5],
};

/** How a text begins, by the index of the source. */
export const OPENING_WORDS: readonly string[] = [
	...['网格巡查发现', '微网格长反映', '群众随手拍上传', '来电反映', '接警后转来', '窗口登记', '信访件反映', '领导交办'],
	...['上级平台转来', '部门移交', '视频巡查发现', '感知设备告警', '网上反映', '代表委员反映', '企业反映'],
];

/** Where things are found, in front of the finding. */
export const SPOT_WORDS: readonly string[] = [
	...[
		'文化礼堂东侧',
		'菜场北门',
		'沿河步道旁',
		'小学南侧路口',
		'公交站旁',
		'村口桥头',
		'老年活动室后面',
		'工业区二号路',
	],
	...[
		'农贸市场外围',
		'幸福里小区西门',
		'卫生服务站旁',
		'滨江大道辅路',
		'村委会西侧',
		'环城北路沿线',
		'祠堂前空地',
		'水闸管理房附近',
	],
	...[
		'山脚停车场',
		'快递驿站门口',
		'安置房三区',
		'渔港码头',
		'茶园机耕路',
		'党群服务中心对面',
		'旧粮站院内',
		'高架桥下',
	],
];

/** How texts end, by whether the matter was found by the grid or told by the public. */
export const CLOSING_WORDS = {
	grid: ['已拍照上传待处置', '影响通行请尽快处置', '现场已设警示', '已提醒当事单位整改', '存在安全风险需跟进'],
	public: ['居民希望尽快处理', '来电人要求回复结果', '反映多次未解决', '请相关单位核实', '建议现场查看'],
	self: ['当场整改到位', '现场劝导后已恢复', '已清理完毕', '已上门办结', '网格内当场办结'],
} as const;
