// Which columns hold personal data and are dropped unread (domain.md §6.3 last row, and their look-alikes), and the
// patterns that are cut from the few words that are kept. Deny by look: a doubtful header is dropped.

const PERSONAL_HEADER =
	/姓名|电话|手机|联系方式|联系人|联络人|身份证|证件号|证照号|户籍地|家庭|住址|居住地|门牌|车牌|当事人|来电人|来电号码|主叫|反映人|投诉人|诉求人|举报人|申请人|报案人|监护人|网格员(?!上报|巡查|类型)|网格长|处置人|处理人|经办人|受理人|签收人|操作人(?!角色)|操作员|核查人|回访人|办理人|承办人|责任人|负责人|上报人(?!类型)|上报者|采集人|登记人|填报人|采集员|监督员|邮箱|微信|qq号|银行卡|出生|年龄|性别|民族|照片|签名|reporter(?!_?type)|phone|mobile|idcard|id_card|email|person|staff|plate/i;

/** True when the column must not be read at all. */
export function isPersonalHeader(header: string): boolean {
	return PERSONAL_HEADER.test(header.normalize('NFKC').replace(/\s/g, ''));
}

const ID_CARD =
	/(?<![0-9A-Za-z])\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])/g;
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;
const LANDLINE = /(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/g;
const PLATE =
	/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/g;

/** Cuts phone numbers, identity numbers and plates from a word (already in narrow width). */
export function cutPersonalNumbers(text: string): string {
	// Words without a run of digits or capitals, nearly all of them, are left alone.
	if (!/\d{5}|[A-Z][·\s]?[A-Z0-9]{5}|\d{3}[- ]\d{4}/.test(text)) return text;
	return text.replace(ID_CARD, '').replace(MOBILE, '').replace(LANDLINE, '').replace(PLATE, '').trim();
}

/** True for an identifier that is itself an identity number with a valid check digit (GB 11643). */
export function isIdentityNumber(text: string): boolean {
	if (!/^\d{17}[0-9Xx]$/.test(text) || !/^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(text))
		return false;
	const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
	const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
	return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}
