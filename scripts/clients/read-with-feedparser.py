#!/usr/bin/python3
"""Reads documents with Python feedparser: one JSON line a file, in the order of the arguments."""

import calendar
import json
import sys

import feedparser


def read(path: str) -> dict:
    with open(path, "rb") as file:
        feed = feedparser.parse(file.read())
    if feed.bozo:
        return {"error": str(feed.bozo_exception)}
    return {"home": feed.feed.get("link"), "entries": [entry_of(entry) for entry in feed.entries]}


def entry_of(entry: feedparser.FeedParserDict) -> dict:
    date = entry.get("published_parsed")
    return {
        "id": entry.get("id"),
        "title": entry.get("title"),
        "link": entry.get("link"),
        "date": calendar.timegm(date) if date else None,
        "enclosures": [enclosure.get("href") for enclosure in entry.get("enclosures", [])],
    }


for path in sys.argv[1:]:
    print(json.dumps(read(path)))
