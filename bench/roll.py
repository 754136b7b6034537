"""roll: finding organisations and people in one community of 10,000 members beside 40,000
organisations, in one of a tenth and in one of ten times that; the same while profiles are saved;
the coverage page; the trust file."""

import contextlib
import http.client
import itertools
import random
import re
import subprocess
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

from support import (BENCH, BINARY, CLIENT_CORE, Moothall, NotHere, ROUNDS, SECONDS, Visitor, WORK,
                     demo, line, median, metrics, ordinary_person, p99_bound_ms, ratios, say,
                     sign_in, wrk)

# The second is the community for which there are aims; a tenth of it, and ten times as much.
SIZES = ("1,000 members", 4_000), ("10,000 members", 40_000), ("100,000 members", 400_000)
READERS = 400  # so many that none comes near the number of pages that one may ask for in a minute

PLACES = ("Ash Birch Cold Dun East Fern Glen Hollow Iron King Lang Mill North Oak Pen Quern Red "
          "Stone Thorn Upper Vale West Wex York").split()
ENDINGS = "bourne bridge brook bury combe dale field ford gate ham haven hurst ley mere ton wick".split()
KINDS = ("Hospice", "Community Interest Company", "University", "Digital Health Limited",
         "Care Group", "Hospital", "Foundation", "Primary Care Network")


def names(count):
    """Invented ones, all different, always the same."""
    made = [f"{place}{ending} {kind}" for place, ending, kind
            in itertools.product(PLACES, ENDINGS, KINDS)]
    more = (f"{name} {number}" for number in itertools.count(2) for name in made)
    return [*made, *itertools.islice(more, max(0, count - len(made)))][:count]


def add_organisations(data, count):
    every = names(count)
    for begin in range(0, count, 1000):
        rows = ",".join(f"('-b{begin + i}', 6, '{name}', 'england', '', '', '', '', '', 1)"
                        for i, name in enumerate(every[begin:begin + 1000]))
        data.sql("INSERT INTO organisations (code, kind, name, nation, region, board, address, "
                 f"town, postcode, is_listed) VALUES {rows}")
    data.sql("""INSERT INTO organisation_states (organisation_id, since, name, nation, region,
                                                 board, is_listed)
                SELECT id, 20000, name, nation, region, board, is_listed
                  FROM organisations WHERE code LIKE '-b%'""",
             "UPDATE organisation_directory SET version = version + 1")


def typed(count):
    """What people type: parts of names, one in three with a letter wrong."""
    dice = random.Random(7)
    paths = []
    for name in dice.sample(names(4_000), count):
        words = name[:dice.randint(6, len(name))]
        if dice.random() < 0.33:
            at = dice.randrange(2, len(words))
            words = words[:at] + "x" + words[at + 1:]
        paths.append("/positions/new?name=" + urllib.parse.quote_plus(words))
    return paths


class Side:
    def __init__(self, engine, size):
        members, organisations = self.size = size
        self.data = demo(members, engine)
        add_organisations(self.data, organisations)
        self.token = sign_in(self.data, [ordinary_person(self.data)])[0]
        self.tokens = sign_in(self.data, [ordinary_person(self.data)] * 20)
        self.readers = sign_in(self.data, some_persons(self.data, READERS))
        self.writer = sign_in(self.data, [another_person(self.data)])[0]
        self.server = Moothall(self.data)


def some_persons(data, count):
    return [row[0] for row in data.sql(f"""
        SELECT DISTINCT person_id FROM audience_members
         WHERE person_id NOT IN (SELECT person_id FROM roles_held)
         ORDER BY person_id LIMIT {count}""")]


def another_person(data):
    """Of those in many audiences: one whom the directory has, but not the reader."""
    return data.number(f"""SELECT max(id) FROM (
        SELECT person_id AS id FROM audience_members GROUP BY person_id
         HAVING count(*) > 1 AND person_id <> {ordinary_person(data)}) AS them""")


def saving_profiles(side, stop, saved):
    """Somebody changes what they say of themselves, once a second."""
    link = http.client.HTTPConnection("127.0.0.1", side.server.port)
    cookie = {"Cookie": f"session={side.writer}"}
    link.request("GET", "/people/profile", headers=cookie)
    page = link.getresponse().read().decode()
    fields = {"token": re.search(r'name="token" value="([^"]+)"', page)[1]}
    for name, options in re.findall(r'<select[^>]* name="(\w+)".*?>(.*?)</select>', page, re.S):
        chosen = re.search(r'value="([^"]*)"[^>]* selected', options)
        fields[name] = (chosen or re.search(r'value="([^"]*)"', options))[1]
    while not stop.wait(1):
        fields |= {"about": f"Saved {len(saved)} times.", "interests": "", "systems": ""}
        link.request("POST", "/people/profile", urllib.parse.urlencode(fields), cookie | {
            "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"})
        answer = link.getresponse()
        answer.read()
        if answer.status != 303:
            raise RuntimeError(f"a profile was not saved: {answer.status}")
        saved.append(answer.status)


