// Which readings the import would move, district first, then towns; a move that follows from a fault of the data says so.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { indicatorName, kindOf, unitOf } from '../boards/reading-words.ts';
import type { Preview, ReadingMove } from '../stores/preview-store.ts';
import { useApp } from '../stores/StoresContext.tsx';
import { useLanguage } from '../stores/use-view.ts';
import { formatInteger, formatValue } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { formatPeriod } from '../ui/time-format.ts';
import css from './PreviewPanel.module.css';

const SHOWN = 8;

function MoveRow({ move }: { move: ReadingMove }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const definition = useApp((state) => state.definitions.get(move.indicator));
	const say = (value: number | null): string =>
		value === null ? t('preview.none') : formatValue(value, kindOf(definition));
	const unit = unitOf(definition, language);
	return (
		<tr>
			<th scope="row">
				{move.level === 'district' ? t('preview.district') : move.areaName}{' '}
				{indicatorName(definition, move.indicator, language)}
			</th>
			<td className={css.quiet}>{definition?.isLive === true ? '' : formatPeriod(move.period, language)}</td>
			<td>
				{say(move.before)} → <b>{say(move.after)}</b>
				<small> {unit}</small>
			</td>
			<td>
				{move.fault !== null && (
					<span title={t('preview.looksFaulty')}>
						<LightShape light="yellow" /> {t(`preview.fault_${move.fault}`)}
					</span>
				)}
			</td>
		</tr>
	);
}

export function PreviewMoves({ preview }: { preview: Preview }) {
	const { t } = useTranslation();
	const [isAll, setAll] = useState(false);
	const { moves, comparedCount } = preview;
	const compared = formatInteger(comparedCount);
	return (
		<section className={css.section}>
			<h3>
				{t('preview.moves')}
				<small>{moves.length === 0 ? '' : t('preview.movesNote', { n: compared })}</small>
			</h3>
			{moves.length === 0 && <p className={css.quiet}>{t('preview.movesNone', { n: compared })}</p>}
			{moves.length > 0 && (
				<table className={css.table} data-kind="moves">
					<tbody>
						{(isAll ? moves : moves.slice(0, SHOWN)).map((move) => (
							<MoveRow key={`${move.indicator}:${move.area}:${move.period}`} move={move} />
						))}
					</tbody>
				</table>
			)}
			{!isAll && moves.length > SHOWN && (
				<button type="button" className="link" onClick={() => setAll(true)}>
					{t('preview.showAllMoves', { n: formatInteger(moves.length) })}
				</button>
			)}
		</section>
	);
}
