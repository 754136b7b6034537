"""What the benchmarks share: the machine, demo data, servers, clients and processor time."""

import functools
import hashlib
import itertools
import json
import os
import platform
import re
import secrets
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / "bench"
BINARY = Path(os.environ.get("MOOTHALL_BINARY", ROOT / "build/release/moothall")).resolve()
POSTGRES = os.environ.get("MOOTHALL_TEST_POSTGRES", "")
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "2"))
SERVER_CORE, CLIENT_CORE = "0", "1"
CONNECTIONS = 16
SIZES = {1: (3_500, 2_000, 20_000), 10: (35_000, 20_000, 200_000),
         **{f"{members:,} members": (members, 300, 3_000) for members in (1_000, 10_000, 100_000)}}

# BENCH_WORK keeps the demo data from one run to the next; without it all goes at the end.
_kept = os.environ.get("BENCH_WORK")
WORK = Path(_kept) if _kept else Path(tempfile.mkdtemp(prefix="moothall-bench."))
WORK.mkdir(parents=True, exist_ok=True)


def say(words):
    print(words, file=sys.stderr, flush=True)


class NotHere(Exception):
    """What this benchmark needs is not on this machine; the words say what."""


# ------------------------------------------------------------------------------ the machine

def machine():
    cpu = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo")
                if line.startswith("model name")), platform.machine())
    load = os.getloadavg()[0]
    return f"{cpu}, {os.cpu_count()} cores, load {load:.1f}"


def cpu_us(pid):
    """Processor time of a process so far, all its threads, in microseconds."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            total += int((task / "schedstat").read_text().split()[0])
        except FileNotFoundError:  # a thread that ended between the two
            pass
    return total / 1_000


def memory_kb(pid, field="VmRSS"):
    for line in open(f"/proc/{pid}/status"):
        if line.startswith(field + ":"):
            return int(line.split()[1])
    raise KeyError(field)


def ratios(ours, theirs):
    each = [a / b for a, b in zip(ours, theirs)]
    return {"median": round(statistics.median(each), 2), "min": round(min(each), 2),
            "max": round(max(each), 2)}


def median(numbers, digits=1):
    return round(statistics.median(numbers), digits)


def line(name, engine, size, figures, ratio, unit):
    """One result, as docs/performance.md explains it. `ratio` is what an aim is set for."""
    return {"name": name, "engine": engine, "size": size, **figures, "ratio": ratio,
            "unit": unit, "machine": machine()}


def size_name(times=1):
    members, topics, posts = SIZES[times]
    return f"{members} members, {topics} topics, {posts} posts"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def tool(name, *places):
    for place in places:
        if os.access(place, os.X_OK):
            return place
    found = shutil.which(name)
    if not found:
        raise NotHere(f"{name} is not installed")
    return found


# ------------------------------------------------------------------------------ demo data

# A real one: SQLite does not write a row that an UPDATE leaves as it was.
SOME_CHANGE = """UPDATE sessions SET device = CAST(random() AS TEXT)
                   WHERE id = (SELECT min(id) FROM sessions)"""


class Data:
    """A community's database on one engine: a folder, and for PostgreSQL a database's name."""

    def __init__(self, folder, engine, database=""):
        self.folder, self.engine, self.database = Path(folder), engine, database

    def options(self):
        chosen = ["--data", str(self.folder)]
        return chosen + ["--database", postgres_url(self.database)] if self.database else chosen

    def sql(self, *statements):
        """Runs the statements; the rows of the last one. Written so that both engines take them."""
        if self.engine == "sqlite":
            with sqlite3.connect(self.folder / "moothall.db", timeout=30) as database:
                for statement in statements:
                    rows = database.execute(statement).fetchall()
            database.close()
            return [tuple(str(cell) for cell in row) for row in rows]
        return psql(self.database, "".join(statement + ";\n" for statement in statements))

    def committer(self):
        """A function that commits a change of no consequence, from another process than the
        server's: all that is kept by the version of the database is void afterwards."""
        if self.engine == "postgresql":
            raise NotHere("the committer writes to SQLite only")
        database = sqlite3.connect(self.folder / "moothall.db", timeout=30, isolation_level=None)
        database.execute("PRAGMA synchronous=OFF")

        def commit(statement=SOME_CHANGE):
            database.execute(statement)
        return commit

    def blob(self, data):
        return f"X'{data.hex()}'" if self.engine == "sqlite" else f"'\\x{data.hex()}'"

    def number(self, statement):
        return int(self.sql(statement)[0][0])


