-- The creator CRM: creators by shop, figures by source, conversations, tasks, claims, decisions, onboarding, roles.
ALTER TABLE creators ADD COLUMN platform_id TEXT;
ALTER TABLE creators ADD COLUMN language TEXT;
ALTER TABLE creators ADD COLUMN category TEXT;
ALTER TABLE creators ADD COLUMN audience_market TEXT;
ALTER TABLE creators ADD COLUMN audience_language TEXT;
ALTER TABLE creators ADD COLUMN agent TEXT;
ALTER TABLE creators ADD COLUMN channels TEXT;
ALTER TABLE creators ADD COLUMN preferred_channel TEXT;
ALTER TABLE creators ADD COLUMN timezone TEXT;
ALTER TABLE creators ADD COLUMN address TEXT;
ALTER TABLE creators ADD COLUMN bank TEXT;
ALTER TABLE creators ADD COLUMN payee TEXT;
ALTER TABLE creators ADD COLUMN sizes TEXT;
ALTER TABLE creators ADD COLUMN colors TEXT;
ALTER TABLE creators ADD COLUMN consent TEXT;
ALTER TABLE creators ADD COLUMN retain_until TEXT;
ALTER TABLE creators ADD COLUMN starred INTEGER;

CREATE TABLE shop_creators (
  id TEXT PRIMARY KEY, shop_id TEXT, creator_id TEXT, stage TEXT, stage_since INTEGER, owner TEXT, rate INTEGER, tags TEXT, permission TEXT,
  blocked_by TEXT, note TEXT, stage_reason TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX shop_creators_by_creator ON shop_creators (creator_id);

CREATE TABLE creator_metrics (
  id TEXT PRIMARY KEY, creator_id TEXT, list_id TEXT, shop_id TEXT, source TEXT, period_from TEXT, period_to TEXT, observed_at INTEGER,
  currency TEXT, "values" TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX creator_metrics_by_creator ON creator_metrics (creator_id, period_to);
CREATE INDEX creator_metrics_by_list ON creator_metrics (list_id);

CREATE TABLE creator_lists (
  id TEXT PRIMARY KEY, shop_id TEXT, source TEXT, file_name TEXT, layout TEXT, language TEXT, period_from TEXT, period_to TEXT, rows INTEGER,
  observed_at INTEGER, imported_at INTEGER, counts TEXT, mapping TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX creator_lists_by_shop ON creator_lists (shop_id);

CREATE TABLE import_presets (
  id TEXT PRIMARY KEY, signature TEXT, name TEXT, source TEXT, mapping TEXT, currency TEXT, market TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE stages (
  id TEXT PRIMARY KEY, pipeline TEXT, "key" TEXT, name TEXT, "order" INTEGER, kind TEXT, sla_days INTEGER, wip_limit INTEGER, entry TEXT,
  on_event TEXT, archived INTEGER,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE touches (
  id TEXT PRIMARY KEY, creator_id TEXT, shop_id TEXT, at INTEGER, kind TEXT, channel TEXT, template_id TEXT, template_version_id TEXT,
  text TEXT, person TEXT, batch TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX touches_by_creator ON touches (creator_id, at);

CREATE TABLE tasks (
  id TEXT PRIMARY KEY, creator_id TEXT, shop_id TEXT, kind TEXT, title TEXT, due INTEGER, owner TEXT, state TEXT, done_at INTEGER,
  snoozed_until INTEGER, ladder TEXT, step INTEGER, origin TEXT, reason TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX tasks_by_due ON tasks (state, due);
CREATE INDEX tasks_by_creator ON tasks (creator_id);

CREATE TABLE ladders (
  id TEXT PRIMARY KEY, "key" TEXT, name TEXT, steps TEXT, archived INTEGER, stop_on TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE templates (
  id TEXT PRIMARY KEY, name TEXT, channel TEXT, shop_id TEXT, archived INTEGER, "order" INTEGER, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE template_versions (
  id TEXT PRIMARY KEY, template_id TEXT, language TEXT, version INTEGER, body TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX template_versions_by_template ON template_versions (template_id);

CREATE TABLE claims (
  id TEXT PRIMARY KEY, subject TEXT, owner TEXT, since INTEGER, until INTEGER, last_contact INTEGER, released INTEGER, reason TEXT,
  origin TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX claims_by_subject ON claims (subject);

CREATE TABLE creator_decisions (
  id TEXT PRIMARY KEY, creator_id TEXT, kind TEXT, level TEXT, client_id TEXT, shop_id TEXT, verdict TEXT, reason TEXT, note TEXT,
  at INTEGER, person TEXT, expires TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX creator_decisions_by_creator ON creator_decisions (creator_id, at);

CREATE TABLE score_profiles (
  id TEXT PRIMARY KEY, "key" TEXT, name TEXT, weights TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE tiers (
  id TEXT PRIMARY KEY, market TEXT, "key" TEXT, name TEXT, from_followers INTEGER, archived INTEGER,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE views (
  id TEXT PRIMARY KEY, list TEXT, name TEXT, owner TEXT, shared INTEGER, "order" INTEGER, body TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX views_by_list ON views (list);

CREATE TABLE onboarding_steps (
  id TEXT PRIMARY KEY, shop_id TEXT, "key" TEXT, title TEXT, state TEXT, reason TEXT, owner TEXT, submitted_on TEXT, decided_on TEXT,
  sla_days INTEGER, blocked_by TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX onboarding_steps_by_shop ON onboarding_steps (shop_id);

CREATE TABLE shop_documents (
  id TEXT PRIMARY KEY, shop_id TEXT, kind TEXT, name TEXT, number TEXT, issued_on TEXT, expires TEXT, owner TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX shop_documents_by_shop ON shop_documents (shop_id);

CREATE TABLE people (
  id TEXT PRIMARY KEY, name TEXT, role TEXT, shops TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE quote_requests (
  id TEXT PRIMARY KEY, creator_id TEXT, shop_id TEXT, market TEXT, category TEXT, products TEXT, followers_from INTEGER,
  followers_to INTEGER, content_form TEXT, content_count INTEGER, from_day TEXT, to_day TEXT, budget INTEGER, currency TEXT, samples TEXT,
  past_cases TEXT, note TEXT, sent_at INTEGER,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX quote_requests_by_shop ON quote_requests (shop_id);

CREATE TABLE erasures (
  id TEXT PRIMARY KEY, at INTEGER, person TEXT, reason TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE batches (
  id TEXT PRIMARY KEY, shop_id TEXT, name TEXT, owner TEXT, at INTEGER, channel TEXT, template_id TEXT, block_size INTEGER, creators TEXT,
  closed INTEGER, note TEXT, "values" TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX batches_by_shop ON batches (shop_id);
CREATE INDEX touches_by_time ON touches (at);
