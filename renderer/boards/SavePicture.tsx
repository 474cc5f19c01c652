// The way out of a chart: PNG or SVG with caption, area, period, definition and as-of. Stands in the head of the
// chart's panel and draws what that panel shows.

import { ImageDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawChart, paintPng } from '../charts/chart-picture.ts';
import { useApp } from '../stores/StoresContext.tsx';
import { useLanguage, usePresentYear, type View } from '../stores/use-view.ts';
import { MenuItem, PopMenu } from '../ui/PopMenu.tsx';
import { saveFile } from '../ui/save-file.ts';
import { formatInstant, formatPeriod } from '../ui/time-format.ts';
import { indicatorName } from './reading-words.ts';

export function SavePicture({ title, view, indicator }: { title: string; view: View; indicator?: string }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const app = useApp((state) => state.app.value);
	const definition = useApp((state) => (indicator === undefined ? undefined : state.definitions.get(indicator)));
	const own = useRef<HTMLSpanElement>(null);
	const [isFailed, setFailed] = useState(false);
	const save = async (format: 'png' | 'svg') => {
		const drawn = own.current?.closest('section')?.lastElementChild;
		if (!(drawn instanceof HTMLElement)) return;
		const name = indicator === undefined ? '' : indicatorName(definition, indicator, language);
		const picture = drawChart(drawn, {
			title: [view.area.name, name !== '' && !title.includes(name) ? name : '', title].filter(Boolean).join(' '),
			subtitle: [formatPeriod(view.period, language), indicator].filter(Boolean).join(' • '),
			definition: definition === undefined ? '' : definition.definition[language === 'en' ? 'en' : 'zh'],
			foot: [
				app?.centreName,
				app?.asOf ? t('header.asOf', { time: formatInstant(app.asOf, language, { presentYear }) }) : '',
				definition === undefined ? '' : t('picture.version', { n: definition.version }),
				app?.isDemo ? t('header.demo') : '',
			]
				.filter(Boolean)
				.join(' • '),
		});
		const blob = format === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await paintPng(picture);
		setFailed(blob === null);
		if (blob) saveFile(blob, `${view.area.name}-${title}-${view.period}.${format}`);
	};
	return (
		<span ref={own}>
			<PopMenu
				label={t('picture.save')}
				className="icon-button"
				align="end"
				face={<ImageDown size={16} strokeWidth={1.75} aria-hidden />}
			>
				{(close) => (
					<>
						{(['png', 'svg'] as const).map((format) => (
							<MenuItem
								key={format}
								onChoose={() => {
									close();
									void save(format);
								}}
							>
								{t(`picture.${format}`)}
							</MenuItem>
						))}
					</>
				)}
			</PopMenu>
			{isFailed && (
				<span className="visually-hidden" role="status">
					{t('picture.failed')}
				</span>
			)}
		</span>
	);
}
