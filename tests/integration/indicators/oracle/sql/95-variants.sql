-- Variants (figures.md "Formulas made exact", domain.md §5.2 to §5.4) as `CODE@variant`, and readings by handling unit as
-- `CODE#unit`.

INSERT INTO part SELECT 'OP01@noSelf', place, period, 1, NULL FROM accepted_in WHERE NOT is_self;
INSERT INTO part SELECT 'OP01@self', place, period, 1, NULL FROM accepted_in WHERE is_self;
INSERT INTO part SELECT 'OP01@proactive', place, period, 1, NULL FROM accepted_in WHERE source IN ('01', '02', '11', '12');
INSERT INTO part SELECT 'OP01@public', place, period, 1, NULL FROM accepted_in WHERE source IN ('03', '04', '05', '06', '07', '13', '15');
INSERT INTO part SELECT 'OP02@all', place, period, 1, NULL FROM accepted_in;
INSERT INTO part SELECT 'OP03@noSelf', place, period.code,
	(is_closed_at(closed, turned_back, status, as_of) OR (closed IS NULL AND coalesce(status IN (60, 61, 70), false)))::INT, 1
FROM moment, valid JOIN period ON accepted >= start_at AND accepted < end_at WHERE NOT is_self;

CREATE VIEW due_in AS
SELECT valid.*, period.code AS period FROM moment, valid JOIN period ON due >= start_at AND due < end_at WHERE due <= as_of;
INSERT INTO part SELECT 'OP04@all', place, period, coalesce(disposed <= due, false)::INT, 1 FROM due_in;
-- The same cohort as the headline, judged by the limit before extensions.
INSERT INTO part SELECT 'OP04@orig', place, period, coalesce(disposed <= due_orig, false)::INT, 1 FROM due_in WHERE NOT is_self;
INSERT INTO part SELECT 'CO03@all', place, period, coalesce(disposed <= due, false)::INT, 1 FROM due_in WHERE is_cross;

INSERT INTO part SELECT 'OP06@all', place, period, 1, 0 FROM open_at;
INSERT INTO part SELECT 'OP06@all', place, period.code, 0, 1 FROM valid JOIN period ON closed > t - INTERVAL 28 DAY AND closed <= t;
INSERT INTO part SELECT 'OP07@all', place, period, (reworks > 0 OR was_reopened OR coalesce(status = 52, false))::INT, 1 FROM closed_in;
INSERT INTO part SELECT 'DF05@inGrid', place, period, coalesce(level_word IN ('微网格', '网格'), false)::INT, 1 FROM closed_in WHERE NOT is_self;
INSERT INTO part SELECT 'DF01@all', place, period, (source IN ('01', '02', '11', '12'))::INT, 1 FROM accepted_in
WHERE source IN ('01', '02', '11', '12', '03', '04', '05', '06', '07', '13', '15');
INSERT INTO part SELECT 'PP01@all', place, period, coalesce(source IN ('03', '04', '06'), false)::INT, 1 FROM accepted_in;
INSERT INTO part SELECT 'PP03@ratingRate', place, period,
	coalesce(satisfaction_word IN ('很不满意', '不满意', '一般', '满意', '非常满意'), false)::INT, 1 FROM closed_in;
INSERT INTO part SELECT 'PP03@survey', 区划编码, period, 权重::DOUBLE * 满意人数::INT, 权重::DOUBLE * 有效样本::INT FROM wave;
INSERT INTO part SELECT 'CO01@again', place, period.code, (returns >= 2)::INT, 1
FROM moment, valid JOIN period ON dispatched >= start_at AND dispatched < end_at WHERE dispatched <= as_of;

INSERT INTO part
SELECT 'DF06@relapse', coalesce(k.grid, unit_of(镇街, 村社)), span.code, ("180天内是否复发" = '是')::INT, 1
FROM (SELECT * FROM 矛盾纠纷调解 QUALIFY row_number() OVER (PARTITION BY 纠纷编号 ORDER BY delivery DESC) = 1) AS q
LEFT JOIN known_grid AS k ON k.code = q.网格编码
JOIN span ON instant(调解结案时间) >= start_at AND instant(调解结案时间) < end_at JOIN moment ON instant(调解结案时间) <= as_of
WHERE 调解结果 = '调解成功' AND "180天内是否复发" IS NOT NULL;

INSERT INTO part
SELECT 'ME02@' || kind.variant, event.place, span.code, coalesce(coalesce(instant(督办办结时间), closed) <= due_instant(督办时限), false)::INT, 1
FROM moment, 事件督办 AS s JOIN valid AS event ON event.id = s.事件编号
JOIN span ON due_instant(督办时限) >= start_at AND due_instant(督办时限) < end_at
JOIN (SELECT * FROM (VALUES ('plain', '普通督办'), ('yellow', '黄牌督办'), ('red', '红牌督办'), ('urgent', NULL)) AS v(variant, word)) AS kind
	ON kind.word = s.督办级别 OR (kind.word IS NULL AND event.severity_word IN ('特急', '紧急'))
