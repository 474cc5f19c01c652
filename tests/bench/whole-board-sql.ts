// The figures of domain.md §5.2 to §5.4 as one DuckDB statement over the reference's own typed tables
// (sql/load-district.sql): one scan a cohort and month, several figures from each. Nothing of the product is used.

/** What the areas of an answer are: the district with every town, or one area of any level. */
export type Scope = { kind: 'towns' } | { kind: 'area'; level: 'district' | 'town' | 'village' | 'grid'; code: string };

export interface BoardMonth {
	code: string;
	/** Epoch seconds of [start, end). */
	startS: number;
	endS: number;
	/** First and last day, ISO. */
	firstDay: string;
	lastDay: string;
}

/** One pass over a table: what is read, which rows, and what is added up. */
interface Scan {
	name: string;
	from: string;
	where: string;
	cells: string[];
}

/** Most columns of a scan; the others are filled up, so that all stand in one statement. */
const WIDTH = 9;
const DAY_S = 86_400;
const count = (test: string): string => `count(*) FILTER (WHERE ${test})`;

/** `asOf`: day of the as-of, ISO; `asOfS`: its epoch seconds. */
function scansOf({ startS, endS, firstDay, lastDay }: BoardMonth, asOfS: number, asOf: string, scope: Scope): Scan[] {
	const t = Math.min(endS, asOfS);
	const lastKnown = lastDay < asOf ? lastDay : asOf;
	const d = `DATE '${lastKnown}'`;
	const inDays = (column: string) => `${column} BETWEEN DATE '${firstDay}' AND ${d}`;
	const inSeconds = (column: string) => `${column} >= ${startS} AND ${column} < ${endS} AND ${column} <= ${asOfS}`;
	const inQuarter = `start_on >= DATE '${firstDay}' AND end_on <= DATE '${lastDay}' AND start_on <= ${d}`;
	const closedAt = (atS: number) =>
		`(coalesce(closed <= ${atS}, false) AND NOT never_closed AND NOT coalesce(turned <= ${atS}, false))`;
	const known = `valid AND accepted <= ${asOfS}`;
	const isOneGrid = scope.kind === 'area' && scope.level === 'grid';
	const weight = isOneGrid ? '1' : 'g.households';
	const used = `in_use(g.used_from, g.used_until, ${d})`;
	const fullTime = `is_full_time AND hired <= ${d} AND (left_on IS NULL OR left_on > ${d})`;
	return [
		{
			name: 'accepted',
			from: 'event',
			where: `valid AND ${inSeconds('accepted')}`,
			cells: [
				'count(*)',
				count('NOT self'),
				count(`${closedAt(asOfS)} OR closed_by_status`),
				count('NOT self AND recurring'),
				count('NOT self AND proactive'),
				count('NOT self AND (proactive OR public)'),
				count('NOT self AND voluntary'),
				count('at_grid'),
			],
		},
		{
			name: 'closed',
			from: 'event',
			where: `${known} AND ${inSeconds('closed')}`,
			cells: [
				'count(*)',
				count('NOT self'),
				count('NOT self AND reworked'),
				count('NOT self AND in_village'),
				count('satisfied'),
				count('satisfied IS NOT NULL'),
				count('online'),
				'median(hours)',
				'count(hours)',
			],
		},
		{
			name: 'due',
			from: 'event',
			where: `${known} AND NOT self AND ${inSeconds('due')}`,
			cells: [
				'count(*)',
				count(`disposed <= due AND disposed <= ${asOfS}`),
				count('is_cross'),
				count(`is_cross AND disposed <= due AND disposed <= ${asOfS}`),
			],
		},
		{
			name: 'dispatched',
			from: 'event',
			where: `${known} AND ${inSeconds('dispatched')}`,
			cells: ['count(*)', count('returned')],
		},
		{
			name: 'reported',
			from: 'event',
			where: `by_staff AND ${inSeconds('coalesce(reported, accepted)')}`,
			cells: ['count(*)', count('sound')],
		},
		{
			name: 'open',
			from: `event LEFT JOIN (SELECT DISTINCT no AS held FROM pause WHERE paused_at <= ${t} AND coalesce(resumed_at > ${t}, true)) ON held = no`,
			where: `valid AND accepted <= ${t} AND NOT ${closedAt(t)}`,
			cells: [
				count('NOT self'),
				count(
					`due < ${t} AND NOT coalesce(disposed <= ${t}, false) AND held IS NULL ${t >= asOfS ? 'AND NOT paused' : ''}`,
				),
			],
		},
		{
			name: 'closedLately',
			from: 'event',
			where: `${known} AND NOT self AND closed > ${t - 28 * DAY_S} AND closed <= ${t}`,
			cells: ['count(*)'],
		},
		{
			name: 'hot',
			from: `(SELECT DISTINCT grid AS hot_grid FROM (
				SELECT grid, l1, sum(n) FILTER (week = 0) AS now, coalesce(sum(n) FILTER (week > 0), 0) / 8.0 AS mean,
				       coalesce(sum(n * n) FILTER (week > 0), 0) AS squares
				FROM (SELECT grid, l1, (${t} - accepted) // 604800 AS week, count(*) AS n FROM event
					WHERE valid AND NOT self AND grid IS NOT NULL AND accepted <= ${t} AND accepted > ${t - 63 * DAY_S} GROUP BY ALL)
				GROUP BY ALL HAVING now >= 5 AND now >= mean + 2 * sqrt(greatest(0, squares - 8 * mean * mean) / 7)
			)) AS h JOIN unit_grid AS g ON g.grid = h.hot_grid`,
			where: 'true',
			cells: ['count(*)'],
		},
		{
			name: 'fields',
			from: `unit_grid AS g LEFT JOIN (SELECT grid AS seen, count(DISTINCT l1) AS classes FROM event
				WHERE valid AND accepted <= ${t} AND accepted > ${t - 180 * DAY_S} AND l1 IN (1, 2, 3, 4, 5, 6, 7, 8, 10, 11) GROUP BY ALL) ON seen = g.grid`,
			where: isOneGrid ? 'true' : used,
			cells: [`sum(coalesce(classes, 0) * ${weight})`, `sum(10 * ${weight})`],
		},
		{
			name: 'supervised',
			from: 'supervision',
			where: `accepted <= ${asOfS} AND ${inSeconds('due_at')}`,
			cells: ['count(*)', count('kept')],
		},
		{
			name: 'posts',
			from: `(SELECT * FROM post WHERE as_of_on <= ${d} QUALIFY row_number() OVER (PARTITION BY code ORDER BY as_of_on DESC) = 1)`,
			where: 'true',
			cells: ['sum(planned)', 'sum(filled)'],
		},
		{
			name: 'members',
			from: `member LEFT JOIN (SELECT id AS trained, sum(hours) AS hours FROM training WHERE ${inDays('held_on')} GROUP BY ALL) ON trained = id`,
			where: fullTime,
			cells: [
				'count(*)',
				count('certified'),
				count('has_device'),
				'sum(paid_months)',
				'sum(pay_months)',
				count('coalesce(hours, 0) >= 40 / 12.0'),
			],
		},
		{
			name: 'tests',
			from: `(SELECT id AS tested, passed FROM training WHERE is_tested AND ${inDays('held_on')}
				QUALIFY row_number() OVER (PARTITION BY id ORDER BY held_on DESC, session DESC) = 1) JOIN member ON id = tested`,
			where: 'true',
			cells: ['count(*)', count('passed')],
		},
		{
			name: 'leavers',
			from: 'member',
			where: 'is_full_time',
			cells: [
				`(${count(`hired < DATE '${firstDay}' AND (left_on IS NULL OR left_on >= DATE '${firstDay}')`)} + ${count(`hired <= ${d} AND (left_on IS NULL OR left_on > ${d})`)}) / 2.0`,
				count(inDays('left_on')),
			],
		},
		{
			name: 'patrols',
			from: `unit_grid AS g JOIN working_day AS w ON ${inDays('w.day')} AND in_use(g.used_from, g.used_until, w.day)
				LEFT JOIN (SELECT grid AS walked, day AS walked_on FROM patrol_day WHERE ${inDays('day')}) ON walked = g.grid AND walked_on = w.day`,
			where: 'true',
			cells: ['count(*)', 'count(walked)'],
		},
		{
			name: 'disputes',
			from: 'dispute',
			where: inSeconds('closed_at'),
			cells: ['count(*)', count('settled')],
		},
		{
			name: 'hazards',
			from: 'hazard',
			where: inDays('due_on'),
			cells: ['count(*)', count(`is_good AND done_on <= due_on AND done_on <= DATE '${asOf}'`)],
		},
		{
			name: 'takingPart',
			from: 'taking_part',
			where: inDays('day'),
			cells: ['sum(people)', 'sum(taken)', 'sum(done)'],
		},
		{ name: 'waves', from: 'wave', where: inQuarter, cells: ['sum(asked)', 'sum(aware)', 'sum(agreeing)'] },
		{
			name: 'items',
			from: 'item',
			where: inDays('due_on'),
			cells: ['count(*)', count(`is_good AND published_on <= DATE '${asOf}'`), count('published_on <= due_on')],
		},
		{ name: 'replies', from: 'item', where: inDays('reply_due_on'), cells: ['count(*)', count('replied')] },
		{ name: 'accounts', from: 'account', where: inDays('day'), cells: ['sum(total)', 'sum(active)'] },
		{ name: 'whistles', from: 'whistle', where: inSeconds('due_at'), cells: ['count(*)', count('kept')] },
		{
			name: 'entries',
			from: `unit_grid AS g JOIN need ON need.kind = g.kind LEFT JOIN (SELECT DISTINCT grid AS entered, unit AS entering FROM entry
				WHERE start_on <= ${d} AND (end_on IS NULL OR end_on > ${d}) AND last_on <= ${d} AND last_on > ${d} - 90) ON entered = g.grid AND entering = need.unit`,
			where: used,
			cells: ['count(*)', 'count(entered)'],
		},
		{ name: 'norms', from: 'unit_grid AS g', where: used, cells: ['count(*)', count('fits_norm')] },
		{ name: 'meetings', from: 'meeting', where: inDays('day'), cells: ['sum(due)', 'sum(done)'] },
		{ name: 'funds', from: 'funding', where: inQuarter, cells: ['sum(planned)', 'sum(arrived)'] },
		{ name: 'appraisals', from: 'appraisal', where: inQuarter, cells: ['sum(due)', 'sum(paid)'] },
	];
}

