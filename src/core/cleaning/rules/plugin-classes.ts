/**
 * Class names with which plug-ins of content systems mark what they add to an article: exact names,
 * because a part of one ("share") also stands in the class names of articles about shares.
 */
const PLUGIN_CLASSES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "share-list": `
      sharedaddy sd-sharing sd-sharing-enabled sd-like sd-block jetpack-likes-widget-wrapper
      addtoany_share_save_container addtoany_content a2a_kit addthis_toolbox addthis_inline_share_toolbox
      sharethis-inline-share-buttons ssba ssba-wrap heateor_sss_sharing_container shared-counts-wrap
      social-share social-share-buttons social-sharing share-buttons sharing-buttons share-bar sharebar
      dpsp-content-wrapper essb_links mashsb-container swp_social_panel shariff shariff-wrapper
      feedflare post-share-buttons wp-block-jetpack-sharing-buttons wp-block-outermost-social-sharing
      td-post-sharing juiz_sps_links simplesocialbuttons novashare-buttons
    `,
    "read-also": `
      jp-relatedposts yarpp yarpp-related yarpp-related-rss crp_related related_posts_by_taxonomy
      wp-block-jetpack-related-posts rp4wp-related-posts related-posts relatedposts zem_rp_wrap
    `,
    newsletter: `
      mc_embed_signup mc4wp-form wp-block-jetpack-subscriptions newsletter-signup newsletter-form
      subscription-widget subscribe-widget wp-block-mailpoet-subscription-form-render
    `,
    "advert-label": "adsbygoogle advads google-auto-placed ad-container code-block-ad",
  }).flatMap(([rule, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name): [string, string] => [name, rule]),
  ),
);

/** The rule by which a plug-in's block goes; `null` for a block of the article. */
export function pluginRuleOf(classes: readonly string[]): string | null {
  for (const name of classes) {
    const rule = PLUGIN_CLASSES.get(name);
    if (rule) return rule;
  }
  return null;
}
