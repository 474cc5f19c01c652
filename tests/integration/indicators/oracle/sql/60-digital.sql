-- DG01 to DG06 (domain.md §5.4).

INSERT INTO part
SELECT 'DG01', 区划编码, span.code, 活跃账号数::INT, 账号数::INT
FROM 数字化应用日报 JOIN span ON 使用日期::DATE >= first_day AND 使用日期::DATE <= d JOIN working_day ON day = 使用日期::DATE;

INSERT INTO part
SELECT 'DG03', (SELECT code FROM area WHERE level = 'district'), span.code, coalesce(instant(实际到达时间) <= instant(应到达时间) AND instant(实际到达时间) <= as_of, false)::INT, 1
FROM moment, 数据到达台账 JOIN span ON instant(应到达时间) >= start_at AND instant(应到达时间) < end_at WHERE instant(应到达时间) <= as_of;

INSERT INTO part
SELECT 'DG04', (SELECT code FROM area WHERE level = 'district'), span.code, 合格条数::INT, 推送条数::INT
FROM moment, 数据到达台账 JOIN span ON instant(实际到达时间) >= start_at AND instant(实际到达时间) < end_at WHERE instant(实际到达时间) <= as_of;

-- Every step up to the closing has its time, and none was put in more than a day after it; call back, rating and archive
-- come after the closing.
INSERT INTO part
SELECT 'DG02', place, period, coalesce((SELECT bool_and(op_at IS NOT NULL AND op_at <= closed_in.closed + INTERVAL 24 HOUR)
	FROM step WHERE step.id = closed_in.id AND node NOT IN ('回访', '评价', '归档')), false)::INT, 1
FROM closed_in;

-- Delivered grid against the grid of the point, or at most 30 m from it.
INSERT INTO part SELECT 'DG05', place, period, coalesce(lng IS NOT NULL AND declared IS NOT NULL AND (geo = declared OR metres <= 30), false)::INT, 1 FROM accepted_in;

INSERT INTO part
SELECT 'DG06', grid.code, span.code, coalesce(profile_on <= d AND profile_on >= d - 90, false)::INT, 1
FROM active_grid AS grid, span WHERE in_use(grid.used_from, grid.used_until, d);

INSERT INTO first_day
SELECT 'DG01', min(使用日期)::DATE FROM 数字化应用日报 UNION ALL SELECT 'DG03', min(instant(应到达时间))::DATE FROM 数据到达台账
UNION ALL SELECT 'DG04', min(instant(实际到达时间))::DATE FROM 数据到达台账;
