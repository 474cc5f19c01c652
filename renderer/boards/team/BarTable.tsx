// A short list of amounts as a table whose cells are bars: the drawing and its numbers are one.

import css from './BarTable.module.css';

export interface BarRow {
	key: string;
	label: string;
	/** Length of the bar; null where the amount is hidden. */
	amount: number | null;
	text: string;
}

export function BarTable({
	caption,
	head,
	rows,
	isWide = false,
}: {
	caption: string;
	head: readonly [string, string];
	rows: readonly BarRow[];
	/** Longer labels. */
	isWide?: boolean;
}) {
	const most = Math.max(1, ...rows.map(({ amount }) => amount ?? 0));
	return (
		<table className={isWide ? `${css.table} ${css.wide}` : css.table}>
			<caption className={css.caption}>{caption}</caption>
			<colgroup>
				<col className={css.label} />
				<col />
			</colgroup>
			<thead className="visually-hidden">
				<tr>
					<th scope="col">{head[0]}</th>
					<th scope="col">{head[1]}</th>
				</tr>
			</thead>
			<tbody>
				{rows.map(({ key, label, amount, text }) => (
					<tr key={key}>
						<th scope="row" title={label}>
							{label}
						</th>
						<td>
							<div className={css.line}>
								<span className={css.track}>
									{amount !== null && <i className={css.bar} style={{ width: `${(amount / most) * 100}%` }} />}
								</span>
								<span className={amount === null ? css.hidden : css.number}>{text}</span>
							</div>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
