-- The workspace itself: who it is, the log under every write, and the record tables of the first release.

-- Identity and clock. k: format, workspace (hex16 bytes), replica (hex8), self_rid, device, hlc, last_wall, open_token, created.
CREATE TABLE sync_meta (k TEXT PRIMARY KEY, v ANY) WITHOUT ROWID, STRICT;

-- The state of the one writer. open 0: no write allowed, 1: a commit, 2: an import. applying 1: triggers off. Changes only inside a transaction.
CREATE TABLE sync_ctx (one INTEGER PRIMARY KEY CHECK (one = 1), open INTEGER NOT NULL, applying INTEGER NOT NULL) STRICT;
INSERT INTO sync_ctx (one, open, applying) VALUES (1, 0, 0);

-- What the running transaction has changed so far; empty outside one. op: i insert, u a cell, d deletion set or cleared.
CREATE TABLE sync_pending (n INTEGER PRIMARY KEY, tbl INTEGER NOT NULL, row TEXT NOT NULL, op TEXT NOT NULL, col INTEGER, old ANY) STRICT;

-- Every incarnation of every database of this workspace; `parent` is the one that a restored backup goes on from.
CREATE TABLE sync_replica (
  rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 8),
  device BLOB, member TEXT, label TEXT, pubkey BLOB, parent BLOB,
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'closed', 'evicted', 'fork')),
  seq INTEGER NOT NULL DEFAULT 0,
  hash BLOB NOT NULL,
  stored_seq INTEGER NOT NULL DEFAULT 0,
  base_seq INTEGER NOT NULL DEFAULT 0, base_hash BLOB,
  published_seq INTEGER NOT NULL DEFAULT 0, last_wall INTEGER
) STRICT;

-- The log: one row a transaction; hash[seq] = SHA-256(hash[seq-1] and body), hash[0] = SHA-256(replica id).
CREATE TABLE sync_log (rid INTEGER NOT NULL, seq INTEGER NOT NULL, hlc INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (rid, seq)) WITHOUT ROWID, STRICT;

-- The head of each transaction, for lists; outlives the body. flags: 1 clock in doubt, 2 an undo, 4 a redo.
CREATE TABLE sync_tx (
  rid INTEGER NOT NULL, seq INTEGER NOT NULL, hlc INTEGER NOT NULL, wall INTEGER NOT NULL,
  author TEXT NOT NULL, label TEXT NOT NULL, flags INTEGER NOT NULL, n_ops INTEGER NOT NULL, PRIMARY KEY (rid, seq)
) WITHOUT ROWID, STRICT;

-- What each transaction overwrote, for undo and history. col -1: the row itself, val one of absent, derived, deleted, alive.
CREATE TABLE sync_past (
  tbl INTEGER NOT NULL, row TEXT NOT NULL, by_rid INTEGER NOT NULL, by_seq INTEGER NOT NULL, col INTEGER NOT NULL, val ANY,
  PRIMARY KEY (tbl, row, by_rid, by_seq, col)
) WITHOUT ROWID, STRICT;

-- Local, rebuildable: which transactions touched a record, and the own steps that can be taken back.
-- state: done, undone, gone (a new step came after it was undone). latest_seq: the transaction that last did or undid it.
CREATE TABLE log_index (tbl INTEGER NOT NULL, row TEXT NOT NULL, rid INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (tbl, row, rid, seq)) WITHOUT ROWID, STRICT;
CREATE TABLE local_steps (rid INTEGER NOT NULL, seq INTEGER NOT NULL, state TEXT NOT NULL, latest_seq INTEGER NOT NULL, PRIMARY KEY (rid, seq)) WITHOUT ROWID, STRICT;
CREATE INDEX local_steps_by_state ON local_steps (rid, state, seq);

-- Records. No NOT NULL, UNIQUE, CHECK or REFERENCES that a merge of two people's work could break.
-- _del 1: deleted. _flag 1: added by an import and not yet in the log.
CREATE TABLE clients (
  id TEXT PRIMARY KEY, name TEXT, fee_model TEXT, contact TEXT, report_language TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE shops (
  id TEXT PRIMARY KEY, name TEXT, client_id TEXT, market TEXT, currency TEXT, timezone TEXT, report_language TEXT, shop_code TEXT,
  cross_border INTEGER, color INTEGER, "order" INTEGER, archived INTEGER, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE creators (
  id TEXT PRIMARY KEY, handle TEXT, display_name TEXT, market TEXT, remark TEXT, tags TEXT, phone TEXT, email TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX creators_by_handle ON creators (handle);

CREATE TABLE products (
  id TEXT PRIMARY KEY, shop_id TEXT, product_id TEXT, name TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX products_by_shop ON products (shop_id, product_id);

-- What one unit costs the shop from a day on; product_id is the platform's.
CREATE TABLE product_costs (
  id TEXT PRIMARY KEY, shop_id TEXT, product_id TEXT, currency TEXT, unit_cost INTEGER, from_day TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX product_costs_by_product ON product_costs (shop_id, product_id, from_day);

CREATE TABLE cost_lines (
  id TEXT PRIMARY KEY, shop_id TEXT, creator_handle TEXT, product_id TEXT, content_id TEXT, kind TEXT, amount INTEGER, currency TEXT,
  day TEXT, note TEXT, campaign TEXT, staff TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX cost_lines_by_day ON cost_lines (shop_id, day);

-- 1 base = rate quote; the rate is an exact decimal in text.
CREATE TABLE rates (
  id TEXT PRIMARY KEY, day TEXT, base TEXT, quote TEXT, rate TEXT, source TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX rates_by_pair ON rates (base, quote, day);

CREATE TABLE market_rules (
  id TEXT PRIMARY KEY, market TEXT, rule TEXT, value TEXT, unit TEXT, from_day TEXT, source TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX market_rules_by_rule ON market_rules (market, rule, from_day);

-- One imported file; deleting the row takes the file's lines back.
CREATE TABLE imports (
  id TEXT PRIMARY KEY, shop_id TEXT, kind TEXT, file_name TEXT, size_bytes INTEGER, rows INTEGER, as_of INTEGER, imported_at INTEGER,
  layout TEXT, language TEXT, container TEXT, period_from TEXT, period_to TEXT, counts TEXT, corrections TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX imports_by_shop ON imports (shop_id, imported_at);

CREATE TABLE settings (
  id TEXT PRIMARY KEY, "key" TEXT, value TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
