// ECharts options of the ways between units: a Sankey whose columns are turns, so that what comes back has a way of its own.
// Pure; colours and words are passed in.

import type { EChartsCoreOption } from 'echarts/core';

/** Events handed from one unit to the next at one turn; `null` is all other units together, or the end of the course. */
export interface FlowInputLink {
	hop: number;
	from: string | null;
	to: string | null;
	kind: 'forward' | 'return' | 'closed' | 'open';
	count: number;
}

export interface FlowWords {
	others: string;
	closed: string;
	open: string;
}

export interface FlowPalette {
	text: string;
	node: string;
	forward: string;
	back: string;
	end: string;
}

/** A unit at one turn. */
interface FlowNode {
	name: string;
	depth: number;
	label: string;
	isEnd: boolean;
}

/** A way between two nodes. */
interface FlowWay {
	source: string;
	target: string;
	value: number;
	isReturn: boolean;
}

/** Nodes and ways, in the order of turns; the ends stand in the last column. */
export function flowGraph(links: readonly FlowInputLink[], words: FlowWords): { nodes: FlowNode[]; ways: FlowWay[] } {
	const last = Math.max(0, ...links.map(({ hop }) => hop)) + 1;
	const nodes = new Map<string, FlowNode>();
	const nodeOf = (depth: number, unit: string | null): string => {
		const name = `${depth}|${unit ?? ''}`;
		if (!nodes.has(name)) nodes.set(name, { name, depth, label: unit ?? words.others, isEnd: false });
		return name;
	};
	const endOf = (kind: 'closed' | 'open'): string => {
		const name = `end|${kind}`;
		if (!nodes.has(name)) nodes.set(name, { name, depth: last, label: words[kind], isEnd: true });
		return name;
	};
	const ways = new Map<string, FlowWay>();
	for (const { hop, from, to, kind, count } of links) {
		const source = nodeOf(hop, from);
		const target = kind === 'closed' || kind === 'open' ? endOf(kind) : nodeOf(hop + 1, to);
		const key = `${source}>${target}>${kind === 'return'}`;
		const way = ways.get(key);
		if (way) way.value += count;
		else ways.set(key, { source, target, value: count, isReturn: kind === 'return' });
	}
	return { nodes: [...nodes.values()], ways: [...ways.values()] };
}

/** The options; the label of a node carries how many events pass it. */
export function buildFlowOptions(
	links: readonly FlowInputLink[],
	words: FlowWords,
	palette: FlowPalette,
	formatCount: (count: number) => string,
): EChartsCoreOption {
	const { nodes, ways } = flowGraph(links, words);
	const passing = (name: string): number => {
		const into = ways.filter(({ target }) => target === name).reduce((sum, { value }) => sum + value, 0);
		const out = ways.filter(({ source }) => source === name).reduce((sum, { value }) => sum + value, 0);
		return Math.max(into, out);
	};
	return {
		animation: false,
		series: [
			{
				type: 'sankey',
				left: 4,
				right: 104,
				top: 8,
				bottom: 8,
				nodeWidth: 10,
				nodeGap: 16,
				layoutIterations: 32,
				draggable: false,
				emphasis: { disabled: true },
				label: { color: palette.text, fontSize: 12, overflow: 'truncate', width: 130 },
				data: nodes.map(({ name, depth, label, isEnd }) => ({
					name,
					depth,
					itemStyle: { color: isEnd ? palette.end : palette.node, borderWidth: 0 },
					label: { formatter: `${label} ${formatCount(passing(name))}` },
				})),
				links: ways.map(({ source, target, value, isReturn }) => ({
					source,
					target,
					value,
					lineStyle: {
						color: isReturn ? palette.back : palette.forward,
						opacity: isReturn ? 0.55 : 0.3,
						curveness: 0.5,
					},
				})),
			},
		],
	};
}
