"""streams: what 10,000 idle live streams cost in memory."""

import resource
import time

from support import Moothall, connect, demo, line, memory_kb, sign_in, size_name

STREAMS = 10_000
A_PERSON = 6       # one more would close the person's oldest
BEATS_S = 27       # longer than a beat (25), so that every stream has been written to


def opened(server, token):
    link = connect(server)
    link.sendall(f"GET /live HTTP/1.1\r\nHost: localhost:{server.port}\r\n"
                 f"Cookie: session={token}\r\n\r\n".encode())
    return link


def has_begun(link):
    received = b""
    while b"retry:" not in received:
        part = link.recv(4_096)
        if not part:
            return False
        received += part
    return received.startswith(b"HTTP/1.1 200")


def run():
    files = STREAMS + 500
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, max(hard, files)))  # the server inherits it
    data = demo()
    people = [row[0] for row in data.sql("SELECT id FROM persons ORDER BY id")]
    tokens = sign_in(data, people[:STREAMS // A_PERSON + 1])
    try:
        with Moothall(data, core="") as server:
            before = memory_kb(server.pid)
            links = []
            for i in range(STREAMS):
                links.append(opened(server, tokens[i // A_PERSON]))
                if i % 200 == 199:
                    assert all(has_begun(link) for link in links[-200:]), "a stream was refused"
            time.sleep(BEATS_S)
            after = memory_kb(server.pid)
            idle_from = server.cpu_us()
            time.sleep(5)
            idle = (server.cpu_us() - idle_from) / 5e6
            for link in links:
                link.close()
            yield line("streams", "sqlite", size_name(),
                       {"streams": STREAMS, "before_mb": round(before * 1.024e-3, 1),
                        "bytes_a_stream": round((after - before) * 1024 / STREAMS),
                        "processor_share_idle": round(idle, 4)},
                       round(after * 1.024e-3, 1), "MB resident with 10,000 streams")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
