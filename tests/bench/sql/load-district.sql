-- The reference's own typed tables of one clean delivery, sorted by day, words as numbers or truth values. Written from
-- figures.md and domain.md. What no period changes (recurrence, steps, the grid of a point) is settled here, once.

CREATE MACRO instant(cell) AS CAST(epoch(TRY_CAST(nullif(cell, '') AS TIMESTAMP)) - 28800 AS INTEGER);
CREATE MACRO quarter_start(words) AS make_date(left(words, 4)::INT, (position(substr(words, 7, 1) IN '一二三四') - 1) * 3 + 1, 1);
CREATE MACRO quarter_end(words) AS (quarter_start(words) + INTERVAL 3 MONTH - INTERVAL 1 DAY)::DATE;

-- Every place with the town, village and grid it lies in; a micro-grid counts as its grid.
CREATE TABLE unit AS
SELECT 行政区划代码 AS code, 单位名称 AS name, 层级 AS level, 上级编码 AS parent, 户数::INT AS households, 常住人口::INT AS residents,
       城乡分类代码 LIKE '11%' AS is_urban
FROM 行政区划;
CREATE TABLE place AS
SELECT code, NULL::VARCHAR AS town, NULL::VARCHAR AS village, NULL::VARCHAR AS grid FROM unit WHERE level = '3'
UNION ALL SELECT code, code, NULL, NULL FROM unit WHERE level = '4'
UNION ALL SELECT code, parent, code, NULL FROM unit WHERE level NOT IN ('3', '4')
UNION ALL SELECT g.code, u.parent, u.code, CASE WHEN g.kind = '微网格' THEN g.parent_grid ELSE g.code END
	FROM delivered_grid AS g JOIN unit AS u ON u.code = g.village;
CREATE TYPE area_code AS ENUM (SELECT code FROM place ORDER BY code);
CREATE TABLE spot AS SELECT code, town::area_code AS town, village::area_code AS village, grid::area_code AS grid FROM place;
CREATE TABLE named_unit AS
SELECT t.name AS town, v.name AS village, v.code FROM unit AS v JOIN unit AS t ON t.code = v.parent WHERE v.level NOT IN ('3', '4')
UNION ALL SELECT name, NULL, code FROM unit WHERE level = '4';

-- Events.
CREATE TABLE step_fact AS
SELECT 事件编号 AS id, max(instant(操作时间)) FILTER (操作 IN ('重办', '返工')) AS turned_back, bool_or(操作 = '重办') AS was_reopened,
       bool_and(instant(操作时间) IS NOT NULL) FILTER (环节 NOT IN ('回访', '评价', '归档')) AS has_times,
       max(instant(操作时间)) FILTER (环节 NOT IN ('回访', '评价', '归档')) AS last_step
FROM 事件流转记录 GROUP BY ALL;
CREATE TABLE crowd AS SELECT 经度 AS lng, 纬度 AS lat FROM 网格事件明细 WHERE 经度 IS NOT NULL GROUP BY ALL HAVING count(*) > 20;

CREATE TABLE meant AS
SELECT e.事件编号 AS id, spot.town, spot.village, spot.grid, s.code AS status, c.code AS class, coalesce(e.是否自报自结 = '是', false) AS self,
       instant(e.上报时间) AS reported, coalesce(instant(e.受理时间), CASE WHEN e.是否自报自结 = '是' THEN instant(e.上报时间) END) AS accepted,
       instant(e.派单时间) AS dispatched, instant(e.办结时限) AS due, coalesce(instant(e.处置时间), instant(e.办结时间)) AS disposed,
       instant(e.办结时间) AS closed, coalesce(e."挂起时长(分钟)"::INT, 0) AS pause_minutes, coalesce(e.退单次数::INT, 0) >= 1 AS returned,
       coalesce(e.返工次数::INT, 0) > 0 OR coalesce(f.was_reopened, false) OR coalesce(s.code = 52, false) AS reworked, f.turned_back, f.has_times, f.last_step,
       o.code IN ('01', '02', '11', '12') AS proactive, o.code IN ('03', '04', '05', '06', '07', '13', '15') AS public, o.code IN ('03', '04', '06') AS voluntary,
       o.code IN ('01', '02') AS by_staff, e.化解层级 IN ('微网格', '网格', '村社') AS in_village, e.是否联办 = '是' AS is_cross,
       CASE e.满意度 WHEN '满意' THEN true WHEN '非常满意' THEN true WHEN '一般' THEN false WHEN '不满意' THEN false WHEN '很不满意' THEN false END AS satisfied,
       coalesce(length(coalesce(e.事件描述, e.事件标题)) >= 10, false) AND coalesce(s.code NOT IN (90, 91), true) AND c.code IS NOT NULL AND spot.town IS NOT NULL AS sound,
       coalesce(l.fits, false) AND crowd.lng IS NULL AS at_grid, TRY_CAST(e.经度 AS DOUBLE) AS lng, TRY_CAST(e.纬度 AS DOUBLE) AS lat
