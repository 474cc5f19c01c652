// The 简报 page: which paper, the paper as it will be printed, and its ways out: Word, workbook, PDF, picture.

import { FileSpreadsheet, FileText, Image, Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../stores/loadable.ts';
import { useBriefing, useLocation, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { FailureNote } from '../FailureNote.tsx';
import css from './BriefingPage.module.css';
import { BriefingPaper } from './BriefingPaper.tsx';
import { pictureOf } from './paper-picture.ts';

const KINDS = ['day', 'week', 'month'] as const;

export function BriefingPage({ view }: { view: View }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { briefing, client, location } = useStores();
	const desk = useRef<HTMLDivElement>(null);
	const kind = useLocation((state) => state.address.paper);
	const { paper, isWriting, written, writeError } = useBriefing((state) => state);
	const area = view.area.code;
	useEffect(() => briefing.getState().load(kind, area), [briefing, kind, area]);
	const write = async (format: 'docx' | 'xlsx') => {
		const blob = await briefing.getState().write(format, language === 'en' ? 'en' : 'zh');
		const fileName = briefing.getState().written?.fileName;
		if (blob && fileName) saveFile(blob, fileName);
	};
	/** The code of what leaves the desk stands on the paper before it is drawn. */
	const draw = async (format: 'pdf' | 'png') => {
		await briefing.getState().write(format, language === 'en' ? 'en' : 'zh');
		const fileName = briefing.getState().written?.fileName;
		if (!fileName) return;
		await new Promise(requestAnimationFrame);
		const article = desk.current?.querySelector('article');
		if (format === 'png') {
			if (article) saveFile(await pictureOf(article), fileName);
		} else if (client.capabilities.canSavePdf) await client.savePdf(fileName);
		else window.print();
	};
	const isReady = paper.value !== null && paper.value.sections.length > 0;
	return (
		<div className={css.page} aria-busy={isAwaited(paper)}>
			<div className={css.bar}>
				<Segmented
					label={t('briefing.kind')}
					value={kind}
					choices={KINDS.map((value) => ({ value, text: t(`briefing.kinds.${value}`) }))}
					onChoose={(value) => location.getState().goTo({ paper: value })}
				/>
				<p className={css.state} role="status">
					{isWriting
						? t('briefing.writing')
						: written && t('briefing.writtenFile', { file: written.fileName, code: written.checkCode })}
				</p>
				{writeError && <FailureNote error={writeError} isOld={false} />}
				<div className={css.exports}>
					<button type="button" className="button" disabled={!isReady || isWriting} onClick={() => void write('docx')}>
						<FileText size={16} strokeWidth={1.75} aria-hidden />
						{t('briefing.word')}
					</button>
					<button type="button" className="button" disabled={!isReady || isWriting} onClick={() => void write('xlsx')}>
						<FileSpreadsheet size={16} strokeWidth={1.75} aria-hidden />
						{t('briefing.workbook')}
					</button>
					<button type="button" className="button" disabled={!isReady || isWriting} onClick={() => void draw('pdf')}>
						<Printer size={16} strokeWidth={1.75} aria-hidden />
						{t(client.capabilities.canSavePdf ? 'briefing.pdf' : 'briefing.print')}
					</button>
					<button type="button" className="button" disabled={!isReady || isWriting} onClick={() => void draw('png')}>
						<Image size={16} strokeWidth={1.75} aria-hidden />
						{t('briefing.picture')}
					</button>
				</div>
			</div>
			{paper.error !== null && <FailureNote error={paper.error} isOld={paper.value !== null} />}
			<div className={css.desk} ref={desk}>
				{isReady && paper.value ? (
					<BriefingPaper paper={paper.value} />
				) : (
					paper.value !== null && <EmptyNote title={t('briefing.none')}>{t('briefing.noneHint')}</EmptyNote>
				)}
			</div>
		</div>
	);
}
