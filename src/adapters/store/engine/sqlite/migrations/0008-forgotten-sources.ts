/**
 * `forgotten_at` of a source: when an operator took its articles out of publication; of a cluster: that it was
 * withdrawn with a source, because no other source carries the text. `rank` is a member's place in the last election of
 * its cluster (the lead has 0): where readers are shown another copy than the lead, a new order of the sources does not
 * change which. Stored members are ranked by the rules of elections until now, which went by date.
 */
export const FORGOTTEN_SOURCES: readonly string[] = [
  `ALTER TABLE source ADD COLUMN forgotten_at INTEGER`,
  `ALTER TABLE cluster ADD COLUMN forgotten_at INTEGER`,
  `ALTER TABLE cluster_member ADD COLUMN rank INTEGER NOT NULL DEFAULT 0`,
  `UPDATE cluster_member SET rank = ranked.rank FROM (
    SELECT place.article_id, row_number() OVER (PARTITION BY place.cluster_id ORDER BY
      place.article_id <> cluster.lead_id, CASE republish WHEN 'full' THEN 0 WHEN 'excerpt' THEN 1 ELSE 2 END,
      is_on_own_host DESC, is_summary_only, first_published_at, article.id) - 1 AS rank
    FROM cluster_member AS place JOIN article ON article.id = place.article_id
    JOIN cluster ON cluster.id = place.cluster_id) AS ranked
  WHERE ranked.article_id = cluster_member.article_id`,
];
