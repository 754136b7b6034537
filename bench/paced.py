"""paced.py PORT PATH TOKEN RATE SECONDS [TIMES [LINKS]]: requests at a steady rate over 16 connections,
or over LINKS, each from an address of its own: the server limits what comes from one in a minute.

PATH may be @FILE: a file of paths, a line each, which are asked for in turn; TOKEN several, with
commas between them. wrk sends as fast as it can; this keeps to the clock, and sends late what it
could not send in time. TIMES is a file for the milliseconds from when each was due to its answer.
"""

import collections
import itertools
import selectors
import socket
import sys
import time
from pathlib import Path

port, path, token = int(sys.argv[1]), sys.argv[2], sys.argv[3]
rate, seconds = float(sys.argv[4]), float(sys.argv[5])
paths = Path(path[1:]).read_text().split() if path.startswith("@") else [path]
texts = ((f"GET {one} HTTP/1.1\r\nHost: localhost:{port}\r\n"
          f"Cookie: session={session}\r\n\r\n").encode()
         for one, session in zip(itertools.cycle(paths), itertools.cycle(token.split(","))))

links = int(sys.argv[7]) if len(sys.argv) > 7 else 0
selector = selectors.DefaultSelector()
idle = collections.deque()
for number in range(links or 16):
    source = (f"127.77.{number // 250}.{1 + number % 250}", 0) if links else None
    link = socket.create_connection(("127.0.0.1", port), source_address=source)
    link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    selector.register(link, selectors.EVENT_READ)
    idle.append(link)

left = {}  # bytes of the answer still to come, by connection; None: its head is not whole yet
heads = {}
due_at, took = {}, []
began = time.perf_counter()
sent = 0
while (now := time.perf_counter()) - began < seconds:
    while idle and sent < (now - began) * rate:
        link = idle.popleft() if links else idle.pop()
        left[link], heads[link] = None, b""
        due_at[link] = began + sent / rate
        link.sendall(next(texts))
        sent += 1
    due = began + sent / rate - now
    for key, _ in selector.select(max(0, due if idle else 0.05)):
        link = key.fileobj
        part = link.recv(262_144)
        if not part:
            sys.exit("paced: the server closed a connection")
        if left[link] is None:
            heads[link] += part
            if len(heads[link]) > 12 and heads[link][9:12] != b"200":
                sys.exit(f"paced: answered {heads[link][9:12].decode()}")
            head, mark, part = heads[link].partition(b"\r\n\r\n")
            if not mark:
                continue
            length = head.lower().split(b"content-length:")[1].split(b"\r\n")[0]
            left[link] = int(length)
        left[link] -= len(part)
        if left[link] <= 0:
            took.append((time.perf_counter() - due_at[link]) * 1_000)
            idle.append(link)
if len(sys.argv) > 6:
    Path(sys.argv[6]).write_text("\n".join(f"{one:.3f}" for one in took))