WHERE due_instant(督办时限) <= as_of;

INSERT INTO figure
SELECT 'OP09@' || variant, area, period, NULL, NULL,
       CASE WHEN count(hours) >= 5 THEN CASE variant WHEN 'p90' THEN quantile_cont(hours, 0.9) ELSE median(hours) END END,
       CASE WHEN count(hours) >= 5 THEN 'ok' ELSE 'insufficient' END
FROM (SELECT area.code AS area, period.code AS period, variant FROM area CROSS JOIN period CROSS JOIN (SELECT unnest(['p90', 'all']) AS variant)) AS cell
LEFT JOIN (
	SELECT within.area AS inside, period AS during, is_self,
	       CASE WHEN is_whole_days THEN 24.0 * (closed::DATE - accepted::DATE) ELSE epoch(closed - accepted) / 3600 END - pause_minutes / 60.0 AS hours
	FROM closed_in JOIN within ON within.place = closed_in.place
	WHERE CASE WHEN is_whole_days THEN closed::DATE >= accepted::DATE ELSE closed >= accepted END
) AS took ON inside = area AND during = period AND (variant = 'all' OR NOT is_self)
GROUP BY area, period, variant;

-- Working hours run from 08:30 to 12:00 and from 14:00 to 17:30 of working days; pauses are not taken off them.
CREATE TABLE work_clock AS
SELECT c.day, (SELECT count(*) FROM working_day AS w WHERE w.day < c.day) * 25200 AS before, c.day IN (SELECT day FROM working_day) AS is_working
FROM (SELECT unnest(range(TIMESTAMP '2023-01-01', TIMESTAMP '2027-02-01', INTERVAL 1 DAY))::DATE AS day) AS c;
CREATE MACRO inside_windows(second) AS least(greatest(second - 30600, 0), 12600) + least(greatest(second - 50400, 0), 12600);

INSERT INTO figure
SELECT 'OP09@workHours', area.code, period.code, NULL, NULL, CASE WHEN count(hours) >= 5 THEN median(hours) END,
       CASE WHEN count(hours) >= 5 THEN 'ok' ELSE 'insufficient' END
FROM area CROSS JOIN period
LEFT JOIN (
	SELECT within.area AS inside, period AS during,
	       (b.before - a.before + CASE WHEN is_whole_days THEN 0 ELSE
	         CASE WHEN b.is_working THEN inside_windows(epoch(closed - closed::DATE::TIMESTAMP)) ELSE 0 END
	         - CASE WHEN a.is_working THEN inside_windows(epoch(accepted - accepted::DATE::TIMESTAMP)) ELSE 0 END END) / 3600.0 AS hours
	FROM closed_in JOIN within ON within.place = closed_in.place
	JOIN work_clock AS a ON a.day = accepted::DATE JOIN work_clock AS b ON b.day = closed::DATE
	WHERE NOT is_self AND CASE WHEN is_whole_days THEN closed::DATE >= accepted::DATE ELSE closed >= accepted END
) AS took ON inside = area.code AND during = period.code
GROUP BY ALL;

-- Every file taken in once, by the day in its name: rows read, less those that name no event.
INSERT INTO part
SELECT 'DG04@ownImports', (SELECT code FROM area WHERE level = 'district'), period.code, read_rows - nameless, read_rows
FROM own_file JOIN period ON day >= first_day AND day <= last_day;
INSERT INTO first_day SELECT 'DG04@ownImports', min(day) FROM own_file;

INSERT INTO part
WITH weekly AS (
	SELECT period.code AS period, place, l1, (epoch(period.t - accepted) / 604800)::DOUBLE AS weeks_ago
	FROM valid JOIN period ON accepted <= t AND accepted > t - INTERVAL 63 DAY JOIN area ON area.code = place AND area.level = 'grid'
	WHERE NOT is_self AND l1 IN ('01', '02', '03', '04', '05', '06', '07', '08', '10', '11')
), counts AS (
	SELECT period, place, l1, w.week, count(weeks_ago) FILTER (floor(weeks_ago) = w.week) AS n
	FROM weekly, (SELECT unnest(range(9)) AS week) AS w GROUP BY ALL
)
SELECT 'OP10@class' || l1, place, period, 1, NULL FROM counts GROUP BY place, period, l1
HAVING any_value(n) FILTER (week = 0) >= 5
   AND any_value(n) FILTER (week = 0) >= avg(n) FILTER (week > 0) + 2 * stddev_samp(n) FILTER (week > 0);

-- 户次: every visited household of the ninety days as often as it was visited.
INSERT INTO figure
SELECT 'DF03@visits', people.area, people.period, CASE WHEN households IS NOT NULL THEN coalesce(num, 0) END, households,
       CASE WHEN households >= 5 THEN 100.0 * coalesce(num, 0) / households END,
       CASE WHEN households IS NULL THEN 'notConnected' WHEN households >= 5 THEN 'ok' ELSE 'insufficient' END
