"""build: a clean release build without the compiler cache, and a one-line change to a tested
program."""

import os
import resource
import shutil
import subprocess
import time

from support import POSTGRES, ROOT, WORK, line

LEFT_OUT = {"build", "node_modules", ".git", "var"}
CHANGED = "src/features/forum/policy.cpp"
TESTS = "test_features_forum"


def timed(command, environment):
    def used():
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        return spent.ru_utime + spent.ru_stime
    before, began = used(), time.perf_counter()
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout[-2_000:])
    return time.perf_counter() - began, used() - before


def copied():
    """The tree as it is now, somewhere else: nobody's files are touched by the change below."""
    tree = WORK / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(ROOT, tree, symlinks=True, ignore=lambda folder, names:
                    LEFT_OUT & set(names) if folder == str(ROOT) else set())
    if (ROOT / "node_modules").exists():
        (tree / "node_modules").symlink_to(ROOT / "node_modules")
    return tree


def clean(configure, build):
    plain = {**os.environ, "CCACHE_DISABLE": "1"}
    timed([*configure, "-DMOOTHALL_TESTS=OFF"], plain)
    wall, used = timed(["ninja", "-C", build, "-j2", "moothall"], plain)
    return line("build, clean", "-", "-", {"processor_s": round(used, 1), "jobs": 2},
                round(wall, 1), "seconds, moothall without the compiler cache")


def one_line(configure, tree, build):
    targets = ["ninja", "-C", build, "-j2", "moothall", TESTS]
    timed([*configure, "-DMOOTHALL_TESTS=ON"], os.environ)
    timed(targets, os.environ)
    source = tree / CHANGED
    text = source.read_text()
    more = f"[[maybe_unused]] static const int one_line_more = {os.getpid()};"
    assert "namespace forum {\n" in text, CHANGED
    source.write_text(text.replace("namespace forum {\n", f"namespace forum {{\n\n{more}\n", 1))
    wall, used = timed(targets, os.environ)
    engines = [] if POSTGRES else ["--gtest_filter=-*Postgresql*"]
    test_wall, test_used = timed([build / "tests" / TESTS, *engines], os.environ)
    return line("build, one line", "sqlite, postgresql" if POSTGRES else "sqlite", "-",
                {"build_s": round(wall, 1), "test_s": round(test_wall, 1),
                 "build_processor_s": round(used, 1), "test_processor_s": round(test_used, 1),
                 "changed": CHANGED},
                round(wall + test_wall, 1), "seconds, a line of the forum to a tested program")


def run():
    tree, build = copied(), WORK / "tree-build"
    shutil.rmtree(build, ignore_errors=True)
    configure = ["cmake", "-S", tree, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release"]
    yield clean(configure, build)
    yield one_line(configure, tree, build)
