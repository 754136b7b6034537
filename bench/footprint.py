"""binary, demo, start, memory: how large and how quick the program itself is."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from support import (BINARY, SIZES, WORK, Moothall, Process, Visitor, cpu_us, demo, free_port, get,
                     line, median, memory_kb, ordinary_person, sign_in, size_name)


def run_binary():
    stripped = WORK / "moothall.stripped"
    subprocess.run(["strip", "-o", stripped, BINARY], check=True)
    size = stripped.stat().st_size / 1e6
    yield line("binary", "-", "-", {"unstripped_mb": round(BINARY.stat().st_size / 1e6, 2)},
               round(size, 2), "MB stripped")


def run_demo():
    """Filled three times into fresh folders."""
    members, topics, posts = SIZES[1]
    seconds, used = [], []
    for _ in range(3):
        folder = Path(tempfile.mkdtemp(dir=WORK, prefix="fill."))
        before, began = os.times(), time.perf_counter()
        subprocess.run([BINARY, "demo", "--data", folder, "--members", str(members), "--topics",
                        str(topics), "--posts", str(posts), "--log-level", "error"],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        after = os.times()
        seconds.append(time.perf_counter() - began)
        used.append(after.children_user + after.children_system - before.children_user -
                    before.children_system)
        shutil.rmtree(folder)
    yield line("demo", "sqlite", size_name(),
               {"processor_s": median(used, 2), "max_s": round(max(seconds), 2)},
               median(seconds, 2), "seconds to fill")


class Starting(Process):
    def __init__(self, data):
        self.began = time.perf_counter()
        port = free_port()
        super().__init__([BINARY, "serve", *data.options(), "--listen", f"127.0.0.1:{port}"], port)

    def first_answer(self):
        while True:
            try:
                assert get(self, "/sign-in")[0] == 200
                return time.perf_counter() - self.began
            except ConnectionRefusedError:
                time.sleep(0.0002)


def run_start():
    data = demo()
    seconds, used = [], []
    for _ in range(11):
        with Starting(data) as server:
            seconds.append(server.first_answer())
            used.append(cpu_us(server.pid) / 1e6)
    yield line("start", "sqlite", size_name(),
               {"min_s": round(min(seconds), 4), "max_s": round(max(seconds), 4),
                "processor_s": median(used, 4), "starts": len(seconds)},
               median(seconds, 4), "seconds to the first answered request")


def run_memory():
    data = demo()
    token = sign_in(data, [ordinary_person(data)])[0]
    topics = [row[0] for row in data.sql("""
        SELECT t.id FROM topics t WHERE t.audience_id = 1 AND t.hidden_at IS NULL
         ORDER BY t.last_post_at DESC LIMIT 90""")]
    lists = ["/", "/forum", "/forum?view=unread", "/networks", "/networks/ccio",
             "/search?q=discharge", "/settings", "/help", "/forum/new", "/forum/mentions"]
    with Moothall(data, core="", backups=True) as server:
        at_start = memory_kb(server.pid)
        visitor = Visitor(server, [token])
        for path in lists + [f"/forum/{topic}-bench" for topic in topics]:
            visitor.get(path)
        time.sleep(1)
        yield line("memory", "sqlite", size_name(),
                   {"at_start_mb": round(at_start * 1024 / 1e6, 1),
                    "anonymous_mb": round(memory_kb(server.pid, "RssAnon") * 1024 / 1e6, 1)},
                   round(memory_kb(server.pid) * 1024 / 1e6, 1), "MB resident after 100 pages")
