-- Areas, who lies in whom, and events as figures.md reads them. Written from the documents alone.

CREATE TABLE area AS
SELECT 行政区划代码 AS code, 单位名称 AS name, CASE 层级 WHEN '3' THEN 'district' WHEN '4' THEN 'town' ELSE 'village' END AS level,
       上级编码 AS parent, 户数::BIGINT AS households, 常住人口::BIGINT AS residents, NULL AS kind
FROM 行政区划
UNION ALL
SELECT code, name, 'grid', village, households, residents, kind FROM delivered_grid WHERE kind <> '微网格';

-- When a grid was in use: up to the day on which the lineage replaces it, from the day on which it came of another one.
CREATE TABLE active_grid AS
SELECT code, households, kind, village, basis, has_board, board_on, board_fits, profile_on,
       (SELECT min(生效日期::DATE) FROM 网格沿革 WHERE 新网格编码 = code AND 原网格编码 IN (SELECT code FROM delivered_grid)) AS used_from,
       CASE WHEN active <> '是' THEN (SELECT min(生效日期::DATE) FROM 网格沿革 WHERE 原网格编码 = code) END AS used_until
FROM delivered_grid WHERE kind <> '微网格';
CREATE MACRO in_use(used_from, used_until, asked) AS coalesce(asked >= used_from, true) AND coalesce(asked < used_until, true);

-- Every place with every area it counts in; a micro-grid counts as its grid.
CREATE TABLE within AS
WITH RECURSIVE up(place, area) AS (
	SELECT code, code FROM area
	UNION ALL
	SELECT up.place, area.parent FROM up JOIN area ON area.code = up.area WHERE area.parent IS NOT NULL
)
SELECT place, area FROM up
UNION ALL
SELECT micro.code, up.area FROM delivered_grid AS micro JOIN up ON up.place = micro.parent_grid WHERE micro.kind = '微网格';

-- Words of a place → the place itself: a known grid, else the named village of the named town, else the town.
CREATE MACRO instant(cell) AS TRY_CAST(cell AS TIMESTAMP);
CREATE MACRO is_date_only(cell) AS length(cell) = 10;
CREATE MACRO due_instant(cell) AS CASE WHEN length(cell) = 10 THEN TRY_CAST(cell || ' 23:59:59' AS TIMESTAMP) ELSE TRY_CAST(cell AS TIMESTAMP) END;

CREATE TABLE known_grid AS
SELECT code, CASE WHEN kind = '微网格' THEN parent_grid ELSE code END AS grid FROM delivered_grid;

CREATE TABLE village AS
SELECT v.code, v.name, t.name AS town FROM area AS v JOIN area AS t ON t.code = v.parent WHERE v.level = 'village';

CREATE TABLE step AS
SELECT s.事件编号 AS id, s.环节 AS node, s.操作 AS op, instant(s.操作时间) AS op_at, instant(s.接收时间) AS received_at, s.序号::INT AS seq
FROM 事件流转记录 AS s
WHERE s.delivery = (SELECT max(delivery) FROM 事件流转记录 AS newer WHERE newer.事件编号 = s.事件编号);

CREATE TABLE pause AS
SELECT 事件编号 AS id, instant(挂起时间) AS paused_at, instant(恢复时间) AS resumed_at FROM 事件挂起
QUALIFY row_number() OVER (PARTITION BY 事件编号, 挂起时间 ORDER BY delivery DESC) = 1;

-- A point is laid into the map of the delivery that first brought it: a later split of grids does not move the event.
CREATE TABLE first_located AS
SELECT e.事件编号 AS id, e.经度 AS lng, e.纬度 AS lat, located.grid, located.metres
FROM 网格事件明细 AS e JOIN located ON located.delivery = e.delivery AND located.row_no = e.row_no
QUALIFY row_number() OVER (PARTITION BY e.事件编号, e.经度, e.纬度 ORDER BY e.delivery, e.row_no) = 1;

-- More than 20 rows of a file on one point are a centroid and no place (domain.md §6.2).
CREATE TABLE crowd AS SELECT delivery, 经度 AS lng, 纬度 AS lat FROM 网格事件明细 WHERE 经度 IS NOT NULL AND 纬度 IS NOT NULL GROUP BY ALL HAVING count(*) > 20;

