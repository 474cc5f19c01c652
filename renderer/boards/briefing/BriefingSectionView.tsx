// One section of the paper: its sentences with their proofs, or the text a person is writing in their place; table, chart.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperTrend } from '../../charts/PaperTrend.tsx';
import type { BriefingSection } from '../../stores/briefing-store.ts';
import { useBriefing, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { SentenceText } from '../SentenceText.tsx';
import css from './BriefingPaper.module.css';
import { BriefingTableView } from './BriefingTableView.tsx';

/** English sentences stand apart. */
const GAP = { text: ' ', figure: null };

export function BriefingSectionView({ section }: { section: BriefingSection }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { briefing } = useStores();
	const edit = useBriefing((state) => state.edits[section.key]);
	const [isOpen, setOpen] = useState(false);
	const words = language === 'en' ? 'en' : 'zh';
	const title = section.title[words];
	const own = section.sentences
		.map((sentence) => sentence[words].map(({ text }) => text).join(''))
		.join(language === 'en' ? ' ' : '');
	const shown = edit ?? own;
	const change = (text: string | null) => briefing.getState().edit(section.key, text);
	return (
		<section className={css.section}>
			<h3 className={css.heading}>
				{title}
				<span className={css.tools}>
					{edit !== undefined && <span className={css.edited}>{t('briefing.edited')}</span>}
					{edit !== undefined && (
						<button type="button" className={css.tool} onClick={() => change(null)}>
							{t('briefing.editUndo')}
						</button>
					)}
					<button
						type="button"
						className={css.tool}
						aria-label={isOpen ? undefined : t('briefing.editSection', { title })}
						onClick={() => setOpen(!isOpen)}
					>
						{isOpen ? t('briefing.editDone') : t('briefing.edit')}
					</button>
				</span>
			</h3>
			{isOpen ? (
				<textarea
					className={css.editor}
					aria-label={t('briefing.editSection', { title })}
					rows={Math.max(3, Math.ceil(shown.length / 42))}
					maxLength={4_000}
					value={shown}
					onChange={(event) => change(event.target.value === own ? null : event.target.value)}
				/>
			) : edit === undefined ? (
				section.sentences.length > 0 && (
					<p className={css.text}>
						<SentenceText
							parts={section.sentences.flatMap((sentence, at) =>
								at > 0 && language === 'en' ? [GAP, ...sentence.en] : sentence[words],
							)}
						/>
					</p>
				)
			) : (
				edit.split(/\n+/).map((paragraph) => (
					<p key={paragraph} className={css.text}>
						{paragraph}
					</p>
				))
			)}
			{section.trend && (
				<PaperTrend
					title={section.trend.title[words]}
					unit={section.trend.unit[words]}
					points={section.trend.points}
					target={section.trend.target}
					targetWord={t('briefing.target')}
					language={language}
				/>
			)}
			{section.table && <BriefingTableView table={section.table} />}
		</section>
	);
}