def psql(database, text):
    command = [tool("psql", "/usr/lib/postgresql/15/bin/psql"), postgres_url(database),
               "-XqtA", "-v", "ON_ERROR_STOP=1"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return [tuple(row.split("|")) for row in done.stdout.splitlines() if row]


def postgres_url(database):
    parts = urllib.parse.urlsplit(POSTGRES)
    return urllib.parse.urlunsplit(parts._replace(path="/" + database))


_databases = []


def demo(times=1, engine="sqlite"):
    """A copy of the demo community, filled once a run (or once for all, with BENCH_WORK). Into
    PostgreSQL it comes as a backup: filled by the verbs, a hundred thousand members would take a
    quarter of an hour."""
    if engine == "postgresql" and not POSTGRES:
        raise NotHere("PostgreSQL: MOOTHALL_TEST_POSTGRES names no server")
    source = filled(times)
    folder = Path(tempfile.mkdtemp(dir=WORK, prefix="data."))
    if engine == "sqlite":
        for entry in source.iterdir():
            if entry.is_file():
                shutil.copy2(entry, folder)
        return Data(folder, engine)
    database = f"bench_{os.getpid()}_{len(_databases)}"
    psql("postgres", f"CREATE DATABASE {database};")
    _databases.append(database)
    data = Data(folder, engine, database)
    backup = Path(tempfile.mkdtemp(dir=WORK)) / "demo.backup"
    moothall("backup", backup, *Data(source, "sqlite").options())
    moothall("restore", backup, *data.options())
    backup.unlink()
    psql(database, "VACUUM ANALYZE;")
    return data


def filled(times):
    members, topics, posts = SIZES[times]
    source = WORK / f"demo-{times}"
    if (source / "done").exists():
        return source
    shutil.rmtree(source, ignore_errors=True)
    say(f"filling the demo community × {times} …")
    moothall("demo", *Data(source, "sqlite").options(), "--members", str(members),
             "--topics", str(topics), "--posts", str(posts))
    (source / "done").touch()
    return source


def moothall(*arguments):
    subprocess.run([BINARY, *arguments, "--log-level", "error"], stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=True)


def ordinary_person(data):
    """Of those without an office the one who may see most long topics: a busy, usual reader."""
    return data.number("""
        SELECT m.person_id FROM audience_members m JOIN topics t ON t.audience_id = m.audience_id
         WHERE t.last_number >= 20 AND t.hidden_at IS NULL
           AND m.person_id NOT IN (SELECT person_id FROM roles_held)
         GROUP BY m.person_id ORDER BY sum(t.last_number - 19) DESC, m.person_id LIMIT 1""")


def sign_in(data, persons):
    """Sessions put straight into the database; their tokens. Before the server starts."""
    now = int(time.time() * 1_000_000)
    year = 365 * 86_400 * 1_000_000
    tokens, rows = [], []
    for person in persons:
        token = secrets.token_urlsafe(32)
        digest = hashlib.blake2b(token.encode(), digest_size=32).digest()
        rows.append(f"({data.blob(digest)}, '{secrets.token_urlsafe(32)}', {person}, 'bench', "
                    f"{now}, {now}, {now + year})")
        tokens.append(token)
    for begin in range(0, len(rows), 400):
        data.sql("INSERT INTO sessions (token_digest, secret, person_id, device, created_at, "
                 "seen_at, expires_at) VALUES " + ", ".join(rows[begin:begin + 400]))
    return tokens


def read_all(data, person):
    """As if the person had opened every topic to its end: no page view has a mark to write."""
    data.sql(f"DELETE FROM reading WHERE person_id = {person}",
             f"INSERT INTO reading (person_id, topic_id, read_number) "
             f"SELECT {person}, id, last_number FROM topics",
             f"DELETE FROM mentions WHERE person_id = {person}")


def read_the_last(server, data, person, token):
    """The person opens one topic that has a new post, as readers do: that notes up to where
    nothing is unread. Raw marks, as read_all sets them, do not."""
    topic = data.number(f"""
        SELECT t.id FROM topics t
          JOIN audience_members m ON m.audience_id = t.audience_id AND m.person_id = {person}
         WHERE t.hidden_at IS NULL AND t.last_number BETWEEN 2 AND 15
         ORDER BY t.last_post_at DESC LIMIT 1""")
    data.sql(f"UPDATE reading SET read_number = read_number - 1 "
             f"WHERE person_id = {person} AND topic_id = {topic}")
    get(server, f"/forum/{topic}-bench", token)
    for _ in range(50):
        if data.number(f"SELECT count(*) FROM caught_up WHERE person_id = {person} "
                       "AND settled_at IS NOT NULL"):
            return
        time.sleep(0.1)
    raise RuntimeError("reading the last topic settled nothing")


# ------------------------------------------------------------------------------ servers

_running = []


class Process:
    def __init__(self, command, port):
        self.port = port
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _running.append(self)
        self.pid = self.process.pid

    def url(self, path="/"):
        return f"http://127.0.0.1:{self.port}{path}"

    def wait(self, path):
        for _ in range(600):
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.process.args} ended with {self.process.returncode}")
            try:
                if get(self, path)[0] < 500:
                    return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"{self.process.args} does not answer")

    def stop(self):
        if self in _running:
            _running.remove(self)
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Moothall(Process):
    """As in production, the log at level info (to /dev/null), but for the scheduled backup: the
    first is due at once, and would be counted among the first requests."""

    def __init__(self, data, core=SERVER_CORE, backups=False):
        port = free_port()
        pinned = ["taskset", "-c", core] if core else []
        options = [] if backups else ["--backup-every-hours", "0"]
        super().__init__([*pinned, BINARY, "serve", *data.options(), "--listen",
                          f"127.0.0.1:{port}", "--log-level", "info", *options], port)
        self.data = data
        self.wait("/health")

    def cpu_us(self):
        return cpu_us(self.pid)

    def engine_us(self):
        """What PostgreSQL's backends for us have used; zero on SQLite, which is in our process."""
        if not self.data.database:
            return 0.0
        rows = psql("postgres", "SELECT pid FROM pg_stat_activity WHERE backend_type = "
                                f"'client backend' AND datname = '{self.data.database}';")
        return sum(cpu_us(row[0]) for row in rows)


