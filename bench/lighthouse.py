"""lighthouse: performance and accessibility on phone settings, the median of five runs."""

import json
import os
import subprocess
import tempfile

from support import BENCH, ROOT, WORK, Moothall, NotHere, demo, line, sign_in, size_name, tool
from topic_page import stretches

RUNS = int(os.environ.get("BENCH_LIGHTHOUSE_RUNS", "5"))
TRIES = 4
PROGRAM = BENCH / "node_modules/lighthouse/cli/index.js"
FLAGS = ("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
         "--disable-background-networking --disable-component-update --disable-sync")


def audited(node, url, token):
    folder = tempfile.mkdtemp(dir=WORK, prefix="chromium.")
    command = [node, PROGRAM, url, "--quiet",
               "--output=json", "--output-path=stdout", "--form-factor=mobile",
               "--only-categories=performance,accessibility",
               f"--chrome-flags={FLAGS} --user-data-dir={folder}"]
    if token:
        command.append("--extra-headers=" + json.dumps({"Cookie": f"session={token}"}))
    for _ in range(TRIES):
        done = subprocess.run(command, capture_output=True, text=True, timeout=300,
                              env={**os.environ, "CHROME_PATH": tool("chromium")})
        if "Please run Lighthouse again" not in done.stderr:  # it missed the page's beginning
            break
    if done.returncode:
        raise RuntimeError(done.stderr[-1_000:])
    report = json.loads(done.stdout)
    assert report["finalDisplayedUrl"] == url, report["finalDisplayedUrl"]
    scores = {name: round(part["score"] * 100) for name, part in report["categories"].items()}
    failed = [name for name, audit in report["audits"].items()
              if audit["scoreDisplayMode"] == "binary" and audit["score"] == 0]
    speed = {name: round(report["audits"][name]["numericValue"]) for name in
             ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")}
    return scores, failed, speed


def middle(numbers):
    return sorted(numbers)[len(numbers) // 2]


def run():
    if not PROGRAM.exists():
        raise NotHere("Lighthouse: tools/node_modules bench brings it")
    found = subprocess.run([ROOT / "tools/browser_node"], capture_output=True, text=True)
    if found.returncode:
        raise NotHere(found.stderr.strip() or "no Node.js 20")
    node = found.stdout.split()[-1]
    data = demo()
    person = data.number("SELECT min(id) FROM persons")
    token = sign_in(data, [person])[0]
    topic = stretches(data, person)[1][0]
    with Moothall(data, core="") as server:
        for name, path, who in (("today", "/", token), ("topic", topic, token),
                                ("sign-in", "/sign-in", "")):
            runs = [audited(node, f"http://localhost:{server.port}{path}", who)
                    for _ in range(RUNS)]
            speed = {f"{key.replace('-', '_')}_ms": middle([run[2][key] for run in runs])
                     for key in runs[0][2]}
            failed = sorted({audit for run in runs for audit in run[1]})
            for category in ("performance", "accessibility"):
                scores = [run[0][category] for run in runs]
                yield line(f"lighthouse, {category} of {name}", "sqlite", size_name(),
                           {"runs": scores, "failed_audits": failed,
                            **(speed if category == "performance" else {})},
                           middle(scores), "of 100, phone settings, median")
