// Disputes as the page reads them: words with their codes, instants, the town. No row says who the parties are. Reads only.

import type { ReadableDb } from './cache-db.ts';

/** One dispute; words as `code` and `raw`, instants in epoch seconds, NULL = not delivered. */
export interface DisputeRow {
	disputeId: string;
	eventId: string | null;
	areaId: number | null;
	acceptedAt: number | null;
	closedAt: number | null;
	mediator: string | null;
	judicialConfirm: number | null;
	relapse: number | null;
	typeCode: string | null;
	typeRaw: string | null;
	riskCode: string | null;
	riskRaw: string | null;
	channelCode: string | null;
	channelRaw: string | null;
	stageCode: string | null;
	stageRaw: string | null;
	resultCode: string | null;
	resultRaw: string | null;
	agreementCode: string | null;
	agreementRaw: string | null;
	performedCode: string | null;
	performedRaw: string | null;
}

const WORDS = {
	type: 'dispute_type_ref',
	risk: 'risk_ref',
	channel: 'channel_ref',
	stage: 'stage_ref',
	result: 'result_ref',
	agreement: 'agreement_type_ref',
	performed: 'performed_ref',
} as const;

/** All disputes accepted up to an instant, oldest first. */
export function listDisputes(db: ReadableDb, untilS: number): DisputeRow[] {
	const names = Object.entries(WORDS);
	const columns = names.map(([name]) => `${name}.code AS ${name}Code, ${name}.raw AS ${name}Raw`).join();
	const joins = names.map(([name, column]) => `LEFT JOIN dict_item ${name} ON ${name}.dict_id = t.${column}`).join(' ');
	return db
		.prepare<[number], DisputeRow>(
			`SELECT t.dispute_id AS disputeId, t.event_id AS eventId, p.area_id AS areaId, t.accepted_at AS acceptedAt,
				t.closed_at AS closedAt, o.raw AS mediator, t.judicial_confirm AS judicialConfirm,
				t.relapse_within_180d AS relapse, ${columns}
			FROM dispute t LEFT JOIN place p ON p.place_id = t.area_place_id
			LEFT JOIN dict_item o ON o.dict_id = t.mediator_org_ref ${joins}
			WHERE t.accepted_at IS NULL OR t.accepted_at <= ? ORDER BY t.accepted_at, t.row_key`,
		)
		.all(untilS);
}
