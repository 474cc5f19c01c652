// Tells a list of single persons of a special group (corrections, release, mental illness, drugs …) by its headers,
// titles, name and kinds of person: such a file is refused whole (domain.md §6.4). Counts by unit carry no person and
// are taken. Pure.

const GROUP =
	/社区矫正|矫正对象|矫正类别|刑满释放|刑释|安置帮教|精神障碍|精神病|吸毒|涉毒|戒毒|艾滋|邪教|重点青少年|涉访人员/;
const PERSON =
	/^(?:.{0,6}姓名|公民身份号码|身份证(?:件)?号?码?|证件号码?|矫正对象|患者|吸毒人员|刑释人员|idcard|id_card|name)$/i;
/** Names of those who look after them are no sign of a list of persons. */
const STAFF = /网格|联系|责任|负责|走访|填报|帮扶|社工|民警|医生|干部|监护|单位|经办/;

/** Columns that say which kind of person a row is. */
const KIND = /^(?:人员|人群|对象|重点人员|特殊人群|管控|服务对象|走访对象)(?:类别|类型|分类|标签)$|^target_type$/;

const plainText = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/**
 * True when the rows are single persons of a special group.
 * @param titles name of the file and what stands above the header
 * @param rows the first rows below it
 */
export function isSpecialGroupList(
	headers: readonly string[],
	titles: readonly string[],
	rows: readonly (readonly string[])[] = [],
): boolean {
	const plain = headers.map(plainText);
	if (!plain.some((header) => PERSON.test(header) && !STAFF.test(header))) return false;
	const kinds = [...plain.keys()].filter((column) => KIND.test(plain[column] ?? ''));
	return (
		[...titles.map(plainText), ...plain].some((text) => GROUP.test(text)) ||
		rows.some((row) => kinds.some((column) => GROUP.test(plainText(row[column] ?? ''))))
	);
}
