-- Who acted on whom, month by month: pair_months with the way.
CREATE TABLE pair_ways (
	a     TEXT NOT NULL, -- a < b
	b     TEXT NOT NULL,
	way   INTEGER NOT NULL, -- 0 together or each on the other, 1 a on b, 2 b on a
	month TEXT NOT NULL,
	n     INTEGER NOT NULL,
	quad0 INTEGER NOT NULL,
	quad1 INTEGER NOT NULL,
	quad2 INTEGER NOT NULL,
	quad3 INTEGER NOT NULL,
	quad4 INTEGER NOT NULL,
	scale INTEGER NOT NULL, -- sum, in hundredths
	PRIMARY KEY (a, b, way, month)
) WITHOUT ROWID;

INSERT INTO pair_ways
SELECT min(a, b), max(a, b), CASE WHEN both THEN 0 WHEN a < b THEN 1 ELSE 2 END AS w, substr(day, 1, 7) AS m,
	count(*), sum(quad = 0), sum(quad = 1), sum(quad = 2), sum(quad = 3), sum(quad = 4), sum(scale)
FROM (SELECT x.a, x.b, x.day, x.quad, x.scale, x.mutual OR EXISTS (
		SELECT 1 FROM pairs y WHERE y.a = x.b AND y.b = x.a AND y.day = x.day AND y.event = x.event) AS both
	FROM pairs x WHERE x.a != x.b)
WHERE NOT (both AND a > b)
GROUP BY 1, 2, w, m;

DROP TABLE pair_months;
