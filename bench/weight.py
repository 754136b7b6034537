"""weight: what a first visit brings over the wire, as a browser with brotli gets it."""

import re

from support import Moothall, demo, get, line, sign_in, size_name
from topic_page import stretches


def fetched(server, path, token="", encoding="br"):
    status, fields, body = get(server, path, token, [f"Accept-Encoding: {encoding}"])
    assert status == 200, (status, path)
    return fields.get("content-encoding", "none"), body


def assets_of(page):
    """Addresses of the style sheets and scripts that the page names."""
    scripts = re.findall(r'<script[^>]* src="([^"]+)"', page)
    styles = [tag for tag in re.findall(r"<link[^>]*>", page) if "stylesheet" in tag or
              "modulepreload" in tag]
    return sorted(set(scripts + [re.search(r'href="([^"]+)"', tag).group(1) for tag in styles]))


def run():
    data = demo()
    person = data.number("SELECT min(id) FROM persons")
    token = sign_in(data, [person])[0]
    _, topics = stretches(data, person)
    with Moothall(data, core="") as server:
        page = get(server, "/", token)[2].decode()
        parts = {path: len(fetched(server, path)[1]) for path in assets_of(page)}
        yield line("weight, CSS and JS", "-", "-", {"parts": parts},
                   round(sum(parts.values()) / 1e3, 2), "kB, brotli")
        for name, path in (("today", "/"), ("topic", topics[0]), ("sign-in", "/sign-in")):
            who = "" if name == "sign-in" else token
            figures = {"gzip_kb": round(len(fetched(server, path, who, "gzip")[1]) / 1e3, 2),
                       "plain_kb": round(len(get(server, path, who)[2]) / 1e3, 2)}
            encoding, body = fetched(server, path, who)
            yield line(f"weight, page {name}", "sqlite", size_name(), figures,
                       round(len(body) / 1e3, 2), f"kB, {encoding}")