CREATE TABLE event AS
WITH latest AS (
	SELECT row.*, crowd.lng IS NOT NULL AS is_crowded
	FROM 网格事件明细 AS row LEFT JOIN crowd ON crowd.delivery = row.delivery AND crowd.lng = 经度 AND crowd.lat = 纬度
	WHERE 事件编号 IS NOT NULL
	QUALIFY row_number() OVER (PARTITION BY 事件编号 ORDER BY row.delivery DESC, row_no DESC) = 1
), meant AS (
	SELECT latest.*, status_word.code AS status, coalesce(class_word.code, '9999') AS class, source_word.code AS source,
	       coalesce(是否自报自结 = '是', false) AS is_self, known_grid.grid AS declared, located.grid AS geo, located.metres,
	       village.code AS village, town.code AS town
	FROM latest
	LEFT JOIN status_word ON status_word.word = latest.事件状态
	LEFT JOIN class_word ON class_word.l1 = latest.事件大类 AND class_word.l2 = latest.事件小类
	LEFT JOIN source_word ON source_word.word = latest.事件来源
	LEFT JOIN known_grid ON known_grid.code = latest.网格编码
	LEFT JOIN first_located AS located ON located.id = latest.事件编号 AND located.lng = latest.经度 AND located.lat = latest.纬度 AND NOT latest.is_crowded
	LEFT JOIN area AS town ON town.level = 'town' AND town.name = latest.所属镇街
	LEFT JOIN village ON village.town = latest.所属镇街 AND village.name = latest.所属村社
)
SELECT 事件编号 AS id, coalesce(declared, geo, village, town, (SELECT code FROM area WHERE level = 'district')) AS place,
       declared, geo, metres, TRY_CAST(经度 AS DOUBLE) AS lng, TRY_CAST(纬度 AS DOUBLE) AS lat,
       class, left(class, 2) AS l1, source, status, is_self,
       coalesce(status NOT IN (11, 90, 91), true) AND left(class, 2) <> '09' AS is_valid,
       instant(上报时间) AS reported,
       coalesce(instant(受理时间), CASE WHEN is_self THEN instant(上报时间) END) AS accepted,
       instant(派单时间) AS dispatched, due_instant(办结时限) AS due, due_instant(原办结时限) AS due_orig,
       instant(处置时间) AS disposed_cell, instant(办结时间) AS closed,
       coalesce(instant(处置时间), instant(办结时间)) AS disposed,
       is_date_only(coalesce(受理时间, CASE WHEN is_self THEN 上报时间 END)) OR is_date_only(办结时间) AS is_whole_days,
       coalesce("挂起时长(分钟)"::BIGINT, 0) AS pause_minutes,
       coalesce(退单次数::INT, 0) AS returns, coalesce(返工次数::INT, 0) AS reworks, 化解层级 AS level_word,
       是否联办 = '是' AS is_cross, 满意度 AS satisfaction_word, coalesce(办理结果是否公开 = '是', false) AS is_told, 承办单位 AS unit_word, 紧急程度 AS severity_word, coalesce(事件描述, 事件标题) AS description,
       (SELECT max(op_at) FROM step WHERE step.id = meant.事件编号 AND op IN ('重办', '返工')) AS turned_back,
       EXISTS (SELECT 1 FROM step WHERE step.id = meant.事件编号 AND op = '重办') AS was_reopened
FROM meant;

-- Valid and accepted, not after the as-of: everything that the figures of events start from.
CREATE VIEW valid AS SELECT event.* FROM event, moment WHERE is_valid AND accepted <= as_of;

CREATE MACRO is_closed_at(closed, turned_back, status, t) AS
	coalesce(closed <= t, false)
	AND NOT coalesce(turned_back > closed AND turned_back <= t, false)
	-- Re-opened, and no step says when: then it is not closed at any t.
	AND NOT (coalesce(status IN (51, 52), false) AND NOT coalesce(turned_back > closed, false));

-- Population and households of an area at t: newest count not after t, else the area's own column, else the sum of its
-- children if every one has it.
CREATE TABLE counted AS
SELECT 区划编码 AS area, 统计日期::DATE AS as_of_on, 户数::BIGINT AS households, 常住人口::BIGINT AS residents,
       关爱对象应访数::BIGINT AS care_due, 关爱对象达标数::BIGINT AS care_done
FROM 人口底数 QUALIFY row_number() OVER (PARTITION BY 区划编码, 统计日期 ORDER BY delivery DESC) = 1;

CREATE TABLE people AS
WITH own AS (
	SELECT area.code AS area, area.parent, area.level, period.code AS period,
	       coalesce((SELECT arg_max(c.households, c.as_of_on) FROM counted AS c
	                 WHERE c.area = area.code AND c.households IS NOT NULL AND c.as_of_on <= least(period.last_day, period.t::DATE)), area.households,
	                (SELECT CASE WHEN count(*) = count(m.households) THEN sum(m.households) END FROM delivered_grid AS m
	                 WHERE m.kind = '微网格' AND m.active = '是' AND m.parent_grid = area.code)) AS households,
	       coalesce((SELECT arg_max(c.residents, c.as_of_on) FROM counted AS c
	                 WHERE c.area = area.code AND c.residents IS NOT NULL AND c.as_of_on <= least(period.last_day, period.t::DATE)), area.residents,
	                (SELECT CASE WHEN count(*) = count(m.residents) THEN sum(m.residents) END FROM delivered_grid AS m
	                 WHERE m.kind = '微网格' AND m.active = '是' AND m.parent_grid = area.code)) AS residents
	FROM area, period
), villages AS (
	SELECT o.*, (SELECT CASE WHEN count(*) = count(k.households) THEN sum(k.households) END FROM own AS k WHERE k.parent = o.area AND k.period = o.period) AS kid_households,
	       (SELECT CASE WHEN count(*) = count(k.residents) THEN sum(k.residents) END FROM own AS k WHERE k.parent = o.area AND k.period = o.period) AS kid_residents
	FROM own AS o
)
-- Micro-grids are the children of grids. The sample's units above villages always carry their own columns, so these two
-- steps down are enough.
SELECT area, period, coalesce(households, kid_households)::BIGINT AS households, coalesce(residents, kid_residents)::BIGINT AS residents
FROM villages;

-- First day that the ledger of an indicator delivers; a period that ends before it says nothing.
CREATE TABLE first_day (indicator VARCHAR, day DATE);

-- What adds up: contributions of single places; and what does not: finished figures of areas.
CREATE TABLE part (indicator VARCHAR, place VARCHAR, period VARCHAR, num DOUBLE, den DOUBLE);
CREATE TABLE figure (indicator VARCHAR, area VARCHAR, period VARCHAR, num DOUBLE, den DOUBLE, value DOUBLE, status VARCHAR);
