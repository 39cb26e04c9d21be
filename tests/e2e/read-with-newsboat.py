#!/usr/bin/python3
"""Subscribes newsboat to a feed and prints the titles that it stored, one a line, sorted.

Usage: read-with-newsboat.py URL
newsboat writes no list by itself: after a reload its own database is read. It gets a home of its
own, so nothing of the user's newsboat is touched.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

TITLES = "SELECT title FROM rss_item WHERE feedurl = ? AND deleted = 0"


def main() -> int:
    url = sys.argv[1]
    with tempfile.TemporaryDirectory(prefix="offprint-newsboat-") as home:
        reload(url, Path(home))
        with closing(sqlite3.connect(Path(home) / "cache.db")) as cache:
            titles = [" ".join(title.split()) for (title,) in cache.execute(TITLES, (url,))]
    print("\n".join(sorted(titles)))
    return 0 if titles else 1


def reload(url: str, home: Path) -> None:
    (home / "urls").write_text(f"{url}\n", encoding="utf-8")
    (home / "config").write_text("", encoding="utf-8")
    files = ["-u", home / "urls", "-C", home / "config", "-c", home / "cache.db"]
    subprocess.run(
        ["newsboat", *files, "-x", "reload"],
        check=True,
        timeout=60,
        stdout=sys.stderr,
        env={"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "dumb"},
    )


if __name__ == "__main__":
    sys.exit(main())
