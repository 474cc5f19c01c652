// Peers by dot and 95 % interval: one row an area, groups of like with like, n printed (picture 01).
// Sorted by its owner (lower bound first). HTML in per cent of the plot, so that rows, dots and text share one grid.

import './charts.css';
import type { CSSProperties } from 'react';
import { CHART_WORDS } from '../text/chart-words.ts';
import type { Language } from '../text/language.ts';
import { formatInteger, formatValue, type ValueKind } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { ChartTable } from './ChartTable.tsx';
import { type RankedArea, type RankedGroup, rankingScale } from './ranking-scale.ts';

export interface PeerRankingProps {
	/** Accessible name, as in 按期办结率同类比较. */
	label: string;
	groups: readonly RankedGroup[];
	/** Towns have their own words for urban and rural; default true. */
	areTowns?: boolean;
	direction: 'up' | 'down' | 'band' | 'neutral';
	target: number | null;
	warning: number | null;
	kind: ValueKind;
	/** Unit under the axis, as in %. */
	unit: string;
	/** Head of the n column, as in 到期件数. */
	nLabel: string;
	language: Language;
	selected?: string | null;
	onPick?: (code: string) => void;
	/** Opens the proof of an area's figure; its words stand before the area and the value. */
	proof?: { label: string; open: (code: string) => void };
	/** Shows the table instead of the drawing. */
	isTable?: boolean;
}

const share = (value: number) => `${(value * 100).toFixed(2)}%`;

/** A group grows with its rows, up to a comfortable row height. */
function groupStyle(rows: number): CSSProperties {
	return { flexGrow: rows + 1, ['--rows' as string]: rows };
}

export function PeerRanking(props: PeerRankingProps) {
	const {
		label,
		groups,
		direction,
		target,
		warning,
		kind,
		unit,
		nLabel,
		language,
		selected = null,
		onPick,
		proof,
	} = props;
	const words = CHART_WORDS[language];
	const groupWords = props.areTowns === false ? words.groups : words.townGroups;
	const scale = rankingScale(groups, direction, target, warning, kind);
	const valueWords = (row: RankedArea) => {
		if (row.value !== null) return formatValue(row.value, kind);
		return row.status === 'ok' ? '—' : words.status[row.status];
	};
	const boundWords = (value: number | null) => (value === null ? '' : formatValue(value, kind));
	const rows = groups.flatMap((group) =>
		group.rows.map((row) => [
			row.name,
			valueWords(row),
			boundWords(row.low),
			boundWords(row.high),
			formatInteger(row.n),
		]),
	);
	const table = (
		<ChartTable
			caption={label}
			head={[words.place, `${words.value} ${unit}`.trim(), words.low, words.high, nLabel]}
			rows={rows}
			isShown={props.isTable === true}
		/>
	);
	if (props.isTable) return table;
	return (
		<figure className="ranking" lang={language} aria-label={label}>
			{groups.map((group, index) => (
				<section key={group.peerGroup} className="ranking-group" style={groupStyle(group.rows.length)}>
					<header className="ranking-head">
						<span>
							{group.peerGroup === 'all'
								? ''
								: `${groupWords[group.peerGroup]} • ${group.rows.length} ${words.areaUnit}`.trim()}
						</span>
						{index === 0 && <span>{nLabel}</span>}
					</header>
					<div className="ranking-rows">
						<div className="ranking-ground" aria-hidden="true">
							<span className="ranking-plot">
								{scale.zone !== null && (
									<i
										className="ranking-zone"
										style={{ left: share(scale.zone.from), width: share(scale.zone.to - scale.zone.from) }}
									/>
								)}
								{scale.warning !== null && <i className="ranking-warning" style={{ left: share(scale.warning) }} />}
								{scale.target !== null && <i className="ranking-target" style={{ left: share(scale.target) }} />}
							</span>
						</div>
						{group.rows.map((row) => (
							<div
								key={row.code}
								className="ranking-row"
								data-selected={row.code === selected}
								data-area-code={row.code}
							>
								{/* Lies over the whole row; only the figure stands above it. */}
								<button
									type="button"
									className="ranking-open"
									aria-pressed={row.code === selected}
									aria-label={`${row.name} ${valueWords(row)}`}
									onClick={() => onPick?.(row.code)}
								/>
								<span className="ranking-name">{row.name}</span>
								<LightShape light={row.light} size={9} />
								<span className="ranking-plot">
									{row.low !== null && row.high !== null && (
										<i
											className="ranking-interval"
											style={{ left: share(scale.at(row.low)), width: share(scale.at(row.high) - scale.at(row.low)) }}
										/>
									)}
									{row.value !== null && (
										<i className="ranking-dot" style={{ left: share(scale.at(row.value)) }}>
											<LightShape light={row.light} size={10} />
										</i>
									)}
								</span>
								{proof === undefined ? (
									<span className={row.value === null ? 'ranking-missing' : 'ranking-value'}>{valueWords(row)}</span>
								) : (
									<button
										type="button"
										className={`ranking-proof ${row.value === null ? 'ranking-missing' : 'ranking-value'}`}
										data-figure={row.code}
										aria-label={`${row.name} ${proof.label}, ${valueWords(row)}`}
										title={proof.label}
										onClick={() => proof.open(row.code)}
									>
										{valueWords(row)}
									</button>
								)}
								<span className="ranking-n">{formatInteger(row.n)}</span>
							</div>
						))}
					</div>
				</section>
			))}
			<div className="ranking-axis" aria-hidden="true">
				<span className="ranking-plot">
					{scale.ticks.map((tick) => (
						<i key={tick.value} style={{ left: share(tick.share) }}>
							{formatValue(tick.value, kind, Number.isInteger(tick.value) ? 0 : 1)}
						</i>
					))}
				</span>
				<span className="ranking-unit">{unit}</span>
			</div>
			{table}
		</figure>
	);
}