const fill = (cells: readonly string[]): string =>
	Array.from(
		{ length: WIDTH },
		(_, at) => `${cells[at] === undefined ? 'NULL' : `(${cells[at]})`}::DOUBLE AS c${at}`,
	).join(', ');

function scanSql({ name, from, where, cells }: Scan, month: string, scope: Scope): string {
	const head = `SELECT '${name}' AS scan, '${month}' AS month`;
	if (scope.kind === 'towns') {
		return `${head}, CASE WHEN grouping(town) = 1 THEN 'district' ELSE town::VARCHAR END AS area, ${fill(cells)} FROM ${from}
			WHERE ${where} GROUP BY GROUPING SETS ((town), ())`;
	}
	const inside = scope.level === 'district' ? 'true' : `${scope.level} = '${scope.code}'`;
	return `${head}, 'district' AS area, ${fill(cells)} FROM ${from} WHERE ${where} AND ${inside}`;
}

/** People of the areas themselves, and what is measured for the whole district alone. */
function wholeSql(month: BoardMonth, asOfS: number, asOf: string, scope: Scope): string[] {
	const d = `DATE '${month.lastDay < asOf ? month.lastDay : asOf}'`;
	const { code, startS, endS, firstDay } = month;
	const chosen = scope.kind === 'towns' ? `o.level IN ('district', 'town')` : `o.code = '${scope.code}'`;
	const area = scope.kind === 'towns' ? `CASE WHEN o.level = 'district' THEN 'district' ELSE o.code END` : `'district'`;
	const latest = (column: string) => `arg_max(${column}, as_of_on) FILTER (WHERE ${column} IS NOT NULL) AS ${column}`;
	const people = `SELECT 'people' AS scan, '${code}' AS month, ${area} AS area,
		${fill(['coalesce(c.households, o.households)', 'coalesce(c.residents, o.residents)', 'care_due', 'care_done'])}
		FROM own_people AS o LEFT JOIN (SELECT code, ${['households', 'residents', 'care_due', 'care_done'].map(latest).join(', ')}
			FROM counted WHERE as_of_on <= ${d} GROUP BY code) AS c ON c.code = o.code WHERE ${chosen}`;
	if (scope.kind === 'area' && scope.level !== 'district') return [people];
	const whole = (name: string, from: string, where: string, cells: string[]) =>
		`SELECT '${name}' AS scan, '${code}' AS month, 'district' AS area, ${fill(cells)} FROM ${from} WHERE ${where}`;
	const inSeconds = (column: string) => `${column} >= ${startS} AND ${column} < ${endS} AND ${column} <= ${asOfS}`;
	return [
		people,
		whole('arrivals', 'arrival', inSeconds('due_at'), ['count(*)', count(`arrived <= due_at AND arrived <= ${asOfS}`)]),
		whole('deliveries', 'arrival', inSeconds('arrived'), ['sum(total)', 'sum(good)']),
		whole('admissions', 'admission', `day BETWEEN DATE '${firstDay}' AND ${d}`, ['count(*)', count('allowed')]),
	];
}

/** One statement for all figures of the months. */
export function wholeBoardSql(months: readonly BoardMonth[], asOfS: number, asOf: string, scope: Scope): string {
	return months
		.flatMap((month) => [
			...scansOf(month, asOfS, asOf, scope).map((scan) => scanSql(scan, month.code, scope)),
			...wholeSql(month, asOfS, asOf, scope),
		])
		.join('\nUNION ALL\n');
}
