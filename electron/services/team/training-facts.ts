// Training beside TM03 and TM04: hours of members, who was examined, and topics. Members are those that TM02 counts.

import type { z } from 'zod';
import type { TeamOutput } from '../../../shared/contract/schemas/team.ts';
import type { ReadingStatus } from '../../../shared/domain/codes.ts';
import type { Period } from '../../../shared/domain/period.ts';
import type { Place } from '../indicators/area-tree.ts';
import {
	type ChosenRows,
	groupRows,
	numbersOf,
	periodOfFigure,
	rowsOfFigure,
	rowsOfLedger,
	sumOfRows,
	type TeamScope,
	wordsOf,
} from './figure-rows.ts';
import { hideSmallCells, SMALLEST_CELL, shownTotal } from './small-cells.ts';

type Training = z.infer<typeof TeamOutput>['training'];

const HAPPENED = { by: 'happened', field: 'held_on' } as const;

/** Everything said of training inside a place. */
export function readTraining(scope: TeamScope, period: Period, place: Place): Training {
	const members = rowsOfFigure(scope, 'TM03', period, place);
	const records = rowsOfLedger(scope, 'training_record', HAPPENED, period, place);
	const nothing = { meanHours: null, hours: [], exams: [], topics: [] };
	if (members === null || records === null) {
		const isKnown = scope.snapshot.connected.has('grid_staff') && scope.snapshot.connected.has('training_record');
		return { status: isKnown ? 'notDelivered' : 'notConnected', ...nothing };
	}
	const status: ReadingStatus = shownTotal(members.chosen.length) === null ? 'suppressed' : 'ok';
	const topics = topicsOf(scope, records);
	if (status !== 'ok') return { status, ...nothing, topics };

	const attended = numbersOf(records.rows, 'attended');
	const hoursOf = numbersOf(records.rows, 'hours');
	const learner = numbersOf(records.rows, 'staff_id');
	const hours = new Map<number, number>();
	for (const row of records.chosen) {
		if (attended(row) !== 1 || Number.isNaN(hoursOf(row))) continue;
		hours.set(learner(row), (hours.get(learner(row)) ?? 0) + hoursOf(row));
	}
	const staffId = numbersOf(members.rows, 'staff_id');
	const counts = { none: 0, some: 0, met: 0 };
	let total = 0;
	for (const row of members.chosen) {
		const own = hours.get(staffId(row)) ?? 0;
		total += own;
		counts[members.isHit(row) ? 'met' : own > 0 ? 'some' : 'none'] += 1;
	}
	return {
		status,
		meanHours: total / members.chosen.length,
		hours: toCells(counts),
		exams: examsOf(scope, period, place),
		topics,
	};
}

function toCells(counts: Readonly<Record<string, number>>): Training['hours'] {
	const cells = hideSmallCells(Object.values(counts));
	return Object.keys(counts).map((key, at) => ({ key, ...(cells[at] ?? { count: null, hiding: 'small' }) }));
}

/** Members in force at the end of TM04's period, by whether it counts an exam of theirs. */
function examsOf(scope: TeamScope, asked: Period, place: Place): Training['exams'] {
	const period = periodOfFigure(scope, 'TM04', asked);
	const members = rowsOfFigure(scope, 'TM02', period, place);
	const exams = rowsOfFigure(scope, 'TM04', period, place);
	if (members === null || exams === null || members.chosen.length < SMALLEST_CELL) return [];
	const examinee = numbersOf(exams.rows, 'staff_id');
	const known = new Set(exams.chosen.map(examinee));
	const staffId = numbersOf(members.rows, 'staff_id');
	const examined = members.chosen.filter((row) => known.has(staffId(row))).length;
	return toCells({ examined, notExamined: members.chosen.length - examined });
}

/** Trainings that somebody of the place has a record of, by topic. Attendances are of every role. */
function topicsOf(scope: TeamScope, records: ChosenRows): Training['topics'] {
	const sessionRows = scope.snapshot.ledgers?.rows('training_session');
	if (!sessionRows) return [];
	const sessionId = numbersOf(sessionRows, 'session_id');
	const topicOf = wordsOf(scope, sessionRows, 'topic');
	const hoursOf = numbersOf(sessionRows, 'hours');
	const topics = new Map<number, { topic: string; hours: number }>();
	for (let row = 0; row < sessionRows.length; row += 1) {
		const hours = hoursOf(row);
		topics.set(sessionId(row), { topic: topicOf(row), hours: Number.isNaN(hours) ? 0 : hours });
	}
	const ofRecord = numbersOf(records.rows, 'session_id');
	const attended = numbersOf(records.rows, 'attended');
	const groups = groupRows(records.chosen, (row) => topics.get(ofRecord(row))?.topic ?? '');
	return groups.map(([key, rows]) => {
		const sessions = new Set(rows.map(ofRecord));
		const there = sumOfRows(rows, (row) => (attended(row) === 1 ? 1 : 0)) ?? 0;
		const [cell = { count: null, hiding: 'small' as const }] = hideSmallCells([there]);
		return {
			key: key === '' ? 'blank' : key,
			sessions: sessions.size,
			hours: [...sessions].reduce((sum, id) => sum + (topics.get(id)?.hours ?? 0), 0),
			attended: cell.count,
			hiding: cell.hiding,
		};
	});
}
