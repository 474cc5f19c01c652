-- PP01 to PP06 (domain.md §5.3).

INSERT INTO part SELECT 'PP01', place, period, coalesce(source IN ('03', '04', '06'), false)::INT, 1 FROM accepted_in WHERE NOT is_self;

INSERT INTO part SELECT 'PP02', 区划编码, span.code, 参与人次::INT, NULL FROM 公众参与 JOIN span ON 活动日期::DATE >= first_day AND 活动日期::DATE <= d;

INSERT INTO part SELECT 'PP03', place, period, (satisfaction_word IN ('满意', '非常满意'))::INT, 1 FROM closed_in
WHERE satisfaction_word IN ('很不满意', '不满意', '一般', '满意', '非常满意');

-- 2026年第三季度 → its first and last day.
CREATE MACRO quarter_start(words) AS make_date(left(words, 4)::INT, (position(substr(words, 7, 1) IN '一二三四') - 1) * 3 + 1, 1);
CREATE MACRO quarter_end(words) AS (quarter_start(words) + INTERVAL 3 MONTH - INTERVAL 1 DAY)::DATE;

CREATE VIEW wave AS
SELECT s.*, span.code AS period FROM 满意度知晓度调查 AS s JOIN span ON quarter_start(调查周期) >= first_day AND quarter_end(调查周期) <= last_day AND quarter_start(调查周期) <= d;
INSERT INTO part SELECT 'PP04', 区划编码, period, 权重::DOUBLE * 知晓网格员人数::INT, 权重::DOUBLE * 有效样本::INT FROM wave;
INSERT INTO part SELECT 'PP06', 区划编码, period, 权重::DOUBLE * 认同人数::INT, 权重::DOUBLE * 有效样本::INT FROM wave;

INSERT INTO part SELECT 'PP05', 区划编码, span.code, coalesce(落实议题数::INT, 0), coalesce(采纳议题数::INT, 0)
FROM 公众参与 JOIN span ON 活动日期::DATE >= first_day AND 活动日期::DATE <= d;
