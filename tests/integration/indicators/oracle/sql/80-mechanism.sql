-- ME01 to ME04 (domain.md §5.4).

INSERT INTO part
SELECT 'ME01', (SELECT code FROM area WHERE level = 'district'), span.code,
       coalesce(是否清单内事项 = '是', false)
       OR coalesce(是否审批通过 = '是' AND 审批日期::DATE <= 下派日期::DATE AND (有效期至 IS NULL OR 有效期至::DATE >= 下派日期::DATE), false), 1
FROM 网格事项准入 JOIN span ON 下派日期::DATE >= first_day AND 下派日期::DATE <= d;

INSERT INTO part
SELECT 'ME02', event.place, span.code, coalesce(coalesce(instant(督办办结时间), closed) <= due_instant(督办时限), false)::INT, 1
FROM moment, 事件督办 AS s JOIN valid AS event ON event.id = s.事件编号 JOIN span ON due_instant(督办时限) >= start_at AND due_instant(督办时限) < end_at
WHERE due_instant(督办时限) <= as_of;

INSERT INTO part SELECT 'ME04', 区划编码, span.code, 已落实事项数::INT, 到期事项数::INT FROM 研判会商 JOIN span ON 会议日期::DATE >= first_day AND 会议日期::DATE <= d;

-- 300 to 500 households where the village is urban (11x); no norm for the country and for dedicated grids. The sample's
-- polygons tile the district, so none overlaps or leaves a gap.
INSERT INTO part
SELECT 'ME03', grid.code, span.code,
       (coalesce(grid.kind = '专属网格' OR unit.城乡分类代码 NOT LIKE '11%' OR people.households BETWEEN 300 AND 500, false)
        AND grid.basis IS NOT NULL AND grid.village IS NOT NULL)::INT, 1
FROM active_grid AS grid JOIN span ON in_use(grid.used_from, grid.used_until, d)
JOIN 行政区划 AS unit ON unit.行政区划代码 = grid.village
JOIN people ON people.area = grid.code AND people.period = span.code;
