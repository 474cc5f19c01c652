// All ledgers, by dataset. Says nothing of its own.

import { type Dataset, LEDGERS, type LedgerDataset } from '../../../../shared/domain/codes.ts';
import { ASSESSMENT_SPEC } from './assessment.ts';
import { CALENDAR_DAY_SPEC } from './calendar-day.ts';
import { COMPONENT_SPEC } from './component.ts';
import { DIGITAL_USAGE_SPEC } from './digital-usage.ts';
import { DISCLOSURE_ITEM_SPEC } from './disclosure-item.ts';
import { DISPUTE_SPEC } from './dispute.ts';
import { DUTY_LIST_SPEC } from './duty-list.ts';
import { EVENT_EXTENSION_SPEC } from './event-extension.ts';
import { EVENT_PAUSE_SPEC } from './event-pause.ts';
import { EVENT_RETURN_SPEC } from './event-return.ts';
import { EVENT_SUPERVISE_SPEC } from './event-supervise.ts';
import { EXTERNAL_INDEX_SPEC } from './external-index.ts';
import { GRID_LINEAGE_SPEC } from './grid-lineage.ts';
import { GRID_STAFF_SPEC } from './grid-staff.ts';
import { GUARANTEE_SPEC } from './guarantee.ts';
import { HANDLING_UNIT_SPEC } from './handling-unit.ts';
import { HAZARD_SPEC } from './hazard.ts';
import { KEY_PLACE_SPEC } from './key-place.ts';
import type { LedgerSpec } from './ledger.ts';
import { MEETING_SPEC } from './meeting.ts';
import { PARTICIPATION_SPEC } from './participation.ts';
import { PATROL_SPEC } from './patrol.ts';
import { POP_AGGREGATE_SPEC } from './pop-aggregate.ts';
import { POST_PLAN_SPEC } from './post-plan.ts';
import { REQUIRED_UNIT_SPEC } from './required-unit.ts';
import { STAFF_ASSIGNMENT_SPEC } from './staff-assignment.ts';
import { SURVEY_SPEC } from './survey.ts';
import { SYNC_LOG_SPEC } from './sync-log.ts';
import { TASK_ADMISSION_SPEC } from './task-admission.ts';
import { TRAINING_RECORD_SPEC } from './training-record.ts';
import { TRAINING_SESSION_SPEC } from './training-session.ts';
import { VISIT_SPEC } from './visit.ts';
import { WHISTLE_SPEC } from './whistle.ts';

const BY_DATASET: Readonly<Record<LedgerDataset, LedgerSpec>> = {
	grid_lineage: GRID_LINEAGE_SPEC,
	grid_staff: GRID_STAFF_SPEC,
	staff_assignment: STAFF_ASSIGNMENT_SPEC,
	training_session: TRAINING_SESSION_SPEC,
	training_record: TRAINING_RECORD_SPEC,
	pop_aggregate: POP_AGGREGATE_SPEC,
	key_place: KEY_PLACE_SPEC,
	component: COMPONENT_SPEC,
	event_pause: EVENT_PAUSE_SPEC,
	event_extension: EVENT_EXTENSION_SPEC,
	event_return: EVENT_RETURN_SPEC,
	event_supervise: EVENT_SUPERVISE_SPEC,
	whistle: WHISTLE_SPEC,
	patrol: PATROL_SPEC,
	visit: VISIT_SPEC,
	hazard: HAZARD_SPEC,
	dispute: DISPUTE_SPEC,
	survey: SURVEY_SPEC,
	participation: PARTICIPATION_SPEC,
	disclosure_item: DISCLOSURE_ITEM_SPEC,
	digital_usage: DIGITAL_USAGE_SPEC,
	sync_log: SYNC_LOG_SPEC,
	task_admission: TASK_ADMISSION_SPEC,
	meeting: MEETING_SPEC,
	assessment: ASSESSMENT_SPEC,
	guarantee: GUARANTEE_SPEC,
	post_plan: POST_PLAN_SPEC,
	calendar_day: CALENDAR_DAY_SPEC,
	handling_unit: HANDLING_UNIT_SPEC,
	external_index: EXTERNAL_INDEX_SPEC,
	duty_list: DUTY_LIST_SPEC,
	required_unit: REQUIRED_UNIT_SPEC,
};

/** Specs in the order in which the ledgers are imported. */
export const LEDGER_SPECS: readonly LedgerSpec[] = LEDGERS.map((dataset) => BY_DATASET[dataset]);

/** True for a dataset that is declared as a ledger. */
export function isLedger(dataset: Dataset): dataset is LedgerDataset {
	return Object.hasOwn(BY_DATASET, dataset);
}

/** The spec of a ledger. */
export function ledgerSpecOf(dataset: LedgerDataset): LedgerSpec {
	return BY_DATASET[dataset];
}
