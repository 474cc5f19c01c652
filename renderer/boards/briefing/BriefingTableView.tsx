// A table of the paper; a number opens the proof of its figure.

import { useTranslation } from 'react-i18next';
import type { BriefingSection } from '../../stores/briefing-store.ts';
import { useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import css from './BriefingPaper.module.css';

export function BriefingTableView({ table }: { table: NonNullable<BriefingSection['table']> }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { readings } = useStores();
	const words = language === 'en' ? 'en' : 'zh';
	const rows = table.rows.map((cells, at) => ({ key: `${at}:${cells[0]?.text.zh}:${cells[1]?.text.zh}`, cells }));
	const columns = table.columns.map((column) => ({ ...column, key: column.title.en }));
	return (
		<table className={css.table}>
			<caption>{table.caption[words]}</caption>
			<thead>
				<tr>
					{columns.map(({ key, title }) => (
						<th key={key} scope="col">
							{title[words]}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map(({ key, cells }) => (
					<tr key={key}>
						{columns.map((column, at) => {
							const cell = cells[at];
							const figure = cell?.figure ?? null;
							return (
								<td key={column.key} className={column.kind === 'text' ? undefined : css.number}>
									{figure && cell ? (
										<button
											type="button"
											data-figure
											className={css.figure}
											aria-label={t('sentences.proof', { text: cell.text[words] })}
											onClick={() => readings.getState().openProof(figure)}
										>
											{cell.text[words]}
										</button>
									) : (
										cell?.text[words]
									)}
								</td>
							);
						})}
					</tr>
				))}
			</tbody>
		</table>
	);
}