FROM 网格事件明细 AS e
LEFT JOIN status_word AS s ON s.word = e.事件状态
LEFT JOIN class_word AS c ON c.l1 = e.事件大类 AND c.l2 = e.事件小类
LEFT JOIN source_word AS o ON o.word = e.事件来源
LEFT JOIN step_fact AS f ON f.id = e.事件编号
LEFT JOIN located AS l ON l.id = e.事件编号
LEFT JOIN crowd ON crowd.lng = e.经度 AND crowd.lat = e.纬度
LEFT JOIN place AS known ON known.code = e.网格编码 AND known.grid IS NOT NULL
LEFT JOIN named_unit AS v ON v.town = e.所属镇街 AND v.village = e.所属村社
LEFT JOIN named_unit AS t ON t.town = e.所属镇街 AND t.village IS NULL
LEFT JOIN spot ON spot.code = coalesce(known.code, CASE WHEN crowd.lng IS NULL THEN l.grid END, v.code, t.code);

CREATE TABLE event AS
SELECT row_number() OVER (ORDER BY accepted)::INT AS no, id, town, village, grid, reported, accepted, dispatched, due, disposed, closed,
       CASE WHEN turned_back > closed THEN turned_back END AS turned,
       coalesce(status IN (51, 52), false) AND NOT coalesce(turned_back > closed, false) AS never_closed,
       closed IS NULL AND coalesce(status IN (60, 61, 70), false) AS closed_by_status, coalesce(status = 41, false) AS paused,
       coalesce(status NOT IN (11, 90, 91), true) AND coalesce(left(class, 2) <> '09', true) AND accepted IS NOT NULL AS valid, self,
       coalesce(class, '9999') AS class, coalesce(left(class, 2), '99')::UTINYINT AS l1,
       CASE WHEN NOT self AND closed >= accepted THEN ((closed - accepted) / 3600.0 - pause_minutes / 60.0)::DOUBLE END AS hours,
       returned, reworked, coalesce(proactive, false) AS proactive, coalesce(public, false) AS public, coalesce(voluntary, false) AS voluntary,
       coalesce(by_staff, false) AS by_staff, coalesce(in_village, false) AS in_village, coalesce(is_cross, false) AS is_cross, satisfied, sound,
       at_grid, coalesce(has_times AND last_step <= closed + 86400, false) AS online, lng, lat
FROM meant ORDER BY accepted;
DROP TABLE meant;

-- A matter of the same class, closed in the 30 days before, at most 50 m away: looked for in the nine cells around it.
CREATE TABLE near_cell AS
SELECT class, floor(lng / 0.0006)::INT AS x, floor(lat / 0.0005)::INT AS y, closed, lng, lat, no FROM event WHERE valid AND NOT self AND closed IS NOT NULL AND lng IS NOT NULL;
CREATE TABLE recurring AS
SELECT DISTINCT later.no FROM (
	SELECT no, class, accepted, lng, lat, floor(lng / 0.0006)::INT + dx AS x, floor(lat / 0.0005)::INT + dy AS y
	FROM event, (SELECT unnest([-1, 0, 1]) AS dx), (SELECT unnest([-1, 0, 1]) AS dy) WHERE valid AND NOT self AND lng IS NOT NULL) AS later
JOIN near_cell AS earlier ON earlier.class = later.class AND earlier.x = later.x AND earlier.y = later.y AND earlier.no <> later.no
	AND earlier.closed <= later.accepted AND earlier.closed >= later.accepted - 2592000
WHERE 2 * 6371008.8 * asin(sqrt(pow(sin(radians(later.lat - earlier.lat) / 2), 2)
	+ cos(radians(earlier.lat)) * cos(radians(later.lat)) * pow(sin(radians(later.lng - earlier.lng) / 2), 2))) <= 50;
DROP TABLE near_cell;
ALTER TABLE event ADD COLUMN recurring BOOLEAN DEFAULT false;
UPDATE event SET recurring = true FROM recurring WHERE recurring.no = event.no;
CREATE TABLE pause AS SELECT event.no, instant(挂起时间) AS paused_at, instant(恢复时间) AS resumed_at FROM 事件挂起 JOIN event ON event.id = 事件编号;
CREATE TABLE supervision AS
SELECT town, village, grid, accepted, instant(督办时限) AS due_at, coalesce(coalesce(instant(督办办结时间), closed) <= instant(督办时限), false) AS kept
FROM 事件督办 JOIN event ON event.id = 事件编号 WHERE valid ORDER BY due_at;