def ask(side, paths, rate, seconds, tokens=(), times=None, links=None):
    file = Path(tempfile.mkstemp(dir=WORK, suffix=".paths")[1])
    file.write_text("\n".join(paths) + "\n")
    subprocess.run(["taskset", "-c", CLIENT_CORE, "python3", BENCH / "paced.py",
                    str(side.server.port), f"@{file}", ",".join(tokens or [side.token]),
                    str(rate), str(seconds)] + ([times] if times else []) +
                   ([str(links)] if links else []), check=True)


def half_load(side, paths, rate):
    before = metrics(side.server)
    ask(side, paths, rate / 2, seconds=4)
    return p99_bound_ms(before, metrics(side.server))


def beside_a_writer(side, paths, rate, seconds, tokens=()):
    """The server's histogram would count the writer's own requests: these are the readers', from
    when each was due to its answer, the client's share with it."""
    stop, saved = threading.Event(), []
    writer = threading.Thread(target=saving_profiles, args=(side, stop, saved))
    times = Path(tempfile.mkstemp(dir=WORK, suffix=".times")[1])
    writer.start()
    try:
        ask(side, paths, rate, seconds, tokens, times)
    finally:
        stop.set()
        writer.join()
    if not saved:
        raise RuntimeError("nobody wrote")
    took = sorted(float(one) for one in times.read_text().split())
    p99 = took[min(len(took) - 1, int(len(took) * 0.99))]
    return round(p99, 1), {"requests": len(took), "max_ms": took[-1], "profiles_saved": len(saved)}


def ratio_lines(name, engine, sides, costs):
    """What a page costs in each community, against the one of a tenth; and whether each tenfold adds
    more than the one before it did: cost that is logarithmic adds as much each time."""
    for small, large in zip(sides, sides[1:]):
        ours, theirs = costs[id(large)], costs[id(small)]
        yield line(name, engine, f"{large.size[0]}, {large.size[1]:,} organisations",
                   {"us_small": median(theirs), "us_large": median(ours)}, ratios(ours, theirs),
                   f"× the cost with {small.size[0]}, {small.size[1]:,} organisations")
    small, middle, large = (costs[id(side)] for side in sides)
    added = [(c - b) / (b - a) if b > a else 1.0 for a, b, c in zip(small, middle, large)]
    yield line(name.replace("ten times", "growth"), engine, "1,000 to 100,000 members",
               {"us": [median(some) for some in (small, middle, large)]},
               {"median": median(added, 2), "min": round(min(added), 2),
                "max": round(max(added), 2)},
               "what the second tenfold adds, to what the first added (1: logarithmic)")


def picker(engine, sides):
    """What the pages cost in each community, and how soon the middle one answers at half load."""
    paths = typed(400)
    runs = {id(side): [] for side in sides}
    for side in sides:
        Visitor(side.server, [side.token]).cost(paths[:20])  # makes the index
    for _ in range(ROUNDS):
        for side in sides:
            runs[id(side)].append(wrk(side.server, paths, side.token, seconds=SECONDS))
    yield from ratio_lines("roll, picker, ten times", engine, sides, {
        side: [run["us"] for run in some] for side, some in runs.items()})
    side = sides[1]
    size = f"{side.size[0]}, {side.size[1]:,} organisations"
    rate = median([run["rate"] for run in runs[id(side)]])
    p99, requests = half_load(side, paths, rate)
    yield line("roll, picker, half load", engine, size, {
        "rate": round(rate), "requests_at_half_load": requests}, p99,
               "ms, p99 of the server at half load")
    p99, figures = beside_a_writer(side, paths, rate / 2, seconds=8)
    yield line("roll, picker, half load beside a writer", engine, size, figures, p99,
               "ms, p99 at half load, a profile saved a second")


def searches(count):
    """What people look for: things done, systems, names, mistakes, and pages of filters."""
    dice = random.Random(11)
    wanted = ["virtual wards", "two go-lives", "rowan epr", "kestrel prescribng", "single sign on",
              "ambient voice", "maternity", "haddad", "kapoor", "safety cases", "heron imagin"]
    filters = ["", "?region=Y56", "?network=ccio", "?tag=Virtual+wards", "?open_to=mentoring"]
    return [f"/people?words={urllib.parse.quote_plus(dice.choice(wanted))}"
            if dice.random() < 0.7 else f"/people{dice.choice(filters)}" for _ in range(count)]