NGINX = """
worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off; sendfile on; tcp_nopush on; tcp_nodelay on;
    keepalive_timeout 75; keepalive_requests 100000000;
    open_file_cache max=10000 inactive=600s; open_file_cache_valid 600s;
    types {{ text/html html; }} default_type text/html;
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder};
    server {{ listen 127.0.0.1:{port}; root {folder}/files; }}
}}
"""


class Nginx(Process):
    """One worker, sendfile, an open-file cache, no log: a hard bar."""

    def __init__(self, files):
        folder = Path(tempfile.mkdtemp(dir=WORK, prefix="nginx."))
        (folder / "files").mkdir()
        folder.chmod(0o755)
        WORK.chmod(0o755)
        for name, content in files.items():
            (folder / "files" / name).write_bytes(content)
        port = free_port()
        (folder / "conf").write_text(NGINX.format(folder=folder, port=port))
        super().__init__(["taskset", "-c", SERVER_CORE, tool("nginx", "/usr/sbin/nginx"),
                          "-c", str(folder / "conf")], port)
        self.wait("/" + next(iter(files)))
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        self.worker = int(children[0])

    def cpu_us(self):
        return cpu_us(self.worker)

    def engine_us(self):
        return 0.0


def stop_all():
    for process in list(_running):
        process.stop()
    for database in _databases:
        try:
            psql("postgres", f"DROP DATABASE {database} WITH (FORCE);")
        except (subprocess.CalledProcessError, OSError):
            pass
    if not _kept:
        shutil.rmtree(WORK, ignore_errors=True)
    else:
        for entry in WORK.iterdir():
            if not entry.name.startswith("demo-"):
                shutil.rmtree(entry, ignore_errors=True)