FROM people LEFT JOIN (
	SELECT within.area, span.code AS period, sum(走访户数::INT) AS num
	FROM 网格走访 AS v LEFT JOIN known_grid AS k ON k.code = v.网格编码
	JOIN span ON 走访日期::DATE > d - 90 AND 走访日期::DATE <= d JOIN within ON within.place = coalesce(k.grid, v.网格编码)
	WHERE 走访对象类型 = '普通户' GROUP BY ALL
) AS made ON made.area = people.area AND made.period = people.period;

-- By handling unit, whatever name of it a row has (figures.md: handling_unit).
CREATE TABLE unit_name AS
SELECT 承办单位名称 AS name, 承办单位名称 AS word FROM 承办单位
UNION SELECT 承办单位名称, unnest(string_split_regex(别名, '[、,，;；|]')) FROM 承办单位 WHERE 别名 IS NOT NULL;
CREATE TABLE asked_unit AS SELECT unnest(['综合执法局', '住建局', '市场监管局', '应急管理局']) AS unit;
CREATE VIEW of_unit AS
SELECT unit, unit AS word FROM asked_unit
UNION SELECT unit, same.word FROM asked_unit JOIN unit_name AS own ON own.word = unit JOIN unit_name AS same ON same.name = own.name;

INSERT INTO part SELECT 'OP01#' || unit, place, period, 1, NULL FROM accepted_in JOIN of_unit ON word = unit_word;
INSERT INTO part SELECT 'OP04#' || unit, place, period, coalesce(disposed <= due, false)::INT, 1 FROM due_in JOIN of_unit ON word = unit_word WHERE NOT is_self;
INSERT INTO part SELECT 'CO01#' || unit, place, period.code, (returns >= 1)::INT, 1
FROM moment, valid JOIN of_unit ON word = unit_word JOIN period ON dispatched >= start_at AND dispatched < end_at WHERE dispatched <= as_of;
INSERT INTO part
SELECT 'CO02#' || unit, unit_of(镇街, NULL), span.code, coalesce(instant(报到时间) <= instant(报到时限), false)::INT, 1
FROM moment, 吹哨报到 JOIN of_unit ON word = 报到单位 JOIN span ON due_instant(报到时限) >= start_at AND due_instant(报到时限) < end_at WHERE due_instant(报到时限) <= as_of;
INSERT INTO part
SELECT 'ME01#' || unit, (SELECT code FROM area WHERE level = 'district'), span.code,
       coalesce(是否清单内事项 = '是', false)
       OR coalesce(是否审批通过 = '是' AND 审批日期::DATE <= 下派日期::DATE AND (有效期至 IS NULL OR 有效期至::DATE >= 下派日期::DATE), false), 1
FROM 网格事项准入 JOIN of_unit ON word = 申请部门 JOIN span ON 下派日期::DATE >= first_day AND 下派日期::DATE <= d;

INSERT INTO additive
SELECT base.indicator || '@' || variant, base.kind, base.scale
FROM additive AS base JOIN (VALUES
	('OP01', 'noSelf'), ('OP01', 'self'), ('OP01', 'proactive'), ('OP01', 'public'), ('OP03', 'noSelf'), ('OP04', 'all'), ('OP04', 'orig'),
	('DG04', 'ownImports'), ('CO03', 'all'), ('OP06', 'all'), ('OP07', 'all'), ('DF05', 'inGrid'), ('DF01', 'all'), ('PP01', 'all'), ('PP03', 'ratingRate'),
	('PP03', 'survey'), ('CO01', 'again'), ('DF06', 'relapse'), ('ME02', 'plain'), ('ME02', 'yellow'), ('ME02', 'red'), ('ME02', 'urgent'),
	('OP10', 'class01'), ('OP10', 'class02'), ('OP10', 'class03'), ('OP10', 'class04'), ('OP10', 'class05'), ('OP10', 'class06'),
	('OP10', 'class07'), ('OP10', 'class08'), ('OP10', 'class10'), ('OP10', 'class11')) AS v(indicator, variant) ON v.indicator = base.indicator;
INSERT INTO per_thousand VALUES ('OP02@all');
INSERT INTO additive
SELECT indicator || '#' || unit, kind, scale FROM additive, asked_unit WHERE indicator IN ('OP01', 'OP04', 'CO01', 'CO02', 'ME01');
INSERT INTO first_day
SELECT indicator || CASE indicator WHEN 'DF03' THEN '@visits' ELSE '@relapse' END, day FROM first_day WHERE indicator IN ('DF03', 'DF06');
INSERT INTO first_day SELECT 'CO02#' || unit, day FROM first_day, asked_unit WHERE indicator = 'CO02';
