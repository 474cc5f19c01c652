// Up to four areas and periods side by side for the main indicators; the first column is what the others stand against.

import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BasketItem } from '../../stores/address.ts';
import { isAwaited } from '../../stores/loadable.ts';
import type { BoardRow } from '../../stores/readings-store.ts';
import { useApp, useCompare, useLocation, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { formatChange, isLevel } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { formatPeriod } from '../../ui/time-format.ts';
import { FailureNote } from '../FailureNote.tsx';
import { MissingTerm } from '../MissingTerm.tsx';
import { goalLine, indicatorName, kindOf, readingText, stateOf, unitOf } from '../reading-words.ts';
import css from './CompareView.module.css';
import { compareWithFirst } from './compare-change.ts';

function useColumnName(): (item: BasketItem) => string {
	const language = useLanguage();
	const byCode = useApp((state) => state.tree.byCode);
	return ({ area, period }) => `${byCode.get(area)?.shortName ?? area} ${formatPeriod(period, language)}`;
}

function Cell({ row, first, column }: { row: BoardRow | undefined; first: BoardRow | undefined; column: string }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { readings } = useStores();
	const code = row?.reading.indicator ?? '';
	const definition = useApp((state) => state.definitions.get(code));
	if (!row) return <td className={css.cell}>{t('status.empty')}</td>;
	const { reading } = row;
	const value = readingText(reading, kindOf(definition), t);
	const unit = unitOf(definition, language);
	const state = stateOf(row, t);
	const change = first && first !== row ? compareWithFirst(first.reading, reading, definition) : null;
	return (
		<td className={css.cell}>
			<button
				type="button"
				data-figure
				className={css.figure}
				aria-label={`${t('compare.openProof', { name: indicatorName(definition, code, language), column })}, ${value.text} ${value.isFigure ? unit : ''}`}
				onClick={() =>
					readings
						.getState()
						.openProof({ indicator: code, area: reading.area, period: reading.period, variant: reading.variant })
				}
			>
				{value.isFigure ? (
					<Figure text={value.text} unit={unit} />
				) : (
					<span className={css.missing}>
						<MissingTerm status={reading.status} text={value.text} />
					</span>
				)}
			</button>
			<span className={css.state}>
				{state.word !== '' && (
					<>
						<LightShape light={state.light} /> {state.word}
					</>
				)}
			</span>
			{change !== null && (
				<span className={css.change} data-verdict={isLevel(change) ? 'neutral' : change.verdict}>
					{formatChange(change, language, unit)}
				</span>
			)}
		</td>
	);
}

function RowHead({ row }: { row: BoardRow }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const code = row.reading.indicator;
	const definition = useApp((state) => state.definitions.get(code));
	return (
		<th scope="row" className={css.name}>
			<button type="button" className="link" onClick={() => location.getState().openIndicator(code)}>
				{indicatorName(definition, code, language)}
			</button>
			<span className={css.goal}>{goalLine(row, definition, language, t)}</span>
		</th>
	);
}

export function CompareView() {
	const { t } = useTranslation();
	const { location, compare } = useStores();
	const basket = useLocation((state) => state.address.basket);
	const boards = useCompare((state) => state.boards);
	const nameOf = useColumnName();
	useEffect(() => compare.getState().load(basket), [compare, basket]);
	if (basket.length === 0) {
		return (
			<Panel title={t('compare.title')}>
				<EmptyNote title={t('compare.none')}>
					<p>{t('compare.noneHint')}</p>
				</EmptyNote>
			</Panel>
		);
	}
	const columns = basket.map((item) => ({
		item,
		name: nameOf(item),
		board: boards.value?.find((one) => one.area === item.area && one.period === item.period)?.board,
	}));
	const rowOf = (index: number, indicator: string) =>
		columns[index]?.board?.rows.find((row) => row.reading.indicator === indicator);
	const rows = columns.find((column) => column.board)?.board?.rows ?? [];
	return (
		<Panel
			title={t('compare.title')}
			note={t('compare.hint')}
			isBusy={isAwaited(boards)}
			isFlush
			className={css.panel}
			actions={
				<button type="button" className="button" onClick={() => location.getState().goTo({ basket: [] })}>
					{t('compare.clear')}
				</button>
			}
		>
			{boards.error !== null && <FailureNote error={boards.error} isOld={boards.value !== null} />}
			<div className={css.scroll}>
				<table className={css.table}>
					<thead>
						<tr>
							<th scope="col" className={css.name}>
								{t('compare.indicator')}
								{columns.length > 1 && <span className={css.goal}>{t('compare.against')}</span>}
							</th>
							{columns.map(({ item, name }, index) => (
								<th key={name} scope="col" className={css.cell}>
									<button
										type="button"
										className="link"
										onClick={() => location.getState().goTo({ page: 'overview', area: item.area, period: item.period })}
									>
										{name}
									</button>
									{index === 0 && columns.length > 1 && <span className="tag">{t('compare.base')}</span>}
									<button
										type="button"
										className="icon-button"
										aria-label={t('compare.remove', { name })}
										title={t('compare.remove', { name })}
										onClick={() => location.getState().toggleBasket(item)}
									>
										<X size={14} aria-hidden />
									</button>
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map((row) => (
							<tr key={`${row.reading.indicator}:${row.reading.variant}`}>
								<RowHead row={row} />
								{columns.map(({ name }, index) => (
									<Cell
										key={name}
										row={rowOf(index, row.reading.indicator)}
										first={index === 0 ? undefined : rowOf(0, row.reading.indicator)}
										column={name}
									/>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</Panel>
	);
}
