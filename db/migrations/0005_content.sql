-- Products, sample stock, campaigns, samples, content, reviews and LIVE slots.
ALTER TABLE products ADD COLUMN category TEXT;
ALTER TABLE products ADD COLUMN brand TEXT;
ALTER TABLE products ADD COLUMN status TEXT;
ALTER TABLE products ADD COLUMN image_url TEXT;
ALTER TABLE products ADD COLUMN claim_risk TEXT;
ALTER TABLE products ADD COLUMN archived INTEGER;
ALTER TABLE cost_lines ADD COLUMN sample_id TEXT;
ALTER TABLE attachments ADD COLUMN kind TEXT;

CREATE TABLE product_skus (
  id TEXT PRIMARY KEY, shop_id TEXT, product_id TEXT, sku_id TEXT, seller_sku TEXT, variation TEXT, barcode TEXT, weight_grams INTEGER,
  listed_stock INTEGER, archived INTEGER,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX product_skus_by_shop_product ON product_skus (shop_id, product_id);

CREATE TABLE product_prices (
  id TEXT PRIMARY KEY, shop_id TEXT, product_id TEXT, sku_id TEXT, from_day TEXT, price INTEGER, currency TEXT, list_id TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX product_prices_by_shop_product ON product_prices (shop_id, product_id, from_day);
CREATE INDEX product_prices_by_list ON product_prices (list_id);

CREATE TABLE product_lists (
  id TEXT PRIMARY KEY, shop_id TEXT, source TEXT, file_name TEXT, layout TEXT, language TEXT, period_from TEXT, period_to TEXT,
  rows INTEGER, observed_at INTEGER, imported_at INTEGER, counts TEXT, currency TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX product_lists_by_shop ON product_lists (shop_id);

CREATE TABLE product_figures (
  id TEXT PRIMARY KEY, shop_id TEXT, product_id TEXT, list_id TEXT, source TEXT, period_from TEXT, period_to TEXT, observed_at INTEGER,
  currency TEXT, "values" TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX product_figures_by_shop_product ON product_figures (shop_id, product_id);
CREATE INDEX product_figures_by_list ON product_figures (list_id);

CREATE TABLE stock_movements (
  id TEXT PRIMARY KEY, shop_id TEXT, product_id TEXT, sku_id TEXT, kind TEXT, quantity INTEGER, "at" INTEGER, reason TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX stock_movements_by_shop_product ON stock_movements (shop_id, product_id, at);

CREATE TABLE product_claims (
  id TEXT PRIMARY KEY, shop_id TEXT, product_id TEXT, market TEXT, kind TEXT, "text" TEXT, terms TEXT, language TEXT, proof_expires TEXT,
  source TEXT, note TEXT, archived INTEGER,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX product_claims_by_shop_product ON product_claims (shop_id, product_id);

CREATE TABLE campaigns (
  id TEXT PRIMARY KEY, shop_id TEXT, name TEXT, kind TEXT, state TEXT, from_day TEXT, to_day TEXT, budget INTEGER, currency TEXT,
  sample_quota INTEGER, platform_id TEXT, cold_start INTEGER, owner TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX campaigns_by_shop ON campaigns (shop_id);

CREATE TABLE campaign_rates (
  id TEXT PRIMARY KEY, campaign_id TEXT, product_id TEXT, category TEXT, rate INTEGER, ads_rate INTEGER, from_day TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX campaign_rates_by_campaign ON campaign_rates (campaign_id, from_day);

CREATE TABLE campaign_products (
  id TEXT PRIMARY KEY, campaign_id TEXT, product_id TEXT, sample_quota INTEGER, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX campaign_products_by_campaign ON campaign_products (campaign_id);

CREATE TABLE campaign_creators (
  id TEXT PRIMARY KEY, campaign_id TEXT, creator_id TEXT, state TEXT, joined_on TEXT, rate INTEGER, owner TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX campaign_creators_by_campaign ON campaign_creators (campaign_id);
CREATE INDEX campaign_creators_by_creator ON campaign_creators (creator_id);

CREATE TABLE pay_terms (
  id TEXT PRIMARY KEY, campaign_id TEXT, creator_id TEXT, model TEXT, terms TEXT, currency TEXT, from_day TEXT, to_day TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX pay_terms_by_campaign ON pay_terms (campaign_id);

CREATE TABLE briefs (
  id TEXT PRIMARY KEY, campaign_id TEXT, shop_id TEXT, title TEXT, content_form TEXT, slots INTEGER, deadline TEXT, archived INTEGER,
  note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX briefs_by_shop ON briefs (shop_id);

CREATE TABLE brief_versions (
  id TEXT PRIMARY KEY, brief_id TEXT, version INTEGER, body TEXT, person TEXT, "at" INTEGER,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX brief_versions_by_brief ON brief_versions (brief_id);

CREATE TABLE brief_sends (
  id TEXT PRIMARY KEY, brief_version_id TEXT, brief_id TEXT, creator_id TEXT, "at" INTEGER, language TEXT, channel TEXT, person TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX brief_sends_by_brief ON brief_sends (brief_id);
CREATE INDEX brief_sends_by_creator ON brief_sends (creator_id);

CREATE TABLE live_slots (
  id TEXT PRIMARY KEY, shop_id TEXT, creator_id TEXT, room TEXT, starts_at INTEGER, ends_at INTEGER, state TEXT, products TEXT,
  campaign_id TEXT, owner TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX live_slots_by_starts_at ON live_slots (starts_at);
CREATE INDEX live_slots_by_creator ON live_slots (creator_id, starts_at);

CREATE TABLE live_targets (
  id TEXT PRIMARY KEY, shop_id TEXT, minutes_per_day INTEGER, prime_from INTEGER, prime_to INTEGER, rest_minutes INTEGER, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX live_targets_by_shop ON live_targets (shop_id);

CREATE TABLE samples (
  id TEXT PRIMARY KEY, shop_id TEXT, creator_id TEXT, product_id TEXT, sku_id TEXT, variation TEXT, quantity INTEGER, kind TEXT,
  collaboration TEXT, campaign_id TEXT, requested_at INTEGER, application_id TEXT, order_id TEXT, platform_status TEXT, recipient TEXT,
  phone TEXT, address TEXT, owner TEXT, extension_days INTEGER, due_day TEXT, product_cost INTEGER, packing_cost INTEGER,
  freight_cost INTEGER, duty_cost INTEGER, currency TEXT, rate INTEGER, source TEXT, reason TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX samples_by_shop ON samples (shop_id, requested_at);
CREATE INDEX samples_by_creator ON samples (creator_id);
CREATE INDEX samples_by_shop_product ON samples (shop_id, product_id);
CREATE INDEX samples_by_campaign ON samples (campaign_id, product_id);
CREATE INDEX samples_by_order ON samples (order_id);
CREATE INDEX samples_by_application ON samples (application_id);

CREATE TABLE sample_events (
  id TEXT PRIMARY KEY, sample_id TEXT, from_state TEXT, to_state TEXT, reason TEXT, resolves TEXT, machine INTEGER, "at" INTEGER,
  person TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX sample_events_by_sample ON sample_events (sample_id);
CREATE INDEX sample_events_by_state ON sample_events (to_state, "at");

CREATE TABLE parcels (
  id TEXT PRIMARY KEY, sample_id TEXT, tracking TEXT, carrier TEXT, shipped_at INTEGER, delivered_at INTEGER, last_scan TEXT,
  last_scan_at INTEGER, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX parcels_by_sample ON parcels (sample_id);
CREATE INDEX parcels_by_tracking ON parcels (tracking);

CREATE TABLE sample_nudges (
  id TEXT PRIMARY KEY, sample_id TEXT, kind TEXT, "at" INTEGER, step INTEGER, channel TEXT, promised_day TEXT, "text" TEXT, person TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX sample_nudges_by_sample ON sample_nudges (sample_id);

CREATE TABLE sample_rules (
  id TEXT PRIMARY KEY, "key" TEXT, rules TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE sample_wallets (
  id TEXT PRIMARY KEY, person TEXT, month TEXT, amount INTEGER, currency TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE sample_defaults (
  id TEXT PRIMARY KEY, shop_id TEXT, product_id TEXT, packing_cost INTEGER, freight_cost INTEGER, duty_cost INTEGER, currency TEXT,
  floor_new INTEGER, floor_proven INTEGER, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX sample_defaults_by_shop ON sample_defaults (shop_id);

CREATE TABLE contents (
  id TEXT PRIMARY KEY, kind TEXT, content_id TEXT, creator_id TEXT, shop_id TEXT, url TEXT, title TEXT, posted_at INTEGER, posted_day TEXT,
  seconds INTEGER, campaign_id TEXT, hook TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX contents_by_creator ON contents (creator_id, posted_at);
CREATE INDEX contents_by_content ON contents (content_id);
CREATE INDEX contents_by_shop ON contents (shop_id, posted_at);

CREATE TABLE content_lists (
  id TEXT PRIMARY KEY, shop_id TEXT, source TEXT, file_name TEXT, layout TEXT, language TEXT, period_from TEXT, period_to TEXT,
  rows INTEGER, observed_at INTEGER, imported_at INTEGER, counts TEXT, currency TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX content_lists_by_shop ON content_lists (shop_id);

CREATE TABLE content_figures (
  id TEXT PRIMARY KEY, content_id TEXT, list_id TEXT, shop_id TEXT, product_id TEXT, source TEXT, period_from TEXT, period_to TEXT,
  observed_at INTEGER, currency TEXT, "values" TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX content_figures_by_content ON content_figures (content_id);
CREATE INDEX content_figures_by_list ON content_figures (list_id);

CREATE TABLE sample_posts (
  id TEXT PRIMARY KEY, sample_id TEXT, content_id TEXT, verdict TEXT, counts_platform INTEGER, counts_us INTEGER, how TEXT,
  checked_at INTEGER, person TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX sample_posts_by_sample ON sample_posts (sample_id);
CREATE INDEX sample_posts_by_content ON sample_posts (content_id);

CREATE TABLE content_checks (
  id TEXT PRIMARY KEY, content_id TEXT, "at" INTEGER, person TEXT, online INTEGER, link_right INTEGER, brand_named INTEGER,
  disclosed INTEGER, promised TEXT, configured TEXT, findings TEXT, note TEXT, shown INTEGER,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX content_checks_by_content ON content_checks (content_id, at);

CREATE TABLE violations (
  id TEXT PRIMARY KEY, content_id TEXT, creator_id TEXT, shop_id TEXT, day TEXT, rule TEXT, points INTEGER, state TEXT, appeal_by TEXT,
  lesson TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX violations_by_shop ON violations (shop_id);
CREATE INDEX violations_by_creator ON violations (creator_id);

CREATE TABLE reviews (
  id TEXT PRIMARY KEY, kind TEXT, title TEXT, shop_id TEXT, creator_id TEXT, campaign_id TEXT, sample_id TEXT, product_id TEXT,
  market TEXT, language TEXT, due INTEGER, publish_from INTEGER, publish_to INTEGER, reviewer TEXT, deputy TEXT, rounds INTEGER,
  grade TEXT, grade_reasons TEXT, feedback TEXT, content_id TEXT, note TEXT, checklist TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX reviews_by_shop ON reviews (shop_id);
CREATE INDEX reviews_by_creator ON reviews (creator_id);

CREATE TABLE review_events (
  id TEXT PRIMARY KEY, review_id TEXT, from_state TEXT, to_state TEXT, reason TEXT, resolves TEXT, machine INTEGER, "at" INTEGER,
  person TEXT, version_id TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX review_events_by_review ON review_events (review_id);

CREATE TABLE review_versions (
  id TEXT PRIMARY KEY, review_id TEXT, version INTEGER, "text" TEXT, "at" INTEGER, person TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX review_versions_by_review ON review_versions (review_id);

CREATE TABLE review_notes (
  id TEXT PRIMARY KEY, version_id TEXT, at_ms INTEGER, "from" INTEGER, "to" INTEGER, "text" TEXT, audience TEXT, done INTEGER, person TEXT,
  "at" INTEGER,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX review_notes_by_version ON review_notes (version_id);

CREATE TABLE compliance_rules (
  id TEXT PRIMARY KEY, "key" TEXT, market TEXT, category TEXT, language TEXT, level TEXT, terms TEXT, reason TEXT, source TEXT, safer TEXT,
  "off" INTEGER, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE script_templates (
  id TEXT PRIMARY KEY, name TEXT, kind TEXT, category TEXT, market TEXT, language TEXT, content_form TEXT, body TEXT, must_say TEXT,
  may_say TEXT, never_say TEXT, freedom TEXT, signed_off_by TEXT, signed_off_on TEXT, archived INTEGER, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE grade_rubrics (
  id TEXT PRIMARY KEY, "key" TEXT, grades TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
