// One wording of an import message in both languages, and the endings that several share. Pure text.

export interface Wording {
	/** What happened, and what still works. */
	zh: string;
	en: string;
	/** What to do; '' where nothing is to be done. */
	fixZh: string;
	fixEn: string;
}

/** A wording; the fixes are empty where nothing is to be done. */
export function say(zh: string, en: string, fixZh = '', fixEn = ''): Wording {
	return { zh, en, fixZh, fixEn };
}

export const ASK_AGAIN_ZH = '请让导出单位重新导出后再导入。';
export const ASK_AGAIN_EN = 'Have it exported again, then import it.';
export const SAVE_AS_ZH = '请在表格软件中另存为“CSV UTF-8（逗号分隔）”后再导入。';
export const SAVE_AS_EN = 'Save it as "CSV UTF-8 (comma delimited)" in the spreadsheet program, then import it.';
