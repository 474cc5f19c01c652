-- From contributions to figures: an area is the sum of every place that lies in it; 0 where nothing happened.

CREATE TABLE summed AS
SELECT part.indicator, within.area, part.period, sum(num) AS num, sum(den) AS den
FROM part JOIN within ON within.place = part.place GROUP BY ALL;

-- Kind of each indicator's value: a count, a per cent ratio, or a rate over something of its own.
INSERT INTO figure
SELECT k.indicator, area.code, period.code,
       CASE WHEN k.kind = 'count' THEN NULL ELSE coalesce(num, 0) END,
       CASE WHEN k.kind = 'count' THEN NULL ELSE coalesce(den, 0) END,
       CASE WHEN k.kind = 'count' THEN coalesce(num, 0) WHEN coalesce(den, 0) >= 5 THEN k.scale * coalesce(num, 0) / den END,
       CASE WHEN k.kind = 'count' OR coalesce(den, 0) >= 5 THEN 'ok' ELSE 'insufficient' END
FROM additive AS k CROSS JOIN area CROSS JOIN period
LEFT JOIN summed ON summed.indicator = k.indicator AND summed.area = area.code AND summed.period = period.code;

INSERT INTO figure
SELECT k.indicator, people.area, people.period, CASE WHEN residents IS NOT NULL THEN coalesce(num, 0) END, residents,
       CASE WHEN residents >= 5 THEN 1000 * coalesce(num, 0) / residents END,
       CASE WHEN residents IS NULL THEN 'notConnected' WHEN residents >= 5 THEN 'ok' ELSE 'insufficient' END
FROM per_thousand AS k CROSS JOIN people
LEFT JOIN summed ON summed.indicator = k.indicator AND summed.area = people.area AND summed.period = people.period;

-- Households on one full-time member.
INSERT INTO figure
SELECT 'TM02', people.area, people.period, households, CASE WHEN households IS NOT NULL THEN coalesce(den, 0) END,
       CASE WHEN den >= 5 THEN households / den END,
       CASE WHEN households IS NULL THEN 'notConnected' WHEN coalesce(den, 0) >= 5 THEN 'ok' ELSE 'insufficient' END
FROM people LEFT JOIN summed ON summed.indicator = 'TM02' AND summed.area = people.area AND summed.period = people.period;

INSERT INTO figure
SELECT 'TM06', area.code, span.code, coalesce(num, 0), coalesce(den, 0),
       CASE WHEN den >= 5 THEN 100.0 * coalesce(num, 0) / den * 12 / CASE span.kind WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 WHEN 'year' THEN 12 ELSE (last_day - first_day + 1) * 12.0 / 365 END END,
       CASE WHEN coalesce(den, 0) >= 5 THEN 'ok' ELSE 'insufficient' END
FROM area CROSS JOIN span
LEFT JOIN summed ON summed.indicator = 'TM06' AND summed.area = area.code AND summed.period = span.code;

UPDATE figure SET num = NULL, den = NULL, value = NULL, status = 'notDelivered'
FROM first_day, span WHERE first_day.indicator = figure.indicator AND span.code = figure.period AND last_day < first_day.day;

-- Measured at the district alone.
UPDATE figure SET num = NULL, den = NULL, value = NULL, status = 'notConnected'
WHERE split_part(split_part(indicator, '#', 1), '@', 1) IN ('DG03', 'DG04', 'ME01') AND area <> (SELECT code FROM area WHERE level = 'district');

-- A file without a row is refused: its ledger was never committed.
UPDATE figure SET num = NULL, den = NULL, value = NULL, status = 'notConnected'
FROM (SELECT 'CO02' AS indicator, count(*) AS row_count FROM 吹哨报到
	UNION ALL SELECT 'DF06', count(*) FROM 矛盾纠纷调解
	UNION ALL SELECT 'DF08', count(*) FROM 隐患排查整改
	UNION ALL SELECT 'ME02', count(*) FROM 事件督办) AS ledger
WHERE left(figure.indicator, 4) = ledger.indicator AND ledger.row_count = 0;
