// What the 队伍 page shows, in the address: its part, and the split or merge that is being tried. Pure, both ways.

/** Parts of the page: team, the trial of a split or merge, the public. */
export const TEAM_PARTS = ['team', 'trial', 'public'] as const;
export type TeamPart = (typeof TEAM_PARTS)[number];

/** A split of one grid by a share of its households, or a merge of two; `grids` holds what is chosen so far. */
export interface TrialAddress {
	action: 'split' | 'merge';
	grids: readonly string[];
	/** Part of the first new grid, in per cent. */
	sharePercent: number;
}

export interface TeamAddress {
	part: TeamPart;
	trial: TrialAddress;
}

export const NO_TRIAL: TrialAddress = { action: 'split', grids: [], sharePercent: 50 };
export const TEAM_START: TeamAddress = { part: 'team', trial: NO_TRIAL };

/** Bounds of a share that a trial takes. */
export const SHARE_BOUNDS = { low: 5, high: 95 } as const;

/** Reads `part=` and `try=split~50~CODE` or `try=merge~CODE~CODE`; anything unreadable falls back. */
export function parseTeam(query: URLSearchParams): TeamAddress {
	const part = TEAM_PARTS.find((one) => one === query.get('part')) ?? 'team';
	const [action, ...rest] = (query.get('try') ?? '')
		.split('~')
		.map((piece) => piece.replaceAll('%7E', '~').replaceAll('%25', '%'));
	if (action === 'merge') return { part, trial: { ...NO_TRIAL, action, grids: rest.filter(Boolean).slice(0, 2) } };
	const [share, grid] = rest;
	const sharePercent = Number(share);
	const isShare =
		Number.isInteger(sharePercent) && sharePercent >= SHARE_BOUNDS.low && sharePercent <= SHARE_BOUNDS.high;
	if (action !== 'split' || !grid || !isShare) return { part, trial: NO_TRIAL };
	return { part, trial: { action, grids: [grid], sharePercent } };
}

/** Writes what `parseTeam` reads, and nothing of what is as it starts. */
export function writeTeam({ part, trial }: TeamAddress, query: URLSearchParams): void {
	if (part !== 'team') query.set('part', part);
	if (trial.grids.length === 0 && trial.action === 'split') return;
	const grids = trial.grids.map((grid) => grid.replaceAll('%', '%25').replaceAll('~', '%7E'));
	const pieces = trial.action === 'split' ? [String(trial.sharePercent), ...grids] : grids;
	query.set('try', [trial.action, ...pieces].join('~'));
}
