"""linter: reading a text against a roll of 1,000 and of 10,000 people, and ten times the text."""

import itertools
import random
import subprocess
import tempfile
import time
from pathlib import Path

from support import BINARY, ROUNDS, WORK, line

FIRST = ("Hope Will Mark Grace Rose Frank Bill Amara Siobhan Robert Elizabeth James Priya Tunde May "
         "Krzysztof Aisha Carla Dev Ewan Farah Gareth Hana Imran Jess Kwame Lena Marek Nadia Owen "
         "Petra Rafiq Sunita Tomasz Uma Vikram Wanda Yusuf Zara Callum").split()
ONSETS = "Ash Black Carr Dun Ell Farn Good Hart Ick King Lang Mill Nor Oak Pen Rad Stan Thorn Wal York".split()
ENDINGS = "bourne by combe den field ford ham hurst ley man more ridge sby ton well wick worth".split()
PLAIN = "Price Young Long King Wood Field Read Best Law Day Pope English Grant Khan Patel Smith".split()
ROLES = ("CCIO", "CIO", "CNIO", "Chief Nurse", "Medical Director", "Caldicott Guardian")
REGIONS = ("London", "South West", "South East", "Midlands", "East of England", "North West",
           "North East and Yorkshire")
KINDS = ("Hospitals NHS Foundation Trust", "Mental Health NHS Trust", "Ambulance Service NHS Trust",
         "Community NHS Trust", "Integrated Care Board")
SENTENCES = (
    "I hope the price will hold, since the trust may read the long form in the next field.",
    "The pilot took a year, and the ward team marked each alert that nobody had read.",
    "Dr {family} said that the board had asked for more time, which nobody had planned for.",
    "Our CCIO works for a mental health trust in the {region}, and the outage lasted all day.",
    "Thanks to {first} {family} for the notes; the code was wrong and the list was long.",
    "As the discharge letter is sent before the patient leaves, the pharmacy has to wait for it.",
    "{organisation} went live in May, with a hazard log of twelve lines and no safety case.",
)


def files(folder, people):
    dice = random.Random(people)
    families = [*PLAIN, *("".join(parts) for parts in itertools.product(ONSETS, ENDINGS))]
    places = ["".join(parts) for parts in itertools.product(ONSETS, ENDINGS)]
    organisations = [(f"X{i:04}", f"{dice.choice(places)} and {dice.choice(places)} {kind}", kind)
                     for i, kind in zip(range(people // 4), itertools.cycle(KINDS))]
    roll = ["name,organisation,organisation_code,role,region"]
    for _ in range(people):
        code, name, _ = dice.choice(organisations)
        roll.append(f"{dice.choice(FIRST)} {dice.choice(families)},{name},{code},"
                    f"{dice.choice(ROLES)},{dice.choice(REGIONS)}")
    (folder / "roll.csv").write_text("\n".join(roll))
    (folder / "organisations.csv").write_text("\n".join(
        ["code,name,kind,aliases", *(f"{code},{name},{kind}," for code, name, kind in organisations)]))
    return families, [name for _, name, _ in organisations]


def text(families, organisations, size):
    dice = random.Random(7)
    parts, written = [], 0
    while written < size:
        said = dice.choice(SENTENCES).format(
            first=dice.choice(FIRST), family=dice.choice(families), region=dice.choice(REGIONS),
            organisation=dice.choice(organisations))
        parts.append(said + ("\n\n" if dice.random() < 0.2 else " "))
        written += len(parts[-1])
    return "".join(parts)


def seconds(folder, name):
    """Processor time of the whole command, the fastest of some rounds."""
    spent = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        subprocess.run([BINARY, "rule", "lint", folder / name, "--roll", folder / "roll.csv",
                        "--organisations", folder / "organisations.csv", "--format", "json"],
                       stdout=subprocess.DEVNULL, check=True)
        spent.append(time.perf_counter() - begun)
    return min(spent)


def run():
    small_mb = 2
    for people in (1_000, 10_000):
        folder = Path(tempfile.mkdtemp(dir=WORK, prefix="linter."))
        families, organisations = files(folder, people)
        (folder / "nothing").write_text("")
        for name, size in (("small", small_mb * 1_000_000), ("large", small_mb * 10_000_000)):
            (folder / name).write_text(text(families, organisations, size))
        start, small, large = (seconds(folder, name) for name in ("nothing", "small", "large"))
        yield line("linter, text", "-", f"{people:,} people",
                   {"start_ms": round(start * 1000), "mb_10_times": round(small_mb * 10 / (large - start), 1)},
                   round(small_mb / (small - start), 1), "MB a second")
        yield line("linter, ten times", "-", f"{people:,} people", {},
                   round((large - start) / (small - start), 2), "times as long for ten times the text")
