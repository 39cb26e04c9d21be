// Reads documents with gofeed: one JSON line a file, in the order of the arguments.
package main

import (
	"encoding/json"
	"os"

	"github.com/mmcdole/gofeed"
)

type entry struct {
	ID         string   `json:"id"`
	Title      string   `json:"title"`
	Link       string   `json:"link"`
	Date       int64    `json:"date"`
	Enclosures []string `json:"enclosures"`
}

type document struct {
	Error   string  `json:"error,omitempty"`
	Home    string  `json:"home"`
	Entries []entry `json:"entries"`
}

func main() {
	lines := json.NewEncoder(os.Stdout)
	for _, path := range os.Args[1:] {
		if err := lines.Encode(read(path)); err != nil {
			panic(err)
		}
	}
}

func read(path string) document {
	file, err := os.Open(path)
	if err != nil {
		return document{Error: err.Error()}
	}
	defer file.Close()
	feed, err := gofeed.NewParser().Parse(file)
	if err != nil {
		return document{Error: err.Error()}
	}
	read := document{Home: feed.Link, Entries: []entry{}}
	for _, item := range feed.Items {
		read.Entries = append(read.Entries, entryOf(item))
	}
	return read
}

func entryOf(item *gofeed.Item) entry {
	made := entry{ID: item.GUID, Title: item.Title, Link: item.Link, Enclosures: []string{}}
	if item.PublishedParsed != nil {
		made.Date = item.PublishedParsed.Unix()
	}
	for _, enclosure := range item.Enclosures {
		made.Enclosures = append(made.Enclosures, enclosure.URL)
	}
	return made
}
