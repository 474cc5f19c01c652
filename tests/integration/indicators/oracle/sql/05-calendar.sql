-- Working days of 2024 to 2026 as the State Council published them (2026 also in domain.md §4.4).

CREATE TABLE working_day AS
WITH off AS (
	SELECT unnest(range(a::TIMESTAMP, b::TIMESTAMP + INTERVAL 1 DAY, INTERVAL 1 DAY))::DATE AS day FROM (VALUES
		('2024-01-01', '2024-01-01'), ('2024-02-10', '2024-02-17'), ('2024-04-04', '2024-04-06'), ('2024-05-01', '2024-05-05'),
		('2024-06-10', '2024-06-10'), ('2024-09-15', '2024-09-17'), ('2024-10-01', '2024-10-07'),
		('2025-01-01', '2025-01-01'), ('2025-01-28', '2025-02-04'), ('2025-04-04', '2025-04-06'), ('2025-05-01', '2025-05-05'),
		('2025-05-31', '2025-06-02'), ('2025-10-01', '2025-10-08'),
		('2026-01-01', '2026-01-03'), ('2026-02-15', '2026-02-23'), ('2026-04-04', '2026-04-06'), ('2026-05-01', '2026-05-05'),
		('2026-06-19', '2026-06-21'), ('2026-09-25', '2026-09-27'), ('2026-10-01', '2026-10-07')) AS v(a, b)
), made_up AS (
	SELECT unnest(['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12',
		'2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11',
		'2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])::DATE AS day
)
SELECT day FROM (SELECT unnest(range(TIMESTAMP '2024-01-01', TIMESTAMP '2027-01-01', INTERVAL 1 DAY))::DATE AS day)
WHERE day IN (SELECT day FROM made_up) OR (isodow(day) <= 5 AND day NOT IN (SELECT day FROM off));

-- d: the last day of a period that is known: what is dated by a day alone is looked at by the end of it.
CREATE VIEW span AS SELECT period.*, least(last_day, as_of::DATE) AS d FROM period, moment;

-- Dated rows of ledgers sit at the grid they name, else the village, else the town, else the area code.
CREATE MACRO unit_of(town_name, village_name) AS coalesce(
	(SELECT v.code FROM village AS v WHERE v.town = town_name AND v.name = village_name),
	(SELECT t.code FROM area AS t WHERE t.level = 'town' AND t.name = town_name));
