-- ID01 to ID05 (domain.md §5.4).

CREATE TABLE item AS
SELECT 区划编码 AS place, 应公开日期::DATE AS due_on, 实际公开日期::DATE AS published_on, coalesce(内容是否完整 = '是' AND 内容是否准确 = '是', false) AS is_good,
       答复期限::DATE AS reply_due_on, 答复日期::DATE AS replied_on
FROM (SELECT * FROM 信息公开事项 QUALIFY row_number() OVER (PARTITION BY 公开事项编号 ORDER BY delivery DESC) = 1);

INSERT INTO part SELECT 'ID01', place, span.code, coalesce(is_good AND published_on <= as_of::DATE, false)::INT, 1
FROM moment, item JOIN span ON due_on >= first_day AND due_on <= d;
INSERT INTO part SELECT 'ID02', place, span.code, coalesce(published_on <= due_on, false)::INT, 1 FROM item JOIN span ON due_on >= first_day AND due_on <= d;
INSERT INTO part SELECT 'ID05', place, span.code, coalesce(replied_on <= reply_due_on, false)::INT, 1 FROM item JOIN span ON reply_due_on >= first_day AND reply_due_on <= d;

INSERT INTO part SELECT 'ID03', place, period, is_told::INT, 1 FROM closed_in WHERE source IN ('03', '04', '05', '06', '07', '13', '15');

INSERT INTO part
SELECT 'ID04', grid.code, span.code, coalesce(has_board AND board_fits AND board_on <= d AND board_on >= d - 180, false)::INT, 1
FROM active_grid AS grid, span WHERE in_use(grid.used_from, grid.used_until, d);
