"""DuckDB's side of the frame benchmark: every answer becomes a table in memory."""

import duckdb
from measure import customers, finish, measure, rows

db = duckdb.connect()
numbers = ["id", "age", "fare", "score", "cust"]


def table(name, query):
    db.execute(f"create or replace table {name} as {query}")


def answer(query):
    return lambda: table("answer", query)


def one(query):
    return db.execute(query).fetchone()


def shape_and_sum(name, column):
    width = len(db.execute(f"describe {name}").fetchall())
    count, total = one(f"select count(*), sum({column}) from {name}")
    return [count, width, total]


def scores(_):
    last = one("select count(*) from answer")[0] - 1
    return [
        one(f"select score from answer limit 1 offset {at}")[0]
        for at in (0, (last + 1) // 2, last)
    ]


def read():
    table("trips", f"select * from read_csv('{rows}')")


table("customers", f"select * from read_csv('{customers}')")
read()
measure("read", read, lambda _: shape_and_sum("trips", "fare"))
measure(
    "filter",
    answer("select * from trips where fare > 60 and city = 'Rome'"),
    lambda _: shape_and_sum("answer", "fare"),
)
measure(
    "group-1",
    answer("select seg, avg(age) as age from trips group by seg order by seg"),
    lambda _: one("select count(*), sum(age) from answer"),
)
measure(
    "group-2",
    answer("select seg, city, avg(age) as age from trips group by seg, city order by seg, city"),
    lambda _: one("select count(*), sum(age) from answer"),
)
measure("sort-1", answer("select * from trips order by score"), scores)
measure("sort-2", answer("select * from trips order by seg, score desc"), scores)
# Its own `summarize` estimates the quartiles.
measure(
    "describe",
    answer(
        "select "
        + ", ".join(
            f"count({x}) as {x}_count, avg({x}) as {x}_mean, stddev({x}) as {x}_std, "
            f"quantile_cont({x}, [0, 0.25, 0.5, 0.75, 1]) as {x}_quantiles"
            for x in numbers
        )
        + " from trips"
    ),
    lambda _: one("select fare_mean, score_std, age_quantiles[2] from answer"),
)
measure(
    "merge",
    answer("select * from trips join customers using (cust)"),
    lambda _: shape_and_sum("answer", "weight"),
)
measure(
    "pivot",
    answer("pivot (select seg, city, fare from trips) on city using avg(fare) group by seg"),
    lambda _: [
        *one("select count(*) from answer"),
        len(db.execute("describe answer").fetchall()) - 1,
        sum(sum(row[1:]) for row in db.execute("select * from answer").fetchall()),
    ],
)
measure(
    "rolling",
    answer(
        "select case when count(*) over w = 100 then avg(score) over w end as mean from trips "
        "window w as (order by id rows between 99 preceding and current row)"
    ),
    lambda _: one("select count(*), count(*) - count(mean), sum(mean) from answer"),
)
finish()
