"""replies: 16 people posting replies at once, against the same statements in bare C."""

import hashlib
import html
import json
import re
import selectors
import subprocess
import time
import urllib.parse

from support import (BENCH, Moothall, ROUNDS, SECONDS, SERVER_CORE, WORK, Visitor,
                     connect, demo, line, median, ratios, sign_in, size_name)

WRITERS = 16
A_SESSION = 25     # replies; a session may send 30 a minute
SESSIONS = 2_000
MARKDOWN = ("We tried this last winter on two wards. **What helped:** one list that both teams "
            "could see, and ten minutes at the board at eight.\n\n- the list was printed at "
            "seven\n- whoever was on call brought it\n\nIt took four weeks before anybody "
            "trusted it, and I would start with the wards that ask for it.")


def people_and_topics(data):
    """Sessions spread over the members of the first network and its open topics."""
    people = [row[0] for row in data.sql("""
        SELECT person_id FROM audience_members WHERE audience_id = 1
         ORDER BY person_id LIMIT 400""")]
    topics = [row[0] for row in data.sql("""
        SELECT id FROM topics WHERE audience_id = 1 AND hidden_at IS NULL AND closed_at IS NULL
         ORDER BY last_post_at DESC LIMIT 200""")]
    people = [people[i % len(people)] for i in range(SESSIONS)]
    return [(token, person, topics[i % len(topics)]) for i, (token, person) in
            enumerate(zip(sign_in(data, people), people))]


class Writer:
    """One person at a time, from an address of their own; after 25 replies the next person."""

    def __init__(self, server, queue, selector):
        self.server, self.queue, self.selector = server, queue, selector
        self.left, self.link, self.received = 0, None, b""

    def send(self, serial):
        if self.left == 0:
            self.token, self.form_token, self.topic = self.queue.pop()
            self.left = A_SESSION
            self.leave()
            self.link = connect(self.server)
            self.selector.register(self.link, selectors.EVENT_READ, self)
        self.left -= 1
        body = urllib.parse.urlencode({"token": self.form_token, "once": f"bench{serial:017}",
                                       "body": MARKDOWN}).encode()
        head = (f"POST /forum/{self.topic}-bench/replies HTTP/1.1\r\n"
                f"Host: localhost:{self.server.port}\r\nCookie: session={self.token}\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\n"
                f"Content-Length: {len(body)}\r\n\r\n").encode()
        self.link.sendall(head + body)

    def leave(self):
        if self.link:
            self.selector.unregister(self.link)
            self.link.close()

    def is_answered(self):
        self.received += self.link.recv(65_536)
        head, end, body = self.received.partition(b"\r\n\r\n")
        if not end:
            return False
        length = re.search(rb"(?i)content-length: *(\d+)", head)
        if length and len(body) < int(length.group(1)):
            return False
        if not head.startswith(b"HTTP/1.1 303") or b"#p" not in head:
            raise RuntimeError(f"a reply was not taken: {head[:300]}")
        self.received = b""
        return True


def with_tokens(server, sessions):
    """Each session's form token, from a page that has a form; before the clock starts."""
    made = []
    for token, _, topic in sessions:
        page = Visitor(server, [token]).get("/forum/new").decode()
        made.append((token, html.unescape(re.search(r'name="token" value="([^"]+)"',
                                                    page).group(1)), topic))
    return made


def post(server, queue, serial, seconds):
    selector = selectors.DefaultSelector()
    before = server.cpu_us()
    began = time.perf_counter()
    for _ in range(WRITERS):
        Writer(server, queue, selector).send(serial)
        serial += 1
    done, waiting = 0, WRITERS
    while waiting:
        for key, _ in selector.select():
            writer = key.data
            if not writer.is_answered():
                continue
            done += 1
            if time.perf_counter() - began < seconds and (writer.left or queue):
                writer.send(serial)
                serial += 1
            else:
                writer.leave()
                waiting -= 1
    took = time.perf_counter() - began
    return {"rate": done / took, "us": (server.cpu_us() - before) / done, "replies": done}, serial


def build_bare(data):
    """The same text for both: what Moothall made of the Markdown goes into the C program."""
    text = data.sql("SELECT html FROM posts ORDER BY id DESC LIMIT 1")[0][0]
    header = ("static const char reply_markdown[] = " + json.dumps(MARKDOWN) + ";\n"
              "static const char reply_html[] = " + json.dumps(text) + ";\n")
    (WORK / "bare_replies_text.h").write_text(header)
    program = WORK / "bare_replies"
    subprocess.run(["gcc", "-O2", "-Wall", f"-I{WORK}", BENCH / "bare_replies.c", "-lsqlite3",
                    "-o", program], check=True)
    return program


def bare(program, data, sessions, seconds):
    lines = "".join(f"{hashlib.blake2b(token.encode(), digest_size=32).hexdigest()} {person} "
                    f"{topic}\n" for token, person, topic in sessions)
    done = subprocess.run(["taskset", "-c", SERVER_CORE, program, data.folder / "moothall.db",
                           str(seconds)], input=lines, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout)
    return {"rate": result["replies"] / result["seconds"],
            "us": result["processor_s"] * 1e6 / result["replies"]}


def run():
    data, bare_data = demo(), demo()
    sessions, bare_sessions = people_and_topics(data), people_and_topics(bare_data)
    ours, theirs, serial = [], [], 1
    with Moothall(data) as server:
        queue = with_tokens(server, sessions)
        a_round = len(queue) // (ROUNDS + 1)
        _, serial = post(server, queue[:40], serial, 0.3)
        del queue[:40]
        program = build_bare(data)
        for _ in range(ROUNDS):
            now, queue = queue[:a_round], queue[a_round:]
            theirs.append(bare(program, bare_data, bare_sessions, SECONDS))
            made, serial = post(server, now, serial, SECONDS)
            ours.append(made)
    yield line("replies", "sqlite", size_name(),
               {"rate": median([one["rate"] for one in ours], 0),
                "bare_rate": median([one["rate"] for one in theirs], 0),
                "ours_us": median([one["us"] for one in ours]),
                "bare_us": median([one["us"] for one in theirs]), "writers": WRITERS},
               ratios([one["rate"] for one in ours], [one["rate"] for one in theirs]),
               "replies a second, ours / bare C with 16 a commit")
