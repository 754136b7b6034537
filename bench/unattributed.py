"""unattributed: a post under a fresh name, sealed to seven keys, against an ordinary reply."""

import hashlib
import html
import re
import secrets
import statistics
import time
import urllib.parse

from replies import MARKDOWN
from support import ROUNDS, Moothall, Visitor, connect, demo, line, sign_in, size_name

A_ROUND = 30   # posts of either kind
A_PERSON = 2   # new voices; three a day are possible


def prepare(data):
    """Seven keys, so that a name is sealed to twenty-one pairs; and people who have no draft."""
    officers = [row[0] for row in data.sql("""
        SELECT DISTINCT person_id FROM roles_held
         WHERE role IN ('administrator', 'community_manager') AND audience_id IS NULL
         ORDER BY person_id LIMIT 7""")]
    while len(officers) < 7:
        person = data.sql(f"""SELECT id FROM persons WHERE id NOT IN ({', '.join(officers)})
                               ORDER BY id DESC LIMIT 1""")[0][0]
        data.sql(f"INSERT INTO roles_held (person_id, role) VALUES ({person}, 'administrator')")
        officers.append(person)
    for person in officers:
        # Any 32 bytes that are no point of small order close a box.
        key = hashlib.blake2b(secrets.token_bytes(16), digest_size=32).digest()
        data.sql(f"""INSERT INTO sealing_keys (holder_id, is_deposit, public_key, made_at)
                     VALUES ({person}, 0, {data.blob(key)}, 0)""")
    data.sql(f"""INSERT INTO recoveries (way, keeper, decided_at, decided_by)
                 VALUES (1, '', 0, {officers[0]})""", "DELETE FROM drafts")


def people_and_topics(data):
    people = [row[0] for row in data.sql("""
        SELECT person_id FROM audience_members WHERE audience_id = 1
         ORDER BY person_id LIMIT 400""")]
    topics = [row[0] for row in data.sql("""
        SELECT id FROM topics WHERE audience_id = 1 AND hidden_at IS NULL AND closed_at IS NULL
         ORDER BY last_post_at DESC LIMIT 100""")]
    return [(token, topics[i % len(topics)]) for i, token in
            enumerate(sign_in(data, people))]


class Poster:
    """One connection, one person; sends a form and waits for the answer."""

    def __init__(self, server, token, topic):
        self.server, self.token, self.topic = server, token, topic
        self.visitor = Visitor(server, [token])
        self.link = connect(server)

    def form(self, path):
        page = self.visitor.get(path).decode()
        fields = dict(re.findall(r'name="(token|fresh|state|phrase)"[^>]* value="([^"]*)"', page))
        phrase = re.search(r'<input[^>]*name="phrase"[^>]*>', page)
        if phrase:
            fields["phrase"] = re.search(r'value="([^"]*)"', phrase.group(0)).group(1)
        return {name: html.unescape(value) for name, value in fields.items()}

    def post(self, path, fields):
        body = urllib.parse.urlencode(fields).encode()
        head = (f"POST {path} HTTP/1.1\r\nHost: localhost:{self.server.port}\r\n"
                f"Cookie: session={self.token}\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\n"
                f"Content-Length: {len(body)}\r\n\r\n").encode()
        began = time.perf_counter()
        self.link.sendall(head + body)
        received = b""
        while b"\r\n\r\n" not in received:
            received += self.link.recv(65_536)
        took = (time.perf_counter() - began) * 1_000
        if not received.startswith(b"HTTP/1.1 303"):
            raise RuntimeError(f"a post was not taken: {received[:300]}")
        return took


def measure(server, people, serial):
    """One of either kind, in turns, so that what else the machine does falls on both."""
    ordinary, unattributed = [], []
    while len(ordinary) < A_ROUND:
        token, topic = people.pop()
        poster = Poster(server, token, topic)
        for _ in range(A_PERSON):
            serial += 1
            fresh = poster.form(f"/forum/{topic}/unattributed")
            unattributed.append(poster.post(f"/forum/{topic}/unattributed",
                                            {**fresh, "body": f"{MARKDOWN} {serial}"}))
            ordinary.append(poster.post(f"/forum/{topic}-bench/replies",
                                        {"token": fresh["token"], "once": f"bench{serial:017}",
                                         "body": f"{MARKDOWN} {serial}"}))
    return ordinary, unattributed, serial


def run():
    data = demo()
    prepare(data)
    people = people_and_topics(data)
    ordinary, unattributed, serial = [], [], 0
    with Moothall(data) as server:
        _, _, serial = measure(server, people, serial)
        for _ in range(ROUNDS):
            one, other, serial = measure(server, people, serial)
            ordinary.append(statistics.median(one))
            unattributed.append(statistics.median(other))
    more = [other - one for one, other in zip(ordinary, unattributed)]
    yield line("unattributed", "sqlite", size_name(),
               {"ordinary_ms": round(statistics.median(ordinary), 2),
                "unattributed_ms": round(statistics.median(unattributed), 2), "keys": 7},
               {"median": round(statistics.median(more), 2), "min": round(min(more), 2),
                "max": round(max(more), 2)},
               "milliseconds more than an ordinary reply, sealed to seven keys")
