"""ten-times: the same reads on the demo community and on one ten times as large."""

import contextlib

from support import (Moothall, ROUNDS, Visitor, demo, line, median, ratios, sign_in,
                     size_name)

REQUESTS = 100  # a round and page


def pages(data, person):
    topic = data.number(f"""
        SELECT t.id FROM topics t JOIN audience_members m ON m.audience_id = t.audience_id
         WHERE m.person_id = {person} AND t.last_number >= 20 AND t.hidden_at IS NULL
         ORDER BY t.last_post_at DESC LIMIT 1""")
    # Words with more matches than are ranked, already on the small one: the same work on both.
    return {"today": "/", "topic list": "/forum", "unread list": "/forum?view=unread",
            "topic": f"/forum/{topic}-bench?from=1", "network page": "/networks/ccio",
            "search, best first": "/search?q=discharge",
            "search, two words": "/search?q=clinical+safety",
            "search, newest first": "/search?q=discharge&order=newest"}


class Reader:
    """The demo's member, the same on both sides: what is theirs must not grow with the rest. They
    follow so many topics, were mentioned so often since, and looked three days ago: then more is
    new than a page shows, on either side."""
    FOLLOWED, MENTIONS, AWAY = 90, 2, 3 * 24 * 3600 * 1_000_000

    def __init__(self, data):
        self.person = data.number("SELECT min(id) FROM persons")
        theirs = f"person_id = {self.person}"
        data.sql(
            f"""UPDATE reading SET attention = 0 WHERE {theirs} AND attention = 1 AND topic_id NOT IN
                (SELECT topic_id FROM reading WHERE {theirs} AND attention = 1
                  ORDER BY topic_id DESC LIMIT {self.FOLLOWED})""",
            f"""DELETE FROM mentions WHERE {theirs} AND seen_at IS NULL AND post_id NOT IN
                (SELECT post_id FROM mentions WHERE {theirs} AND seen_at IS NULL
                  ORDER BY post_id DESC LIMIT {self.MENTIONS})""",
            f"""UPDATE caught_up SET at = (SELECT max(written_at) FROM posts) - {self.AWAY}
                 WHERE {theirs}""")
        followed = data.number(f"SELECT count(*) FROM reading WHERE {theirs} AND attention = 1")
        mentions = data.number(f"SELECT count(*) FROM mentions WHERE {theirs} AND seen_at IS NULL")
        assert (followed, mentions) == (self.FOLLOWED, self.MENTIONS), (followed, mentions)


class Side:
    def __init__(self, times, close):
        self.data = demo(times)
        self.person = Reader(self.data).person
        tokens = sign_in(self.data, [self.person] * 400)  # search has a rate a session
        self.pages = pages(self.data, self.person)
        self.server = close.enter_context(Moothall(self.data))
        self.visitor = Visitor(self.server, tokens)
        self.commit = self.data.committer()
        for path in self.pages.values():
            self.visitor.get(path)

    def cost(self, name, after_a_write):
        wanted = [self.pages[name]] * REQUESTS
        return self.visitor.cost(wanted, self.commit if after_a_write else lambda: None)["us"]


def compared(name, small, large, after_a_write):
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(small.cost(name, after_a_write))
        ours.append(large.cost(name, after_a_write))
    return ours, theirs


def run():
    with contextlib.ExitStack() as close:
        small, large = Side(1, close), Side(10, close)
        for name in small.pages:
            ours, theirs = compared(name, small, large, True)
            quiet, quiet_small = compared(name, small, large, False)
            yield line(f"ten-times, {name}", "sqlite", size_name(10),
                       {"us_at_one": median(theirs), "us_at_ten": median(ours),
                        "quiet_us_at_one": median(quiet_small), "quiet_us_at_ten": median(quiet),
                        "quiet_ratio": ratios(quiet, quiet_small)},
                       ratios(ours, theirs),
                       "processor time a request after somebody's write, × 10 / × 1")
