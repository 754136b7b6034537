"""topic-page: the page of 20 posts against nginx sending the same bytes from a file."""

import re
import subprocess

from support import (BENCH, CLIENT_CORE, Moothall, NotHere, Nginx, ROUNDS, SECONDS, Visitor, demo, get,
                     line, median, metrics, ordinary_person, p99_bound_ms, ratios, read_all,
                     read_the_last, say, sign_in, size_name, wrk)

STRETCHES_MAX = 3_800  # 137 MB, more than the shelf of drawn posts holds (64): none is found again


def stretches(data, person):
    """Pages of 20 posts that this person may see, each another stretch of posts."""
    topics = data.sql(f"""
        SELECT t.id, t.last_number FROM topics t
          JOIN audience_members m ON m.audience_id = t.audience_id AND m.person_id = {person}
         WHERE t.last_number >= 20 AND t.hidden_at IS NULL ORDER BY t.id""")
    pages = [f"/forum/{topic}-bench?from={begin}" for topic, last in topics
             for begin in range(1, int(last) - 18)]
    return pages[:STRETCHES_MAX], [f"/forum/{topic}-bench?from=1" for topic, _ in topics]


def whole(server, path, token):
    status, fields, body = get(server, path, token)
    assert status == 200 and 'data-page="topic"' in body.decode(), (status, path)
    assert len(re.findall(rb'<article class="post', body)) == 20, path
    return body


def against_nginx(server, nginx, paths, files, token):
    """Both sides in turn, so that what else the machine does falls on both."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(wrk(nginx, files, seconds=SECONDS))
        ours.append(wrk(server, paths, token, seconds=SECONDS))
    return ours, theirs


def result(name, data, ours, theirs, figures):
    figures = {
        "ours_us": median([run["us"] for run in ours]),
        "nginx_us": median([run["us"] for run in theirs]),
        "rate": round(max(run["rate"] for run in ours)), **figures}
    if data.database:
        figures["engine_us"] = median([run["engine_us"] for run in ours])
    ratio = ratios([run["us"] for run in ours], [run["us"] for run in theirs])
    return line(name, data.engine, size_name(), figures, ratio,
                "processor time a request, ours / nginx")


def half_load(server, path, token, rate):
    """A paced client at half of what the server can do; p99 as the server's histogram tells it."""
    before = metrics(server)
    subprocess.run(["taskset", "-c", CLIENT_CORE, "python3", BENCH / "paced.py",
                    str(server.port), path, token, str(rate / 2), "4"], check=True)
    return p99_bound_ms(before, metrics(server))


def measured(engine):
    data = demo(engine=engine)
    person = ordinary_person(data)
    read_all(data, person)
    token = sign_in(data, [person])[0]
    pages, first_pages = stretches(data, person)
    with Moothall(data) as server:
        read_the_last(server, data, person, token)
        page = first_pages[0]
        body = whole(server, page, token)
        with Nginx({"page.html": body}) as nginx:
            wrk(server, [page], token, seconds=1)  # warm
            ours, theirs = against_nginx(server, nginx, [page], ["/page.html"], token)
            p99, requests = half_load(server, page, token, max(run["rate"] for run in ours))
            yield result("topic-page, posts cached", data, ours, theirs,
                         {"bytes": len(body), "p99_ms_at_half_load": p99,
                          "requests_at_half_load": requests})
        bodies = {f"{i}.html": whole(server, pages[i], token)
                  for i in range(0, len(pages), max(1, len(pages) // 200))}
        with Nginx(bodies) as nginx:
            ours, theirs = against_nginx(server, nginx, pages, ["/" + name for name in bodies],
                                         token)
            yield result("topic-page, posts not cached", data, ours, theirs,
                         {"bytes": round(sum(map(len, bodies.values())) / len(bodies)),
                          "stretches": len(pages)})
        if engine == "sqlite":
            yield nothing_cached(server, data, first_pages, token)


def nothing_cached(server, data, pages, token):
    """Before each request the topic gets another version by another process's commit: the posts,
    the people, the menu, the session and SQLite's own pages all have to be found anew."""
    body = whole(server, pages[0], token)
    commit = data.committer()
    number = re.search(r"/forum/(\d+)-", pages[0]).group(1)
    change = f"UPDATE topics SET version = version + 1 WHERE id = {number}"
    ours, theirs = [], []
    with Nginx({"page.html": body}) as nginx:
        ask_us, ask_nginx = Visitor(server, [token]), Visitor(nginx)
        for _ in range(ROUNDS):
            theirs.append(ask_nginx.cost(["/page.html"] * 300, commit))
            ours.append(ask_us.cost([pages[0]] * 300, lambda: commit(change)))
    return result("topic-page, nothing cached", data, ours, theirs, {"bytes": len(body)})


def run():
    yield from measured("sqlite")
    try:
        yield from measured("postgresql")
    except NotHere as reason:
        say(f"topic-page on PostgreSQL not run: {reason}")
