-- CO01 to CO04 (domain.md §5.4, figures.md).

INSERT INTO part SELECT 'CO01', place, period.code, (returns >= 1)::INT, 1
FROM moment, valid JOIN period ON dispatched >= start_at AND dispatched < end_at WHERE dispatched <= as_of;

INSERT INTO part
SELECT 'CO02', unit_of(镇街, NULL), span.code, coalesce(instant(报到时间) <= instant(报到时限), false)::INT, 1
FROM moment, 吹哨报到 JOIN span ON due_instant(报到时限) >= start_at AND due_instant(报到时限) < end_at WHERE due_instant(报到时限) <= as_of;

INSERT INTO part SELECT 'CO03', place, period.code, coalesce(disposed <= due, false)::INT, 1
FROM moment, valid JOIN period ON due >= start_at AND due < end_at WHERE due <= as_of AND NOT is_self AND is_cross;

INSERT INTO part
SELECT 'CO04', grid.code, span.code, EXISTS (
	SELECT 1 FROM 网格员任职 AS a JOIN known_grid AS k ON k.code = a.网格编码
	WHERE k.grid = grid.code AND a.任职岗位 = 'N类力量' AND a.入格单位 = need.应入格单位
	  AND a.任职开始日期::DATE <= d AND (a.任职结束日期 IS NULL OR a.任职结束日期::DATE > d)
	  AND a.最近入格日期::DATE <= d AND a.最近入格日期::DATE > d - 90)::INT, 1
FROM active_grid AS grid JOIN 应入格单位 AS need ON need.适用网格类型 = grid.kind, span WHERE in_use(grid.used_from, grid.used_until, d);

INSERT INTO first_day SELECT 'CO02', min(due_instant(报到时限))::DATE FROM 吹哨报到;
