"""roll: finding organisations among 40,000 and among 4,000, people among 10,000 and 1,000, the
coverage page, the trust file."""

import itertools
import random
import subprocess
import tempfile
import time
import urllib.parse
from pathlib import Path

from support import (BENCH, BINARY, CLIENT_CORE, Moothall, NotHere, ROUNDS, SECONDS, Visitor, demo,
                     line, median, metrics, ordinary_person, p99_bound_ms, ratios, say, sign_in,
                     wrk)

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
    for begin in range(0, count, 1000):
        rows = ",".join(f"('-b{begin + i}', 6, '{name}', 'england', '', '', '', '', '', 1)"
                        for i, name in enumerate(names(count)[begin:begin + 1000]))
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
        paths.append("/organisations?name=" + urllib.parse.quote_plus(words))
    return paths


class Side:
    def __init__(self, engine, count):
        self.data = demo(engine=engine)
        add_organisations(self.data, count)
        self.token = sign_in(self.data, [ordinary_person(self.data)])[0]
        self.server = Moothall(self.data)


def half_load(side, path, rate):
    before = metrics(side.server)
    subprocess.run(["taskset", "-c", CLIENT_CORE, "python3", BENCH / "paced.py",
                    str(side.server.port), path, side.token, str(rate / 2), "4"], check=True)
    return p99_bound_ms(before, metrics(side.server))


def picker(engine):
    paths = typed(400)
    small, large = Side(engine, 4_000), Side(engine, 40_000)
    with small.server, large.server:
        runs = {id(side): [] for side in (small, large)}
        for side in (small, large):
            wrk(side.server, paths, side.token, seconds=1)
        for _ in range(ROUNDS):
            for side in (small, large):
                runs[id(side)].append(wrk(side.server, paths, side.token, seconds=SECONDS))
        ours, theirs = runs[id(large)], runs[id(small)]
        p99, requests = half_load(large, paths[0], max(run["rate"] for run in ours))
        yield line("roll, picker", engine, "40,000 organisations", {
            "us_at_4000": median([run["us"] for run in theirs]),
            "us_at_40000": median([run["us"] for run in ours]),
            "rate": round(max(run["rate"] for run in ours)), "requests_at_half_load": requests,
            "growth": ratios([run["us"] for run in ours], [run["us"] for run in theirs])},
                   p99, "ms, p99 of the server at half load")


def searches(count):
    """What people look for: things done, systems, names, and pages of filters."""
    dice = random.Random(11)
    wanted = ["virtual wards", "two go-lives", "rowan epr", "kestrel prescribng", "single sign on",
              "ambient voice", "maternity", "haddad", "kapoor", "safety cases", "heron imagin"]
    return [f"/people?words={urllib.parse.quote_plus(dice.choice(wanted))}"
            if dice.random() < 0.7 else "/people" for _ in range(count)]


def people(engine):
    paths = searches(200)
    cost = {}
    for members in (1_000, 10_000):
        data = demo(f"{members:,} members", engine)
        token = sign_in(data, [ordinary_person(data)])[0]
        with Moothall(data) as server:
            wrk(server, paths, token, seconds=1)
            runs = [wrk(server, paths, token, seconds=SECONDS) for _ in range(ROUNDS)]
            cost[members] = median([run["us"] for run in runs])
            if members < 10_000:
                continue
            before, rate = metrics(server), max(run["rate"] for run in runs)
            subprocess.run(["taskset", "-c", CLIENT_CORE, "python3", BENCH / "paced.py",
                            str(server.port), "/people?words=virtual+wards", token,
                            str(rate / 2), "4"], check=True)
            p99, requests = p99_bound_ms(before, metrics(server))
    yield line("roll, people", engine, "10,000 members", {
        "us_at_1000": cost[1_000], "us_at_10000": cost[10_000], "rate": round(rate),
        "requests_at_half_load": requests}, p99, "ms, p99 of the server at half load")


def coverage(engine):
    data = demo(engine=engine)
    token = sign_in(data, [ordinary_person(data)])[0]
    with Moothall(data) as server:
        visitor = Visitor(server, [token])
        path = ["/coverage?network=ccio&by=board"]
        visitor.cost(path * 20)
        cost = median([visitor.cost(path * 50)["us"] for _ in range(ROUNDS)])
    yield line("roll, coverage page", engine, "178 open trusts, 250 positions", {},
               round(cost / 1000, 2), "ms of processor time a page")


def trust_line(number, name):
    return (f'"T{number:04d}","{name.upper()} NHS TRUST","Y56","QMJ","TRUST HEADQUARTERS","",""'
            ',"TOWN","","AA1 1AA","19940401"' + ',""' * 10 + ',"0","","H","","",""\n')


def file_import():
    times = []
    for _ in range(ROUNDS):
        folder = Path(tempfile.mkdtemp())
        file = folder / "etr.csv"
        file.write_text("".join(trust_line(i, name) for i, name in enumerate(names(280))))
        subprocess.run([BINARY, "migrate", "--data", folder / "data"], check=True,
                       capture_output=True)
        begun = time.monotonic()
        subprocess.run([BINARY, "organisations", "import", file, "--as-of", "2026-07-31", "--data",
                        folder / "data"], check=True, capture_output=True)
        times.append(time.monotonic() - begun)
    yield line("roll, trust file", "sqlite", "280 trusts, all new", {"max_s": round(max(times), 3)},
               round(median(times, 3), 3), "seconds to read it in")


def run():
    yield from file_import()
    for engine in ("sqlite", "postgresql"):
        try:
            yield from coverage(engine)
            yield from picker(engine)
            yield from people(engine)
        except NotHere as reason:
            say(f"roll on {engine} not run: {reason}")
