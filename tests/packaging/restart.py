"""Plays systemd's socket: holds the port, restarts the given command three times while requests
arrive without pause, and fails when a single one is not answered with 200."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time

door = socket.create_server(("127.0.0.1", 0), backlog=1024)
port = door.getsockname()[1]
faults: list[str] = []
answered = 0
is_over = threading.Event()


def start() -> subprocess.Popen:
    # The shell becomes the command, so that LISTEN_PID is the command's.
    line = 'LISTEN_PID=$$ LISTEN_FDS=1 exec "$@" 3<&%d' % door.fileno()
    return subprocess.Popen(["sh", "-c", line, "sh", *sys.argv[1:]], pass_fds=[door.fileno()],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def knock() -> None:
    global answered
    while not is_over.is_set():
        try:
            visit = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            visit.request("GET", "/health", headers={"Connection": "close"})
            status = visit.getresponse().status
            visit.close()
            if status == 200:
                answered += 1
            else:
                faults.append(f"status {status}")
        except OSError as fault:
            faults.append(repr(fault))
        except http.client.HTTPException as fault:
            faults.append(repr(fault))


server = start()
visitors = [threading.Thread(target=knock) for _ in range(4)]
for visitor in visitors:
    visitor.start()
for _ in range(3):
    time.sleep(0.7)
    server.send_signal(signal.SIGTERM)
    if server.wait(timeout=30) != 0:
        faults.append(f"it ended with {server.returncode}")
    server = start()
time.sleep(0.7)
is_over.set()
for visitor in visitors:
    visitor.join()
server.send_signal(signal.SIGTERM)
server.wait(timeout=30)
print(f"{answered} answered, {len(faults)} faults", faults[:5])
sys.exit(0 if answered > 100 and not faults else 1)
