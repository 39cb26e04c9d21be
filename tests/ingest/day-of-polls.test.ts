import { expect, it } from "vitest";
import { dayOfPolls } from "../support/day-of-polls.ts";

it("a day of polls is a transcript of good manners", { timeout: 60_000 }, async () => {
  expect(await dayOfPolls()).toEqual([
    "00:00  GET /feed.xml  ok: 1 items; next at 01:00: every 1 h, the source's own interval",
    '01:00  GET /feed.xml if not "1"  unchanged; next at 02:00: every 1 h, the source\'s own interval',
    '02:00  GET /feed.xml if not "1"  unchanged; next at 03:00: every 1 h, the source\'s own interval',
    '03:00  GET /feed.xml if not "1"  ok: 2 items; next at 04:00: every 1 h, the source\'s own interval',
    '04:00  GET /feed.xml if not "2"  unchanged; next at 05:00: every 1 h, the source\'s own interval',
    '05:00  GET /feed.xml if not "2"  failed: the server answered 429; next at 07:00: Retry-After: 2 h, for the whole host',
    '07:00  GET /feed.xml if not "2"  unchanged; next at 08:00: every 1 h, the source\'s own interval',
    '08:00  GET /feed.xml if not "2"  failed: the server answered 503; next at 09:00: 1st failure in a row (http 503): backed off to 1 h',
    '09:00  GET /feed.xml if not "2"  failed: the server answered 503; next at 11:00: 2nd failure in a row (http 503): backed off to 2 h',
    '11:00  GET /feed.xml if not "2"  unchanged; next at 12:00: every 1 h, the source\'s own interval',
    '12:00  GET /feed.xml if not "2"  failed: larger than the limit of 10485760 bytes; next at 13:00: 1st failure in a row (too-large): backed off to 1 h',
    '13:00  GET /feed.xml if not "2"  unchanged; next at 14:00: every 1 h, the source\'s own interval',
    '14:00  GET /feed.xml if not "2"  unchanged; next at 15:00: every 1 h, the source\'s own interval',
    '15:00  GET /feed.xml if not "2", GET /new.xml if not "2"  unchanged, moved for good; next at 16:30: the publisher asked for 1 h 30 min (Cache-Control or Expires)',
    '16:30  GET /feed.xml if not "2", GET /new.xml if not "2"  unchanged, moved for good; next at 18:00: the publisher asked for 1 h 30 min (Cache-Control or Expires)',
    '18:00  GET /feed.xml if not "2", GET /new.xml if not "2"  unchanged, moved for good; next at 19:30: the publisher asked for 1 h 30 min (Cache-Control or Expires)',
    '19:30  GET /new.xml if not "2"  unchanged; next at 21:00: the publisher asked for 1 h 30 min (Cache-Control or Expires)',
    '21:00  GET /new.xml if not "2"  failed: the server answered 410; next at 22:00: 1st failure in a row (http 410): backed off to 1 h',
    "22:00  GET /feed.xml  failed: the server answered 410; The publisher says that this feed is gone for good (410): it is polled no more.",
  ]);
});
