// The table form of a chart: always there for screen readers, shown instead of the drawing when asked for (key T).

export interface ChartTableProps {
	caption: string;
	head: readonly string[];
	rows: readonly (readonly string[])[];
	isShown: boolean;
}

export function ChartTable({ caption, head, rows, isShown }: ChartTableProps) {
	return (
		<div className={isShown ? 'chart-table' : 'chart-table visually-hidden'}>
			<table>
				<caption className="visually-hidden">{caption}</caption>
				<thead>
					<tr>
						{head.map((cell) => (
							<th key={cell} scope="col">
								{cell}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row[0]}>
							{row.map((cell, index) =>
								index === 0 ? (
									<th key={head[index]} scope="row">
										{cell}
									</th>
								) : (
									<td key={head[index]}>{cell}</td>
								),
							)}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
