// The ways of events between units as a Sankey by turns, and as a table. Thin: options come from flow-options.ts.

import './charts.css';
import { useEffect, useRef } from 'react';
import { ChartTable } from './ChartTable.tsx';
import { type Chart, openChart } from './echarts-core.ts';
import { buildFlowOptions, type FlowInputLink, type FlowWords } from './flow-options.ts';

export interface FlowChartProps {
	/** Accessible name. */
	label: string;
	links: readonly FlowInputLink[];
	words: FlowWords;
	/** Head and rows of the table form. */
	head: readonly string[];
	rows: readonly (readonly string[])[];
	formatCount: (count: number) => string;
	/** Changes when the theme does; the tokens are read again. */
	theme: string;
	isTable: boolean;
}

export function FlowChart({ label, links, words, head, rows, formatCount, theme, isTable }: FlowChartProps) {
	const host = useRef<HTMLDivElement>(null);
	const chart = useRef<Chart | null>(null);
	useEffect(() => {
		const element = host.current;
		if (element === null) return;
		const opened = openChart(element);
		chart.current = opened;
		const observer = new ResizeObserver(() => opened.resize());
		observer.observe(element);
		return () => {
			observer.disconnect();
			opened.dispose();
			chart.current = null;
		};
	}, []);
	useEffect(() => {
		const element = host.current;
		if (element === null || theme === '' || isTable) return;
		const style = getComputedStyle(element);
		const read = (name: string) => style.getPropertyValue(name).trim();
		const palette = {
			text: read('--text'),
			node: read('--accent'),
			forward: read('--light-none'),
			back: read('--light-red'),
			end: read('--text-faint'),
		};
		chart.current?.setOption(buildFlowOptions(links, words, palette, formatCount), true);
	}, [links, words, formatCount, theme, isTable]);
	return (
		<figure className="trend" aria-label={label}>
			<div className="trend-canvas" ref={host} aria-hidden="true" hidden={isTable} />
			<ChartTable caption={label} head={head} rows={rows} isShown={isTable} />
		</figure>
	);
}
