// A stated figure against the same question asked now: what differs, and what has happened since that can explain it.
// Replaces nothing.

import type { z } from 'zod';
import { Reading as ReadingSchema } from '../../../../shared/contract/schemas/indicators.ts';
import type { RestatementsOutput } from '../../../../shared/contract/schemas/snapshots.ts';
import { parsePeriod } from '../../../../shared/domain/period.ts';
import { parseIso, toIso } from '../../../../shared/domain/shanghai-time.ts';
import { filesSince, type IssuedRow } from '../../cache/published-store.ts';
import { findUnit } from '../compute-readings.ts';
import { eventIndexOf } from '../event-index.ts';
import type { Reading } from '../read-figure.ts';
import { readFigure } from '../read-figure.ts';
import { areaHash, datasetsOf, definitionHash } from './figure-seal.ts';
import type { IssueScope } from './issue-figure.ts';

export type IssuedFigure = z.infer<typeof RestatementsOutput>['restatements'][number];
type Cause = IssuedFigure['causes'][number];
type Field = IssuedFigure['changed'][number];

const SHOWN_FILES = 10;
const WORDS: Record<Cause['kind'], Cause['words']> = {
	lateCorrection: { zh: '其后又导入了数据（补报或更正）', en: 'data came in since (late or corrected)' },
	undone: { zh: '其后撤销了导入批次', en: 'files were taken back since' },
	newVersion: { zh: '口径或目标有了新版本', en: 'the definition has a new version' },
	gridChange: { zh: '区域内的网格或人口有变动', en: 'grids or residents inside the area changed' },
	figureGone: { zh: '已没有这个指标或口径', en: 'the indicator or its variant is no longer there' },
	areaGone: { zh: '已没有这个区域', en: 'the area is no longer there' },
};

/** Compares one stated figure. `title` is that of its snapshot. */
export function compareIssued(scope: IssueScope, issued: IssuedRow, title: string | null): IssuedFigure {
	const stated = ReadingSchema.parse(JSON.parse(issued.reading));
	const { snapshot, catalogue } = scope;
	const index = eventIndexOf(snapshot);
	const entry = catalogue.get(stated.indicator);
	const place = index.tree.places[index.tree.placeByCode.get(stated.area) ?? -1];
	const period = parsePeriod(stated.period);
	const hasFormula = entry?.formulas.has(stated.variant) === true;
	const asOfS = stated.asOf === null ? null : parseIso(stated.asOf);
	const units = stated.unit === null ? null : findUnit(index, stated.unit);
	const current =
		entry && hasFormula && place && period
			? readFigure({ index, catalogue, entry, variant: stated.variant, period, asOfS, units }, place)
			: null;
	const changed = current === null ? [] : differences(stated, current);
	const isSame = current !== null && changed.length === 0;
	const causes: Cause['kind'][] = [];
	if (!entry || !hasFormula) causes.push('figureGone');
	else if (definitionHash(entry, stated.variant, stated.period) !== issued.definitionHash) causes.push('newVersion');
	if (!place) causes.push('areaGone');
	else if (areaHash(index, place) !== issued.areaHash) causes.push('gridChange');
	const { added, undone } = entry ? filesSince(scope.db, issued, datasetsOf(entry)) : { added: [], undone: [] };
	return {
		checkCode: issued.checkCode,
		issuedAt: toIso(issued.issuedAtS),
		snapshotId: issued.snapshotId === 0 ? null : issued.snapshotId,
		title,
		stated,
		current,
		changed,
		causes: isSame
			? []
			: [
					...causes.map((kind) => ({ kind, words: WORDS[kind], files: [] })),
					...fileCauses('lateCorrection', added),
					...fileCauses('undone', undone),
				],
	};
}

function fileCauses(kind: Cause['kind'], files: readonly string[]): Cause[] {
	return files.length === 0 ? [] : [{ kind, words: WORDS[kind], files: files.slice(0, SHOWN_FILES) }];
}

/** True where a figure no longer stands as stated, or can no longer be asked. */
export function isRestated({ changed, current }: IssuedFigure): boolean {
	return current === null || changed.length > 0;
}

/** A new version alone, with every number as it was, is no restatement. */
function differences(stated: Reading, current: Reading): Field[] {
	const fields: Field[] = [];
	for (const field of ['num', 'den', 'n', 'status', 'light'] as const) {
		if (stated[field] !== current[field]) fields.push(field);
	}
	if (!isSameValue(stated.value, current.value)) fields.push('value');
	if (fields.length > 0 && stated.definitionVersion !== current.definitionVersion) fields.push('version');
	return fields;
}

/** Alike to the twelfth digit: another order of the same rows may round the last one differently. */
function isSameValue(a: number | null, b: number | null): boolean {
	if (a === null || b === null) return a === b;
	return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
}