-- A grid without a count of its own has that of its micro-grids, if every one has it.
CREATE TABLE counted_grid AS
SELECT g.* EXCLUDE (households, residents), coalesce(g.households, micro.households) AS households, coalesce(g.residents, micro.residents) AS residents
FROM delivered_grid AS g LEFT JOIN (
	SELECT parent_grid, CASE WHEN count(*) = count(households) THEN sum(households)::INT END AS households,
	       CASE WHEN count(*) = count(residents) THEN sum(residents)::INT END AS residents
	FROM delivered_grid WHERE kind = '微网格' GROUP BY ALL) AS micro ON micro.parent_grid = g.code;

-- Grids in use, and the working days that the district delivered.
CREATE TABLE unit_grid AS
SELECT spot.*, g.households, g.kind, (g.kind = '专属网格' OR NOT unit.is_urban OR coalesce(g.households BETWEEN 300 AND 500, false)) AND g.basis IS NOT NULL AS fits_norm,
       (SELECT min(生效日期::DATE) FROM 网格沿革 WHERE 新网格编码 = g.code AND 原网格编码 IN (SELECT code FROM delivered_grid)) AS used_from,
       CASE WHEN g.active <> '是' THEN (SELECT min(生效日期::DATE) FROM 网格沿革 WHERE 原网格编码 = g.code) END AS used_until
FROM counted_grid AS g JOIN spot ON spot.code = g.code JOIN unit ON unit.code = g.village WHERE g.kind <> '微网格';
CREATE MACRO in_use(used_from, used_until, asked) AS coalesce(asked >= used_from, true) AND coalesce(asked < used_until, true);
CREATE TABLE working_day AS
SELECT day::DATE AS day FROM (SELECT unnest(range(TIMESTAMP '2021-01-01', TIMESTAMP '2027-01-01', INTERVAL 1 DAY)) AS day)
LEFT JOIN 工作日历 AS c ON c.日期::DATE = day::DATE WHERE coalesce(c.是否工作日 = '是', isodow(day) <= 5);

-- Ledgers.
CREATE TABLE post AS SELECT spot.*, 核定日期::DATE AS as_of_on, 核定岗位数::INT AS planned, 在岗人数::INT AS filled FROM 岗位核定 JOIN spot ON spot.code = 区划编码 WHERE 岗位类型 = '专职网格员';
CREATE TABLE member AS
SELECT 工号 AS id, spot.town, spot.village, spot.grid, 人员类型 = '专职网格员' AS is_full_time, 任职时间::DATE AS hired, 离职日期::DATE AS left_on, 社工证等级 <> '无' AS certified,
       coalesce(是否配备装备 = '是', false) AS has_device, 应发薪月数::INT AS pay_months, least(按时发薪月数::INT, 参保月数::INT) AS paid_months
FROM 网格员名册 AS m LEFT JOIN place AS known ON known.code = m.所属网格编码
LEFT JOIN named_unit AS v ON v.town = m.所属镇街 AND v.village = m.所属村社 LEFT JOIN named_unit AS t ON t.town = m.所属镇街 AND t.village IS NULL
LEFT JOIN spot ON spot.code = coalesce(known.code, v.code, t.code);
CREATE TABLE training AS
SELECT r.工号 AS id, s.培训编号 AS session, s.培训日期::DATE AS held_on, CASE WHEN r.是否参训 = '是' THEN r.实际学时::DOUBLE ELSE 0 END AS hours,
       r.考试成绩 IS NOT NULL OR r.是否合格 IS NOT NULL AS is_tested, coalesce(r.是否合格 = '合格', false) AS passed
