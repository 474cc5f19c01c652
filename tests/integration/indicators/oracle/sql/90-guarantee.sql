-- GU01 to GU04 (domain.md §5.4).

INSERT INTO part SELECT 'GU01', 区划编码, span.code, 到位数::INT, 计划数::INT
FROM 保障台账 JOIN span ON quarter_start(保障周期) >= first_day AND quarter_end(保障周期) <= last_day AND quarter_start(保障周期) <= d WHERE 保障项目 = '经费';

-- The months of the roster are sums without a date: those of the full-time members of t.
INSERT INTO part SELECT 'GU02', place, period, least(paid_months, insured_months), pay_months FROM full_time;

INSERT INTO part SELECT 'GU03', place, period, coalesce(has_device, false)::INT, 1 FROM full_time;

INSERT INTO part SELECT 'GU04', coalesce(k.grid, 考核对象编号), span.code, 已兑现激励数::INT, 应兑现激励数::INT
FROM 网格考核 AS a LEFT JOIN known_grid AS k ON k.code = a.考核对象编号 JOIN span ON quarter_start(考核周期) >= first_day AND quarter_end(考核周期) <= last_day AND quarter_start(考核周期) <= d;
