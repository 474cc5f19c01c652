-- TM01 to TM07 (domain.md §5.3).

CREATE TABLE member AS
SELECT 工号 AS id, 人员类型 = '专职网格员' AS is_full_time, coalesce(g.grid, unit_of(所属镇街, 所属村社)) AS place,
       任职时间::DATE AS hired, 离职日期::DATE AS left_on, 社工证等级 AS certificate, 是否配备装备 = '是' AS has_device,
       应发薪月数::INT AS pay_months, 按时发薪月数::INT AS paid_months, 参保月数::INT AS insured_months
FROM (SELECT * FROM 网格员名册 QUALIFY row_number() OVER (PARTITION BY 工号 ORDER BY delivery DESC, row_no DESC) = 1) AS m
LEFT JOIN known_grid AS g ON g.code = m.所属网格编码;

CREATE VIEW full_time AS
SELECT member.*, span.code AS period, span.first_day, span.d FROM member JOIN span ON hired <= d AND (left_on IS NULL OR left_on > d)
WHERE is_full_time;

INSERT INTO part
WITH posts AS (
	SELECT 区划编码 AS place, 核定日期::DATE AS as_of_on, 核定岗位数::INT AS planned, 在岗人数::INT AS filled FROM 岗位核定
	WHERE 岗位类型 = '专职网格员' QUALIFY row_number() OVER (PARTITION BY 区划编码, 核定日期 ORDER BY delivery DESC) = 1
)
SELECT 'TM01', place, span.code, filled, planned FROM posts JOIN span ON as_of_on <= d
QUALIFY row_number() OVER (PARTITION BY place, span.code ORDER BY as_of_on DESC) = 1;

INSERT INTO part SELECT 'TM02', place, period, 0, 1 FROM full_time;

CREATE TABLE training AS
SELECT r.工号 AS id, s.培训编号 AS session, s.培训日期::DATE AS held_on, CASE WHEN r.是否参训 = '是' THEN r.实际学时::DOUBLE ELSE 0 END AS hours,
       r.考试成绩::DOUBLE AS score, r.是否合格 AS passed
FROM 培训记录 AS r JOIN 培训班次 AS s ON s.培训编号 = r.培训编号;

-- Hours wanted of a period: 8 a quarter, 40 a year, the share of the year in other periods (a twelfth in a month).
CREATE TABLE training_norm AS
SELECT code AS period, CASE kind WHEN 'year' THEN 40 WHEN 'quarter' THEN 8 WHEN 'month' THEN 40 / 12.0 ELSE 40.0 * (last_day - first_day + 1) / 365 END AS hours_wanted
FROM span;

INSERT INTO part
SELECT 'TM03', place, f.period,
       (coalesce((SELECT sum(hours) FROM training WHERE training.id = f.id AND held_on >= f.first_day AND held_on <= f.d), 0) >= hours_wanted)::INT, 1
FROM full_time AS f JOIN training_norm ON training_norm.period = f.period;

INSERT INTO part
WITH latest AS (
	SELECT training.id, span.code AS period, passed FROM training JOIN span ON held_on >= first_day AND held_on <= d
	WHERE score IS NOT NULL OR passed IS NOT NULL
	QUALIFY row_number() OVER (PARTITION BY training.id, span.code ORDER BY held_on DESC, session DESC) = 1
)
SELECT 'TM04', place, period, (passed = '合格')::INT, 1 FROM latest JOIN member ON member.id = latest.id;

INSERT INTO part SELECT 'TM07', place, period, (certificate <> '无')::INT, 1 FROM full_time;

-- Leavers of the period over the mean of those at its start and at t, as a yearly rate.
INSERT INTO part
SELECT 'TM06', place, span.code, (left_on >= first_day AND left_on <= d)::INT,
       ((hired < first_day AND (left_on IS NULL OR left_on >= first_day))::INT + (hired <= d AND (left_on IS NULL OR left_on > d))::INT) / 2.0
FROM member, span WHERE is_full_time;

-- TM05: everything that grid staff reported in the period, void and refused and base data as well.
INSERT INTO part
SELECT 'TM05', place, period.code, (coalesce(status NOT IN (90, 91), true) AND class <> '9999'
       AND place <> (SELECT code FROM area WHERE level = 'district') AND coalesce(length(description) >= 10, false))::INT, 1
FROM moment, event JOIN period ON coalesce(reported, accepted) >= start_at AND coalesce(reported, accepted) < end_at
WHERE coalesce(reported, accepted) <= as_of AND source IN ('01', '02');