FROM 培训记录 AS r JOIN 培训班次 AS s ON s.培训编号 = r.培训编号 ORDER BY held_on;
CREATE TABLE patrol_day AS
SELECT DISTINCT spot.grid, TRY_CAST(巡查开始时间 AS TIMESTAMP)::DATE AS day FROM 网格巡查 JOIN spot ON spot.code = 网格编码 WHERE 是否有效巡查 = '是' ORDER BY day;
CREATE TABLE counted AS SELECT 区划编码 AS code, 统计日期::DATE AS as_of_on, 户数::INT AS households, 常住人口::INT AS residents, 关爱对象应访数::INT AS care_due, 关爱对象达标数::INT AS care_done FROM 人口底数;
CREATE TABLE own_people AS
SELECT code, CASE level WHEN '3' THEN 'district' WHEN '4' THEN 'town' ELSE 'village' END AS level, parent, households, residents FROM unit
UNION ALL SELECT code, 'grid', village, households, residents FROM counted_grid WHERE kind <> '微网格';
CREATE TABLE dispute AS
SELECT spot.town, spot.village, spot.grid, instant(调解结案时间) AS closed_at, 调解结果 = '调解成功' AS settled
FROM 矛盾纠纷调解 AS m LEFT JOIN place AS known ON known.code = m.网格编码
LEFT JOIN named_unit AS v ON v.town = m.镇街 AND v.village = m.村社 LEFT JOIN named_unit AS t ON t.town = m.镇街 AND t.village IS NULL
LEFT JOIN spot ON spot.code = coalesce(known.code, v.code, t.code) WHERE 调解结果 <> '撤回' ORDER BY closed_at;
CREATE TABLE hazard AS
SELECT spot.*, 整改期限::DATE AS due_on, 整改完成日期::DATE AS done_on, coalesce(复查结果 = '合格', false) AS is_good FROM 隐患排查整改 JOIN spot ON spot.code = 网格编码;
CREATE TABLE taking_part AS
SELECT spot.*, 活动日期::DATE AS day, 参与人次::INT AS people, coalesce(落实议题数::INT, 0) AS done, coalesce(采纳议题数::INT, 0) AS taken FROM 公众参与 JOIN spot ON spot.code = 区划编码;
CREATE TABLE wave AS
SELECT spot.*, quarter_start(调查周期) AS start_on, quarter_end(调查周期) AS end_on, 权重::DOUBLE * 知晓网格员人数::INT AS aware, 权重::DOUBLE * 认同人数::INT AS agreeing, 权重::DOUBLE * 有效样本::INT AS asked
FROM 满意度知晓度调查 JOIN spot ON spot.code = 区划编码;
CREATE TABLE item AS
SELECT spot.*, 应公开日期::DATE AS due_on, 实际公开日期::DATE AS published_on, coalesce(内容是否完整 = '是' AND 内容是否准确 = '是', false) AS is_good,
       答复期限::DATE AS reply_due_on, coalesce(答复日期::DATE <= 答复期限::DATE, false) AS replied
FROM 信息公开事项 JOIN spot ON spot.code = 区划编码;
CREATE TABLE account AS
SELECT spot.*, 使用日期::DATE AS day, 活跃账号数::INT AS active, 账号数::INT AS total FROM 数字化应用日报 JOIN spot ON spot.code = 区划编码 JOIN working_day ON working_day.day = 使用日期::DATE;
CREATE TABLE arrival AS SELECT instant(应到达时间) AS due_at, instant(实际到达时间) AS arrived, 合格条数::INT AS good, 推送条数::INT AS total FROM 数据到达台账;
CREATE TABLE whistle AS
SELECT spot.*, instant(报到时限) AS due_at, coalesce(instant(报到时间) <= instant(报到时限), false) AS kept
FROM 吹哨报到 JOIN unit ON unit.name = 镇街 AND unit.level = '4' JOIN spot ON spot.code = unit.code;
CREATE TABLE need AS SELECT 适用网格类型 AS kind, 应入格单位 AS unit FROM 应入格单位;
CREATE TABLE entry AS
SELECT spot.grid, 入格单位 AS unit, 任职开始日期::DATE AS start_on, 任职结束日期::DATE AS end_on, 最近入格日期::DATE AS last_on FROM 网格员任职 JOIN spot ON spot.code = 网格编码 WHERE 任职岗位 = 'N类力量';
CREATE TABLE admission AS
SELECT 下派日期::DATE AS day, coalesce(是否清单内事项 = '是', false) OR coalesce(是否审批通过 = '是' AND 审批日期::DATE <= 下派日期::DATE AND (有效期至 IS NULL OR 有效期至::DATE >= 下派日期::DATE), false) AS allowed FROM 网格事项准入;
CREATE TABLE meeting AS SELECT spot.*, 会议日期::DATE AS day, 已落实事项数::INT AS done, 到期事项数::INT AS due FROM 研判会商 JOIN spot ON spot.code = 区划编码;
CREATE TABLE funding AS SELECT spot.*, quarter_start(保障周期) AS start_on, quarter_end(保障周期) AS end_on, 到位数::INT AS arrived, 计划数::INT AS planned FROM 保障台账 JOIN spot ON spot.code = 区划编码 WHERE 保障项目 = '经费';
CREATE TABLE appraisal AS SELECT spot.*, quarter_start(考核周期) AS start_on, quarter_end(考核周期) AS end_on, 已兑现激励数::INT AS paid, 应兑现激励数::INT AS due FROM 网格考核 JOIN spot ON spot.code = 考核对象编号;
