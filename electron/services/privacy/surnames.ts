// Surnames by which a name in running text is told (most frequent ones of the census, and compound ones), and words
// that begin with such a character and are no name. Pure word lists.

/** Single-character surnames. Rare ones that are ordinary words of governance text (路 水 田 单 …) are left out. */
export const SURNAMES =
	'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢骆岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边净仇褚楼竺厉诸应裘姒俞戚娄郦虞沈阙诺闻麻占';

/** Compound surnames. */
export const COMPOUND_SURNAMES = [
	'欧阳',
	'上官',
	'司马',
	'诸葛',
	'东方',
	'皇甫',
	'尉迟',
	'公孙',
	'慕容',
	'令狐',
	'司徒',
	'长孙',
	'夏侯',
	'端木',
] as const;

/** Words that follow 居民, 业主, 反映人 … and begin with the character of a surname without being a name. */
export const NO_NAMES =
	/^(?:方便|方面|方案|高度|高空|高楼|高层|高温|高价|安全|安装|安置|安排|马上|马路|任何|任意|任务|万元|万一|金额|成立|成功|成员|严重|严格|白天|白色|黄色|黑色|毛坯|温度|路边|路面|车辆|车位|车库|车主|石头|田间|时候|时间|江边|单元|单位|费用|强烈|强制|强行|平时|包括|包装|常年|常住|齐全|应当|应该|应急|关于|关心|关系|关注|解决|解释|查看|查处|查询|管理|管道|管线|游客|项目|司机|文明|文化|左右|位于|向上|向社|向相|向村|向镇|向区|华为|占用|占道|占据|房屋|房东|房子|边上|边界|祝福|盛大|阳台|阳光|易燃|易爆|明显|通过|申请|申报|申诉|江水|龙头|雷雨|雷电|季节|文件|关闭|关停|广场|都有|国家|宁可|甘愿|计划|施工|施肥|洪水|陆续|席地|纪律|武装|谷物|舒适|常常|常见|安静|康复|余款|余下|钱款|钱财|钟点|管委|查无|时常|时有|何时|何处|何种|何人|许多|许可|万分|温馨|卫生|卫健|楼上|楼下|楼道|楼顶|楼内|楼栋|楼层|楼梯|应诉|沿街|沿河|沿线|沿路)/;
