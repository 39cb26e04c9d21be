#!/usr/bin/python3
"""Reads a feed with Python feedparser and prints its titles, one a line, in the order of the feed.

Usage: read-with-feedparser.py URL
Exits with 1 when feedparser found the document malformed, or an entry lacks what a reader shows.
"""

import sys

import feedparser


def main() -> int:
    feed = feedparser.parse(sys.argv[1])
    if feed.bozo:
        print(f"{sys.argv[1]}: {feed.bozo_exception}", file=sys.stderr)
        return 1
    faults = [fault for entry in feed.entries for fault in faults_of(entry)]
    for fault in faults:
        print(f"{sys.argv[1]}: {fault}", file=sys.stderr)
    for entry in feed.entries:
        print(" ".join(entry.title.split()))
    return 1 if faults else 0


def faults_of(entry: feedparser.FeedParserDict) -> list[str]:
    wanted = {
        "title": entry.get("title"),
        "link": entry.get("link"),
        "id": entry.get("id"),
        "date": entry.get("published_parsed") or entry.get("updated_parsed"),
        "text": entry.get("summary") or entry.get("content"),
    }
    return [f"{entry.get('id')} has no {name}" for name, value in wanted.items() if not value]


if __name__ == "__main__":
    sys.exit(main())