def people(engine, sides):
    """One reader at a time; many at half of what the server can; twenty pages a second beside a
    writer, for nobody may walk through the directory faster."""
    paths = searches(60)
    costs = {id(side): [] for side in sides}
    visitors = [Visitor(side.server, side.tokens) for side in sides]
    for round_number in range(ROUNDS + 1):
        for side, visitor in zip(sides, visitors):
            cost = visitor.cost(paths)["us"]
            if round_number > 0:  # the first makes the index
                costs[id(side)].append(cost)
    yield from ratio_lines("roll, people, ten times", engine, sides, costs)
    side = sides[1]
    size = f"{side.size[0]}, {side.size[1]:,} organisations"
    Visitor(side.server, side.readers).cost(searches(READERS))
    times = Path(tempfile.mkstemp(dir=WORK, suffix=".times")[1])
    ask(side, searches(600), 20_000, 3, side.readers, times, links=64)
    rate = len(times.read_text().split()) / 3
    time.sleep(2)  # what was in line when those links were closed is answered first
    before = metrics(side.server)
    ask(side, searches(600), rate / 2, 8, side.readers, times, links=64)
    p99, requests = p99_bound_ms(before, metrics(side.server))
    yield line("roll, people, half load", engine, size, {
        "rate": round(rate), "requests_at_half_load": requests, "readers": READERS}, p99,
               "ms, p99 of the server at half load")
    p99, figures = beside_a_writer(side, paths, 20, seconds=20, tokens=side.tokens)
    yield line("roll, people, 20 a second beside a writer", engine, size, figures, p99,
               "ms, p99, a profile saved a second")


def finding(engine):
    sides = [Side(engine, size) for size in SIZES]
    with contextlib.ExitStack() as running:
        for side in sides:
            running.enter_context(side.server)
        yield from picker(engine, sides)
        yield from people(engine, sides)


def coverage_cost(data):
    token = sign_in(data, [ordinary_person(data)])[0]
    with Moothall(data) as server:
        visitor = Visitor(server, [token])
        path = ["/coverage?network=ccio&by=board"]
        visitor.cost(path * 20)
        return median([visitor.cost(path * 50)["us"] for _ in range(ROUNDS)])


def add_trusts(data, count):
    """Open ones, in the places of those that are there."""
    for begin in range(0, count, 500):
        rows = ",".join(f"('T{begin + i:04X}', 1, '{name} Trust', 'england', 'Y56', 'QMJ', '', '', "
                        "'', 1)" for i, name in enumerate(names(count)[begin:begin + 500]))
        data.sql("INSERT INTO organisations (code, kind, name, nation, region, board, address, "
                 f"town, postcode, is_listed) VALUES {rows}")
    data.sql("""INSERT INTO organisation_states (organisation_id, since, name, nation, region,
                                                 board, is_listed)
                SELECT id, 15000, name, nation, region, board, is_listed
                  FROM organisations WHERE code LIKE 'T____' AND kind = 1
                   AND name LIKE '% Trust' AND opened IS NULL AND NOT EXISTS
                       (SELECT 1 FROM organisation_states s
                         WHERE s.organisation_id = organisations.id)
             """, "UPDATE organisation_directory SET version = version + 1")


def coverage(engine):
    data = demo(engine=engine)
    cost = coverage_cost(data)
    yield line("roll, coverage page", engine, "178 open trusts, 250 positions", {},
               round(cost / 1000, 2), "ms of processor time a page")
    add_trusts(data, 1_602)
    more = coverage_cost(data)
    yield line("roll, coverage of ten times", engine, "1,780 open trusts",
               {"ms": round(more / 1000, 2)}, round(more / cost, 2), "× the cost of 178 trusts")


def trust_line(number, name):
    return (f'"T{number:04X}","{name.upper()} NHS TRUST","Y56","QMJ","TRUST HEADQUARTERS","",""'
            ',"TOWN","","AA1 1AA","19940401"' + ',""' * 10 + ',"0","","H","","",""\n')


def read_in(count):
    folder = Path(tempfile.mkdtemp(dir=WORK))
    file = folder / "etr.csv"
    file.write_text("".join(trust_line(i, name) for i, name in enumerate(names(count))))
    subprocess.run([BINARY, "migrate", "--data", folder / "data"], check=True, capture_output=True)
    begun = time.monotonic()
    subprocess.run([BINARY, "organisations", "import", file, "--as-of", "2026-07-31", "--data",
                    folder / "data"], check=True, capture_output=True)
    return time.monotonic() - begun


def file_import():
    before = None
    for count, name in ((240, "trust file"), (2_400, "file of 2,400"), (24_000, "file of 24,000")):
        times = [read_in(count) for _ in range(ROUNDS)]
        took = median(times, 3)
        figures = {"max_s": round(max(times), 3)}
        if before:
            figures["times_the_file_of_a_tenth"] = round(took / before, 1)
        yield line(f"roll, {name}", "sqlite", f"{count:,} trusts, all new", figures, took,
                   "seconds to read it in")
        before = took


def run():
    yield from file_import()
    for engine in ("sqlite", "postgresql"):
        try:
            yield from coverage(engine)
            yield from finding(engine)
        except NotHere as reason:
            say(f"roll on {engine} not run: {reason}")
