"""count: a million ballots, 20 candidates and 8 seats from text to result, and a ward of 10,000."""

import os
import subprocess
import tempfile
from pathlib import Path

from support import BINARY, ROUNDS, WORK, line, median

RULES = ("scottish", "ers97", "meek")
MASK = (1 << 64) - 1


class Dice:
    """SplitMix64, so that the file is the same whatever the version of Python."""

    def __init__(self, seed):
        self.state = seed

    def share(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) * 2.0 ** -53


def strengths(dice, candidates):
    """A bloc of voters: each candidate next in its shuffled order is four fifths as strong."""
    order = list(range(candidates))
    for i in range(candidates - 1, 0, -1):
        j = int(dice.share() * (i + 1))
        order[i], order[j] = order[j], order[i]
    found = [0.0] * candidates
    for rank, candidate in enumerate(order):
        found[candidate] = 0.8 ** rank
    return found


def ranking(dice, strength, candidates):
    length, share = 2, dice.share()
    if share < 0.18:
        length = 1
    elif share < 0.24:
        length = candidates
    else:
        while length < candidates and dice.share() > 0.22:
            length += 1
    left, total, chosen = list(strength), sum(strength), []
    for _ in range(length):
        mark, last = dice.share() * total, 0
        for candidate, weight in enumerate(left):
            if weight > 0.0:
                last = candidate
                mark -= weight
                if mark < 0.0:
                    break
        chosen.append(last + 1)
        total -= left[last]
        left[last] = 0.0
    return chosen


def ballots(path, number, candidates, seats):
    """One line a ballot, as they were cast: four blocs of voters with tastes of their own. For a million,
    20 and 8 it is the file whose results other programs have published, byte for byte but the title."""
    dice = Dice(20260601)
    blocs = [strengths(dice, candidates) for _ in range(4)]
    with open(path, "w") as file:
        file.write(f"{candidates} {seats}\n")
        for _ in range(number):
            bloc, share = 0, dice.share()
            while share >= (0.40, 0.70, 0.88, 1.0)[bloc]:
                bloc += 1
            file.write("1 " + " ".join(map(str, ranking(dice, blocs[bloc], candidates))) + " 0\n")
        file.write("0\n")
        file.writelines(f'"Candidate {c + 1:02}"\n' for c in range(candidates))
        file.write('"made"\n')


def command(path, rule):
    return [BINARY, "count", path, "--rule", rule, "--format", "json", "--log-level", "error"]


def once(arguments):
    """Processor time of a command in seconds, and the most memory it had in MB."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"moothall count ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1_000


def run():
    folder = Path(tempfile.mkdtemp(dir=WORK, prefix="count."))
    million, ward, nothing = folder / "million.blt", folder / "ward.blt", folder / "nothing.blt"
    ballots(million, 1_000_000, 20, 8)
    ballots(ward, 10_000, 10, 4)
    ballots(nothing, 1, 10, 4)
    most = 0.0
    for rule in RULES:
        # Starting the program is no part of the count, and is taken off: one start for each count.
        spent, started = [], []
        for _ in range(max(ROUNDS, 5)):
            seconds, megabytes = once(command(million, rule))
            spent.append(seconds)
            started.append(once(command(nothing, rule))[0])
            most = max(most, megabytes)
        yield line(f"count, million, {rule}", "-", "1,000,000 ballots, 20 candidates, 8 seats",
                   {"command_s": median(spent, 3), "start_s": median(started, 3)},
                   median([a - b for a, b in zip(spent, started)], 3),
                   "seconds of processor time, text to result")
    yield line("count, memory", "-", "1,000,000 ballots", {}, round(most, 1), "MB at most")
    for rule in RULES:
        spent, started = [], []
        for _ in range(20 * max(ROUNDS, 5)):
            spent.append(once(command(ward, rule))[0])
            started.append(once(command(nothing, rule))[0])
        yield line(f"count, ward, {rule}", "-", "10,000 ballots, 10 candidates, 4 seats",
                   {"command_ms": round(median(spent, 5) * 1000, 2)},
                   round(median([a - b for a, b in zip(spent, started)], 5) * 1000, 2),
                   "ms of processor time, text to result")
