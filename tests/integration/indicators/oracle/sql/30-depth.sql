-- DF01 to DF08 (domain.md §5.3).

CREATE VIEW accepted_in AS
SELECT valid.*, period.code AS period FROM valid JOIN period ON accepted >= start_at AND accepted < end_at;

INSERT INTO part SELECT 'DF01', place, period, (source IN ('01', '02', '11', '12'))::INT, 1 FROM accepted_in
WHERE NOT is_self AND source IN ('01', '02', '11', '12', '03', '04', '05', '06', '07', '13', '15');

INSERT INTO part
SELECT 'DF02', grid.code, span.code, EXISTS (
	SELECT 1 FROM 网格巡查 AS p JOIN known_grid AS k ON k.code = p.网格编码
	WHERE k.grid = grid.code AND p.是否有效巡查 = '是' AND instant(p.巡查开始时间)::DATE = day)::INT, 1
FROM active_grid AS grid, span JOIN working_day ON day >= first_day AND day <= d
WHERE in_use(grid.used_from, grid.used_until, day);

CREATE TABLE visit AS
SELECT coalesce(k.grid, v.网格编码) AS place, 走访日期::DATE AS visited_on, 走访对象标识 AS household, 走访对象类型 AS target
FROM 网格走访 AS v LEFT JOIN known_grid AS k ON k.code = v.网格编码;

-- Distinct households of every area anew; a row that does not say which household cannot be told apart and counts nowhere.
CREATE TABLE visited AS
SELECT within.area, span.code AS period, count(DISTINCT household) AS num
FROM visit JOIN span ON visited_on > d - 90 AND visited_on <= d JOIN within ON within.place = visit.place WHERE target = '普通户' GROUP BY ALL;
INSERT INTO figure
SELECT 'DF03', people.area, people.period, CASE WHEN households IS NOT NULL THEN coalesce(num, 0) END, households,
       CASE WHEN households >= 5 THEN 100.0 * coalesce(num, 0) / households END,
       CASE WHEN households IS NULL THEN 'notConnected' WHEN households >= 5 THEN 'ok' ELSE 'insufficient' END
FROM people LEFT JOIN visited ON visited.area = people.area AND visited.period = people.period;

-- DF04: the area's own newest count, else the sum of its children if every one has it.
CREATE TABLE care AS
WITH own AS (
	SELECT area.code AS area, area.parent, span.code AS period, arg_max(care_due, as_of_on) AS due, arg_max(care_done, as_of_on) AS done
	FROM area CROSS JOIN span LEFT JOIN counted ON counted.area = area.code AND as_of_on <= d AND care_due IS NOT NULL GROUP BY ALL
)
SELECT o.area, o.period, coalesce(o.due, CASE WHEN count(*) = count(k.due) THEN sum(k.due) END) AS due,
       coalesce(o.done, CASE WHEN count(*) = count(k.due) THEN sum(k.done) END) AS done
FROM own AS o LEFT JOIN own AS k ON k.parent = o.area AND k.period = o.period GROUP BY o.area, o.period, o.due, o.done;
INSERT INTO figure SELECT 'DF04', area, period, done, due, CASE WHEN due >= 5 THEN 100.0 * done / due END,
	CASE WHEN due IS NULL THEN 'notConnected' WHEN due >= 5 THEN 'ok' ELSE 'insufficient' END FROM care;

INSERT INTO part SELECT 'DF05', place, period, coalesce(level_word IN ('微网格', '网格', '村社'), false)::INT, 1 FROM closed_in WHERE NOT is_self;

INSERT INTO part
SELECT 'DF06', coalesce(k.grid, unit_of(镇街, 村社)), span.code, (调解结果 = '调解成功')::INT, 1
FROM (SELECT * FROM 矛盾纠纷调解 QUALIFY row_number() OVER (PARTITION BY 纠纷编号 ORDER BY delivery DESC) = 1) AS q
LEFT JOIN known_grid AS k ON k.code = q.网格编码
JOIN span ON instant(调解结案时间) >= start_at AND instant(调解结案时间) < end_at JOIN moment ON instant(调解结案时间) <= as_of
WHERE 调解结果 IS NOT NULL AND 调解结果 <> '撤回';

CREATE TABLE fields AS
SELECT grid.code AS grid, people.households, span.code AS period, in_use(grid.used_from, grid.used_until, d) AS is_in_use,
       (SELECT count(DISTINCT l1) FROM valid WHERE valid.place = grid.code AND accepted <= t AND accepted > t - INTERVAL 180 DAY
        AND l1 IN ('01', '02', '03', '04', '05', '06', '07', '08', '10', '11')) AS classes
FROM active_grid AS grid, span, people WHERE people.area = grid.code AND people.period = span.code;
-- A grid has its own figure whenever; its parents are the mean of those in use.
INSERT INTO figure
SELECT 'DF07', within.area, period, num, den, CASE WHEN den >= 5 THEN 100.0 * num / den END, CASE WHEN den IS NULL THEN 'notConnected' WHEN den >= 5 THEN 'ok' ELSE 'insufficient' END FROM (
	SELECT within.area, period, sum(CASE WHEN area.level = 'grid' THEN classes ELSE classes * fields.households END) AS num,
	       sum(CASE WHEN area.level = 'grid' THEN 10 ELSE 10 * fields.households END) AS den
	FROM fields JOIN within ON within.place = fields.grid JOIN area ON area.code = within.area
	WHERE area.level = 'grid' OR is_in_use GROUP BY ALL) AS within;

INSERT INTO part
SELECT 'DF08', coalesce(k.grid, h.网格编码), span.code, coalesce(整改完成日期::DATE <= 整改期限::DATE AND 整改完成日期::DATE <= as_of::DATE AND 复查结果 = '合格', false)::INT, 1
FROM moment, (SELECT * FROM 隐患排查整改 QUALIFY row_number() OVER (PARTITION BY 隐患编号 ORDER BY delivery DESC) = 1) AS h
LEFT JOIN known_grid AS k ON k.code = h.网格编码 JOIN span ON 整改期限::DATE >= first_day AND 整改期限::DATE <= d;

INSERT INTO first_day
SELECT 'DF02', min(instant(巡查开始时间))::DATE FROM 网格巡查 UNION ALL SELECT 'DF03', min(走访日期)::DATE FROM 网格走访
UNION ALL SELECT 'DF06', min(instant(调解结案时间))::DATE FROM 矛盾纠纷调解 UNION ALL SELECT 'DF08', min(整改期限)::DATE FROM 隐患排查整改;
