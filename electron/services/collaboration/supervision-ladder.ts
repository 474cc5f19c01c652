// The next legal step of supervision (domain.md §1.3, §4.4): 普通督办 → 黄牌 → 红牌, a red card never followed by a yellow
// one, each step only after the limit of the one before. And whether a limit can still be extended. Pure.

import type { EXTENSION_STATES, LADDER_STEPS } from '../../../shared/contract/schemas/collaboration.ts';
import { type EventLight, STATUS } from '../../../shared/domain/codes.ts';
import type { Supervision } from '../cache/collaboration-queries.ts';

type LadderStep = (typeof LADDER_STEPS)[number];
type ExtensionState = (typeof EXTENSION_STATES)[number];

export interface LadderState {
	/** 0 none, 1 普通督办, 2 黄牌, 3 红牌. */
	level: 0 | 1 | 2 | 3;
	next: LadderStep;
	/** Epoch seconds until which the limit of the present step runs; null where the next step can be taken. */
	waitUntilS: number | null;
}

const LEVELS: Readonly<Record<string, 1 | 2 | 3>> = { plain: 1, yellow: 2, red: 3 };
const NEXT: readonly LadderStep[] = ['plain', 'yellowCard', 'redCard', 'report'];

function levelOf(value: number): 0 | 1 | 2 | 3 {
	return value >= 3 ? 3 : value === 2 ? 2 : value === 1 ? 1 : 0;
}

/**
 * Where an open event stands on the ladder.
 * @param eventLevel level that the event's own row carries
 * @param steps its steps of supervision in order of time; cancelled ones no longer hold
 */
export function ladderOf(
	light: EventLight,
	eventLevel: number,
	steps: readonly Supervision[],
	nowS: number,
): LadderState {
	const known = steps.filter(({ level, supervisedAt }) => level !== null && level in LEVELS && supervisedAt <= nowS);
	const rank = ({ level }: Supervision): number => LEVELS[level ?? ''] ?? 0;
	const isCancelled = ({ cancelledAt }: Supervision): boolean => cancelledAt !== null && cancelledAt <= nowS;
	const standing = known.filter((step) => !isCancelled(step));
	const fromLedger = Math.max(0, ...standing.map(rank));
	// The row of the event may still carry a level that the ledger says was cancelled.
	const level = levelOf(
		known.length > 0 && standing.length < known.length ? fromLedger : Math.max(eventLevel, fromLedger),
	);
	if (light === 'yellow') return { level, next: 'urge', waitUntilS: null };
	if (light !== 'red' && light !== 'deepRed') return { level, next: 'none', waitUntilS: null };
	const hadRed = eventLevel >= 3 || known.some((step) => rank(step) === 3);
	const next = hadRed && level < 3 ? 'redCard' : (NEXT[level] as LadderStep);
	const running = standing.filter((step) => rank(step) === level && step.finishedAt === null && step.dueAt !== null);
	const dueAt = running.at(-1)?.dueAt ?? null;
	return { level, next, waitUntilS: dueAt !== null && dueAt > nowS ? dueAt : null };
}

/** What decides whether a limit can be extended. */
export interface Extendable {
	severity: number | null;
	status: number;
	extendCount: number;
	/** Epoch seconds; null without a limit. */
	dueAt: number | null;
}

/** Once, before due, never for 特急 (domain.md §4.4). */
export function extensionStateOf({ severity, status, extendCount, dueAt }: Extendable, nowS: number): ExtensionState {
	if (severity === 1 || dueAt === null) return 'never';
	if (status === STATUS.extensionPending) return 'pending';
	if (extendCount > 0) return 'used';
	return dueAt < nowS ? 'tooLate' : 'possible';
}
