-- OP01 to OP10 (domain.md §5.2, figures.md "Formulas made exact").

INSERT INTO part SELECT 'OP01', place, period.code, 1, NULL FROM valid JOIN period ON accepted >= start_at AND accepted < end_at;

INSERT INTO part SELECT 'OP02', place, period.code, 1, NULL FROM valid JOIN period ON accepted >= start_at AND accepted < end_at WHERE NOT is_self;

INSERT INTO part SELECT 'OP03', place, period.code,
	(is_closed_at(closed, turned_back, status, as_of) OR (closed IS NULL AND coalesce(status IN (60, 61, 70), false)))::INT, 1
FROM moment, valid JOIN period ON accepted >= start_at AND accepted < end_at;

INSERT INTO part SELECT 'OP04', place, period.code, coalesce(disposed <= due, false)::INT, 1
FROM moment, valid JOIN period ON due >= start_at AND due < end_at WHERE due <= as_of AND NOT is_self;

CREATE VIEW open_at AS
SELECT valid.*, period.code AS period, period.t FROM moment, valid JOIN period ON accepted <= t
WHERE NOT is_closed_at(closed, turned_back, status, t);

INSERT INTO part SELECT 'OP05', place, period, 1, NULL FROM open_at, moment
WHERE NOT coalesce(disposed <= t, false) AND due < t
  AND NOT EXISTS (SELECT 1 FROM pause WHERE pause.id = open_at.id AND paused_at <= t AND coalesce(resumed_at > t, true))
  AND NOT (coalesce(status = 41, false) AND t >= as_of);

INSERT INTO part SELECT 'OP06', place, period, 1, 0 FROM open_at WHERE NOT is_self;
INSERT INTO part SELECT 'OP06', place, period.code, 0, 1 FROM valid JOIN period ON closed > t - INTERVAL 28 DAY AND closed <= t WHERE NOT is_self;

CREATE VIEW closed_in AS
SELECT valid.*, period.code AS period FROM moment, valid JOIN period ON closed >= start_at AND closed < end_at WHERE closed <= as_of;

INSERT INTO part SELECT 'OP07', place, period, (reworks > 0 OR was_reopened OR coalesce(status = 52, false))::INT, 1 FROM closed_in WHERE NOT is_self;

CREATE MACRO metres_apart(lng1, lat1, lng2, lat2) AS
	2 * 6371008.8 * asin(sqrt(pow(sin(radians(lat2 - lat1) / 2), 2) + cos(radians(lat1)) * cos(radians(lat2)) * pow(sin(radians(lng2 - lng1) / 2), 2)));

INSERT INTO part SELECT 'OP08', place, period.code,
	(EXISTS (SELECT 1 FROM valid AS earlier
		WHERE earlier.id <> later.id AND earlier.class = later.class AND NOT earlier.is_self
		  AND earlier.closed <= later.accepted AND earlier.closed >= later.accepted - INTERVAL 30 DAY
		  AND metres_apart(earlier.lng, earlier.lat, later.lng, later.lat) <= 50))::INT, 1
FROM valid AS later JOIN period ON accepted >= start_at AND accepted < end_at WHERE NOT is_self;

INSERT INTO figure
SELECT 'OP09', area.code, period.code, NULL, NULL, CASE WHEN count(hours) >= 5 THEN median(hours) END,
       CASE WHEN count(hours) >= 5 THEN 'ok' ELSE 'insufficient' END
FROM area CROSS JOIN period LEFT JOIN (
	SELECT within.area, period, CASE WHEN is_whole_days THEN 24.0 * (closed::DATE - accepted::DATE) ELSE epoch(closed - accepted) / 3600 END - pause_minutes / 60.0 AS hours
	FROM closed_in JOIN within ON within.place = closed_in.place WHERE NOT is_self AND CASE WHEN is_whole_days THEN closed::DATE >= accepted::DATE ELSE closed >= accepted END
) AS took ON took.area = area.code AND took.period = period.code
GROUP BY ALL;

-- A grid is hot at t where one of its first-level classes has at least 5 events in the last 7 days and at least the mean
-- plus two standard deviations of its eight weeks before.
INSERT INTO part
WITH weekly AS (
	SELECT period.code AS period, place, l1, (epoch(period.t - accepted) / 604800)::DOUBLE AS weeks_ago
	FROM valid JOIN period ON accepted <= t AND accepted > t - INTERVAL 63 DAY JOIN area ON area.code = place AND area.level = 'grid'
	WHERE NOT is_self
), counts AS (
	SELECT period, place, l1, w.week, count(weeks_ago) FILTER (floor(weeks_ago) = w.week) AS n
	FROM weekly, (SELECT unnest(range(9)) AS week) AS w GROUP BY ALL
), hot AS (
	SELECT period, place, l1 FROM counts GROUP BY ALL
	HAVING any_value(n) FILTER (week = 0) >= 5
	   AND any_value(n) FILTER (week = 0) >= avg(n) FILTER (week > 0) + 2 * stddev_samp(n) FILTER (week > 0)
)
SELECT DISTINCT 'OP10', place, period, 1, NULL FROM hot;
