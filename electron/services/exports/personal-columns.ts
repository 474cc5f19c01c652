// Which columns hold personal data and are dropped unread (domain.md §6.3 last row, and their look-alikes), and what is
// cut from the few words that are kept. Deny by look: a doubtful header is dropped.

import { noScrubCounts } from '../privacy/cut-spans.ts';
import { isIdentityNumber } from '../privacy/personal-numbers.ts';
import { scrubText } from '../privacy/scrub-text.ts';

const PERSONAL_HEADER =
	/姓名|电话|手机|联系方式|联系人|联络人|身份证|证件号|证照号|户籍地|家庭|住址|居住地|门牌|车牌|当事人|来电人|来电号码|主叫|反映人|投诉人|诉求人|举报人|申请人|报案人|监护人|网格员(?!上报|巡查|类型)|网格长|处置人|处理人|经办人|受理人|签收人|操作人(?!角色)|操作员|核查人|回访人|办理人|承办人|责任人|负责人|上报人(?!类型)|上报者|采集人|登记人|填报人|采集员|监督员|邮箱|微信|qq号|银行卡|出生|年龄|性别|民族|照片|签名|reporter(?!_?type)|phone|mobile|idcard|id_card|email|person|staff|plate/i;

/** True when the column must not be read at all. */
export function isPersonalHeader(header: string): boolean {
	return PERSONAL_HEADER.test(header.normalize('NFKC').replace(/\s/g, ''));
}

/** Cuts phone numbers, identity numbers and plates from a word (already in narrow width). */
export function cutPersonalNumbers(text: string): string {
	return scrubText(text, noScrubCounts(), 'word').trim();
}

/** True for a number of a record that is one of a person, or a sentence about one. */
export function isPersonalId(id: string): boolean {
	if (id.length === 18 && isIdentityNumber(id)) return true;
	return /[^!-~]/.test(id) && scrubText(id, noScrubCounts()) !== id;
}