# ------------------------------------------------------------------------------ clients

def get(server, path, token="", headers=()):
    """One request on its own connection: status, headers, body. No library between us and it."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as link:
        lines = [f"GET {path} HTTP/1.1", f"Host: localhost:{server.port}", "Connection: close"]
        if token:
            lines.append(f"Cookie: session={token}")
        link.sendall("\r\n".join([*lines, *headers, "", ""]).encode())
        received = bytearray()
        while part := link.recv(262_144):
            received += part
    head, _, body = bytes(received).partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    fields = {name.lower(): value.strip() for name, value in
              (row.split(":", 1) for row in rest)}
    return int(first.split()[1]), fields, body


def metrics(server):
    """The histogram of answer times, as /metrics tells it: {upper bound: count}, requests."""
    text = get(server, "/metrics")[2].decode()
    found = re.findall(r'^moothall_request_seconds_bucket\{le="([^"]+)"\} (\d+)', text, re.M)
    return {float(bound.replace("+Inf", "inf")): int(count) for bound, count in found}


def p99_bound_ms(before, after):
    """The smallest bound of the histogram under which 99 of 100 requests stay, in ms."""
    grown = {bound: count - before.get(bound, 0) for bound, count in after.items()}
    total = grown[float("inf")]
    for bound in sorted(grown):
        if grown[bound] >= 0.99 * total:
            return bound * 1_000, total
    return float("inf"), total


SCRIPT = """
local paths = {}
for path in io.lines("PATHS") do paths[#paths + 1] = path end
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
"""


def go_on(server, paths):
    """The paths from where the last run of wrk left off: a short round must not see its own again."""
    at = getattr(server, "pages_sent", 0) % len(paths)
    return paths[at:] + paths[:at]


_addresses = itertools.count(2)


def connect(server):
    """As somebody from elsewhere: the server limits what comes from one address in a minute."""
    number = next(_addresses)
    source = f"127.{1 + number // 62_500}.{number // 250 % 250}.{1 + number % 250}"
    link = socket.create_connection(("127.0.0.1", server.port), timeout=30,
                                    source_address=(source, 0))
    link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return link


class Visitor:
    """One kept connection, one request after the other. Tokens take turns: routes have rates."""

    def __init__(self, server, tokens=()):
        self.server, self.tokens, self.sent = server, list(tokens), 0
        self.link = connect(server)

    def receive(self):
        part = self.link.recv(262_144)
        if not part:
            raise RuntimeError("the server closed the connection")
        return part

    def get(self, path):
        text = f"GET {path} HTTP/1.1\r\nHost: localhost:{self.server.port}\r\n"
        if self.tokens:
            text += f"Cookie: session={self.tokens[self.sent % len(self.tokens)]}\r\n"
        self.sent += 1
        self.link.sendall((text + "\r\n").encode())
        received = b""
        while b"\r\n\r\n" not in received:
            received += self.receive()
        head, _, body = received.partition(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        parts = [body]
        left = length - len(body)
        while left > 0:
            parts.append(self.receive())
            left -= len(parts[-1])
        status = int(head.split()[1])
        if status != 200:
            raise RuntimeError(f"{path} answered {status}")
        return b"".join(parts)

    def cost(self, paths, before_each=lambda: None):
        """Processor time of the server for each of these requests, on average."""
        self.link.close()  # it may have been idle for too long
        self.link = connect(self.server)
        before, engine_before = self.server.cpu_us(), self.server.engine_us()
        for path in paths:
            before_each()
            self.get(path)
        return {"us": (self.server.cpu_us() - before) / len(paths),
                "engine_us": (self.server.engine_us() - engine_before) / len(paths), "rate": 0}


@functools.cache
def client_environment():
    """The client never sleeps (wakeful.c says why), unless BENCH_CLIENT_SLEEPS is set."""
    if os.environ.get("BENCH_CLIENT_SLEEPS"):
        return dict(os.environ)
    library = WORK / "wakeful.so"
    subprocess.run(["gcc", "-O2", "-Wall", "-shared", "-fPIC", BENCH / "wakeful.c", "-o", library],
                   check=True)
    return {**os.environ, "LD_PRELOAD": str(library.resolve())}


def wrk(server, paths, token="", seconds=SECONDS, connections=CONNECTIONS):
    """Load on the other core; requests answered and the processor time each of them took."""
    command = ["taskset", "-c", CLIENT_CORE, tool("wrk"), "-t1", f"-c{connections}",
               f"-d{max(1, round(seconds))}s"]
    if token:
        command += ["-H", f"Cookie: session={token}"]
    if len(paths) > 1:
        paths = go_on(server, paths)
        list_file = Path(tempfile.mkstemp(dir=WORK, suffix=".paths")[1])
        list_file.write_text("\n".join(paths) + "\n")
        script = list_file.with_suffix(".lua")
        script.write_text(SCRIPT.replace("PATHS", str(list_file)))
        command += ["-s", str(script)]
    before, engine_before = server.cpu_us(), server.engine_us()
    done = subprocess.run([*command, server.url(paths[0])], capture_output=True, text=True,
                          check=True, env=client_environment()).stdout
    spent, engine = server.cpu_us() - before, server.engine_us() - engine_before
    if "Non-2xx" in done:
        raise RuntimeError(done)
    requests = int(re.search(r"(\d+) requests in", done).group(1))
    server.pages_sent = getattr(server, "pages_sent", 0) + requests
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", done).group(1))
    return {"us": spent / requests, "engine_us": engine / requests, "requests": requests,
            "rate": rate}


# ------------------------------------------------------------------------------ the aims

# What is asked for, by the beginning of a result's name: the bound, and whether it is a most.
AIMS = [
    ("topic-page, posts cached", "at most 3", lambda value: value <= 3),
    ("topic-page, posts not cached", "at most 10", lambda value: value <= 10),
    ("topic-page, nothing cached", "at most 10", lambda value: value <= 10),
    ("ten-times", "at most 1.3", lambda value: value <= 1.3),
    ("replies", "at least 0.5", lambda value: value >= 0.5),
    ("unattributed", "at most 20 ms", lambda value: value <= 20),
    ("roll, picker, growth", "at most 1.3", lambda value: value <= 1.3),
    ("roll, people, growth", "at most 1.3", lambda value: value <= 1.3),
    ("gate", "at most 5 %", lambda value: value <= 5),
    ("roll, people, half load", "at most 20 ms", lambda value: value <= 20),
    ("roll, picker, half load", "at most 20 ms", lambda value: value <= 20),
    ("roll, people, 20 a second", "at most 20 ms", lambda value: value <= 20),
    ("roll, coverage page", "at most 30 ms", lambda value: value <= 30),
    ("roll, trust file", "at most 1 s", lambda value: value <= 1),
    ("streams", "at most 120 MB", lambda value: value <= 120),
    ("linter, text", "at least 5 MB/s", lambda value: value >= 5),
    ("linter, ten times", "at most 12", lambda value: value <= 12),
    ("count, million, scottish", "at most 0.15 s", lambda value: value <= 0.15),
    ("count, million, ers97", "at most 0.2 s", lambda value: value <= 0.2),
    ("count, million, meek", "at most 0.5 s", lambda value: value <= 0.5),
    ("count, memory", "at most 100 MB", lambda value: value <= 100),
    ("count, ward", "at most 2 ms", lambda value: value <= 2),
    ("memory", "at most 60 MB", lambda value: value <= 60),
    ("binary", "at most 25 MB", lambda value: value <= 25),
    ("start", "at most 0.1 s", lambda value: value <= 0.1),
    ("demo", "at most 10 s", lambda value: value <= 10),
    ("weight, CSS and JS", "at most 26 kB", lambda value: value <= 26),
    ("weight, page", "at most 20 kB", lambda value: value <= 20),
    ("lighthouse", "at least 95", lambda value: value >= 95),
    ("build, clean", "at most 360 s", lambda value: value <= 360),
    ("build, one line", "at most 30 s", lambda value: value <= 30),
]


def judged(result):
    """With the aim that is set for it, and whether the median meets it."""
    for name, aim, is_met in AIMS:
        if result["name"].startswith(name):
            value = result["ratio"]
            value = value["median"] if isinstance(value, dict) else value
            return {**result, "aim": aim, "met": is_met(value)}
    return result
