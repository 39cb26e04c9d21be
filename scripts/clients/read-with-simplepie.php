<?php
// Reads documents with SimplePie: one JSON line a file, in the order of the arguments.

error_reporting(E_ERROR);

// Debian's SimplePie 1.3.1 has a parser of dates that PHP 8 does not run (implode with its arguments reversed).
class SimplePie_Parse_Date
{
    public static function get(): self
    {
        return new self();
    }

    public function parse(string $date): int|false
    {
        return strtotime($date);
    }
}

require '/usr/share/php/simplepie/autoloader.php';

function read(string $path): array
{
    $feed = new SimplePie();
    $feed->set_raw_data(file_get_contents($path));
    $feed->enable_cache(false);
    if (!$feed->init()) {
        return ['error' => (string) $feed->error()];
    }
    return ['home' => $feed->get_permalink(), 'entries' => array_map('entryOf', $feed->get_items())];
}

function entryOf(SimplePie_Item $item): array
{
    // It writes an address without a query with an empty one.
    $link = fn (SimplePie_Enclosure $enclosure) => preg_replace('/\?#$/', '', (string) $enclosure->get_link());
    $enclosures = array_map($link, $item->get_enclosures() ?? []);
    return [
        'id' => $item->get_id(),
        'title' => html_entity_decode((string) $item->get_title(), ENT_QUOTES | ENT_HTML5),
        'link' => html_entity_decode((string) $item->get_permalink(), ENT_QUOTES | ENT_HTML5),
        'date' => (int) $item->get_date('U'),
        'enclosures' => array_values(array_filter($enclosures)),
    ];
}

foreach (array_slice($argv, 1) as $path) {
    echo json_encode(read($path)), "\n";
}
