"""gate: what passing the gate adds to a letter and to a page."""

import os
import subprocess

from support import BENCH, NotHere, ROUNDS, line, median, say

TREE = BENCH.parent / "build/release"
NAMES = {"letter": ("a letter queued", "% of a letter"),
         "visitors": ("a network's page for visitors", "% of a page for visitors")}


def measured(engine):
    if engine == "postgresql" and not os.environ.get("MOOTHALL_TEST_POSTGRES"):
        raise NotHere("no PostgreSQL server in MOOTHALL_TEST_POSTGRES")
    said = subprocess.run([TREE / "bench/gate"], check=True, capture_output=True, text=True,
                          env={**os.environ, "BENCH_ENGINE": engine})
    rows = [row.split() for row in said.stdout.splitlines() if row.startswith("cost ")]
    return {what: (float(gate), float(whole)) for _, what, gate, whole in rows}


def run():
    subprocess.run(["ninja", "-C", TREE, "--quiet", "bench_gate"], check=True,
                   stdout=subprocess.DEVNULL)
    for engine in ("sqlite", "postgresql"):
        try:
            rounds = [measured(engine) for _ in range(ROUNDS)]
        except NotHere as reason:
            say(f"gate on {engine} not run: {reason}")
            continue
        for what, (size, unit) in NAMES.items():
            shares = [one[what][0] / one[what][1] * 100 for one in rounds]
            yield line(f"gate, {what}", engine, size,
                       {"gate_us": median([one[what][0] for one in rounds], 3),
                        "whole_us": median([one[what][1] for one in rounds], 1)},
                       {"median": median(shares, 2), "min": round(min(shares), 2),
                        "max": round(max(shares), 2)}, unit)
