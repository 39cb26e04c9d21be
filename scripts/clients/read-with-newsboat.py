#!/usr/bin/python3
"""Subscribes newsboat to documents and prints what it stored.

Usage: read-with-newsboat.py FILE...       one JSON line a file, in their order
       read-with-newsboat.py --titles URL  the titles, one a line, sorted; exits with 1 when there are none

newsboat writes no list by itself: after a reload its own database is read. It gets a home of its own, so nothing of
the user's newsboat is touched.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

ITEMS = "SELECT guid, title, url, pubDate, enclosure_url FROM rss_item WHERE feedurl = ? AND deleted = 0"
HOME = "SELECT url FROM rss_feed WHERE rssurl = ?"


def main(arguments: list[str]) -> int:
    if arguments[0] == "--titles":
        titles = [" ".join(entry["title"].split()) for entry in subscribe(arguments[1])["entries"]]
        print("\n".join(sorted(titles)))
        return 0 if titles else 1
    for path in arguments:
        print(json.dumps(subscribe(f"file://{Path(path).resolve()}")))
    return 0


def subscribe(url: str) -> dict:
    """In a cache of its own: an id that stands in two feeds is stored once."""
    with tempfile.TemporaryDirectory(prefix="offprint-newsboat-") as home:
        reload(url, Path(home))
        with closing(sqlite3.connect(Path(home) / "cache.db")) as cache:
            return read(cache, url)


def read(cache: sqlite3.Connection, url: str) -> dict:
    [home] = cache.execute(HOME, (url,)).fetchone() or [None]
    entries = [
        {"id": guid, "title": title, "link": link, "date": date, "enclosures": [file] if file else []}
        for guid, title, link, date, file in cache.execute(ITEMS, (url,))
    ]
    return {"home": home, "entries": entries}


def reload(url: str, home: Path) -> None:
    (home / "urls").write_text(f"{url}\n", encoding="utf-8")
    (home / "config").write_text("max-items 0\n", encoding="utf-8")
    files = ["-u", home / "urls", "-C", home / "config", "-c", home / "cache.db"]
    subprocess.run(
        ["newsboat", *files, "-x", "reload"],
        check=True,
        timeout=120,
        stdout=sys.stderr,
        env={"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "dumb"},
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
