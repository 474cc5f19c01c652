// Why a figure changed, step by step from the earlier value to the later: rows with long names, bars between end marks
// (picture 05). HTML in per cent of the plot, so that names, bars and numbers share one grid.

import './waterfall.css';
import { CHART_WORDS } from '../text/chart-words.ts';
import type { Language } from '../text/language.ts';
import { formatDecimal, formatInteger } from '../ui/format.ts';
import { ChartTable } from './ChartTable.tsx';
import { layWaterfall, type PlacedStep, type WaterfallStep } from './waterfall-scale.ts';

export interface WaterfallProps {
	/** Accessible name, as in 按期办结率为什么变化：按镇街. */
	label: string;
	from: { name: string; value: number };
	to: { name: string; value: number };
	/** In the order they are drawn. */
	steps: readonly WaterfallStep[];
	/** Unit of the values, as in %. */
	unit: string;
	/** Head of the numbers in the table, as in 百分点. */
	amountLabel: string;
	/** Decimals of values and steps: two, so that the printed ones add up; none for counts. */
	decimals: number;
	language: Language;
	isTable?: boolean;
	onPick?: (code: string) => void;
	/** Opens the proof of either end; its words stand before the value. */
	proof?: { label: string; open: (end: 'from' | 'to') => void };
}

const share = (value: number) => `${(value * 100).toFixed(2)}%`;

function StepRow({
	step,
	text,
	onPick,
}: {
	step: PlacedStep;
	text: string;
	onPick: ((code: string) => void) | undefined;
}) {
	const { code } = step;
	const inside = (
		<>
			<span className="waterfall-name" title={step.name}>
				{step.name}
			</span>
			<span className="waterfall-plot">
				<i
					className="waterfall-bar"
					data-kind={step.kind}
					style={{ left: share(step.left), width: share(step.width) }}
				/>
				<i className="waterfall-link" style={{ left: share(step.end) }} />
			</span>
			<span className="waterfall-amount" data-kind={step.kind}>
				{text}
			</span>
		</>
	);
	if (code === null || onPick === undefined) return <div className="waterfall-row">{inside}</div>;
	return (
		<button type="button" className="waterfall-row" onClick={() => onPick(code)}>
			{inside}
		</button>
	);
}

export function Waterfall(props: WaterfallProps) {
	const { label, from, to, steps, unit, amountLabel, decimals, language, isTable = false, onPick, proof } = props;
	const valueText = (value: number) =>
		`${decimals === 0 ? formatInteger(value) : formatDecimal(value, decimals)}${unit === '%' ? '%' : ''}`;
	const amountText = (amount: number) => {
		const text = decimals === 0 ? formatInteger(amount) : formatDecimal(amount, decimals);
		return amount > 0 ? `+${text}` : text;
	};
	const table = (
		<ChartTable
			caption={label}
			head={[CHART_WORDS[language].place, amountLabel]}
			rows={[
				[from.name, valueText(from.value)],
				...steps.map((step) => [step.name, amountText(step.amount)]),
				[to.name, valueText(to.value)],
			]}
			isShown={isTable}
		/>
	);
	if (isTable) return table;
	const layout = layWaterfall(from.value, steps);
	const end = (name: string, value: number, at: number, isFirst: boolean) => (
		<div className="waterfall-row waterfall-end">
			<span className="waterfall-name">{name}</span>
			<span className="waterfall-plot">
				<i className="waterfall-mark" style={{ left: share(at) }} />
				{isFirst && <i className="waterfall-link" style={{ left: share(at) }} />}
			</span>
			{proof === undefined ? (
				<span className="waterfall-amount">{valueText(value)}</span>
			) : (
				<button
					type="button"
					className="waterfall-amount"
					data-figure={isFirst ? 'from' : 'to'}
					aria-label={`${name} ${proof.label}, ${valueText(value)}`}
					title={proof.label}
					onClick={() => proof.open(isFirst ? 'from' : 'to')}
				>
					{valueText(value)}
				</button>
			)}
		</div>
	);
	return (
		<figure className="waterfall" aria-label={label}>
			{end(from.name, from.value, layout.from, true)}
			{layout.steps.map((step) => (
				<StepRow key={step.key} step={step} text={amountText(step.amount)} onPick={onPick} />
			))}
			{end(to.name, to.value, layout.to, false)}
			{table}
		</figure>
	);
}
