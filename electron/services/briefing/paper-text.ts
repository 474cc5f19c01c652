// What a paper says in one language, with a person's edits: the same text for the screen, Word and the workbook.

import { textOf } from '../indicators/sentence-parts.ts';
import type { Briefing } from './compute-briefing.ts';

export type PaperLanguage = 'zh' | 'en';

/** Paragraphs of one section as a person left them. */
export interface SectionEdit {
	key: Briefing['sections'][number]['key'];
	paragraphs: string[];
}

type Section = Briefing['sections'][number];

/** The paragraphs of a section: the edited ones where there are, else its sentences joined into one. */
export function paragraphsOf(section: Section, language: PaperLanguage, edits: readonly SectionEdit[]): string[] {
	const edited = edits.find(({ key }) => key === section.key);
	if (edited) return edited.paragraphs.map((text) => text.trim()).filter((text) => text !== '');
	if (section.sentences.length === 0) return [];
	return [section.sentences.map((sentence) => textOf(sentence[language])).join(language === 'en' ? ' ' : '')];
}

/** True for a section that says or shows nothing in this language. */
export function isEmptySection(section: Section, language: PaperLanguage, edits: readonly SectionEdit[]): boolean {
	return paragraphsOf(section, language, edits).length === 0 && section.table === null && section.trend === null;
}
