-- Contracts, rules of commission, statements, payables with their ledger, cash, and months that are closed.

CREATE TABLE contract_clauses (
  id TEXT PRIMARY KEY, "key" TEXT, topic TEXT, title_zh TEXT, title_en TEXT, text_zh TEXT, text_en TEXT, risk TEXT, archived INTEGER,
  note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE contract_templates (
  id TEXT PRIMARY KEY, "key" TEXT, name TEXT, kind TEXT, clauses TEXT, archived INTEGER, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE contracts (
  id TEXT PRIMARY KEY, shop_id TEXT, creator_id TEXT, campaign_id TEXT, kind TEXT, title TEXT, "number" TEXT, from_day TEXT, to_day TEXT,
  currency TEXT, fee INTEGER, advance INTEGER, guaranteed INTEGER, rate INTEGER, cap INTEGER, videos INTEGER, lives INTEGER,
  rounds INTEGER, usage_days INTEGER, exclusive TEXT, exclusive_until TEXT, notice_days INTEGER, renew_months INTEGER, counterparty TEXT,
  counterparty_id TEXT, party TEXT, law TEXT, owner TEXT, template_key TEXT, variables TEXT, note TEXT,
  clauses TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX contracts_by_shop ON contracts (shop_id);
CREATE INDEX contracts_by_creator ON contracts (creator_id);

CREATE TABLE contract_versions (
  id TEXT PRIMARY KEY, contract_id TEXT, version INTEGER, body TEXT, sha256 TEXT, languages TEXT, "at" INTEGER, person TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX contract_versions_by_contract ON contract_versions (contract_id);

CREATE TABLE contract_events (
  id TEXT PRIMARY KEY, contract_id TEXT, from_state TEXT, to_state TEXT, reason TEXT, resolves TEXT, machine INTEGER, "at" INTEGER,
  person TEXT, version_id TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX contract_events_by_contract ON contract_events (contract_id);

CREATE TABLE contract_signatures (
  id TEXT PRIMARY KEY, contract_id TEXT, version_id TEXT, party TEXT, signer TEXT, method TEXT, "at" INTEGER, device TEXT,
  version_sha256 TEXT, file_sha256 TEXT, attachment_id TEXT, witness TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX contract_signatures_by_contract ON contract_signatures (contract_id);

CREATE TABLE obligations (
  id TEXT PRIMARY KEY, contract_id TEXT, "key" TEXT, kind TEXT, party TEXT, title TEXT, due_day TEXT, amount INTEGER, currency TEXT,
  done_at INTEGER, content_id TEXT, payable_id TEXT, waived INTEGER, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX obligations_by_contract ON obligations (contract_id);
CREATE INDEX obligations_by_due_day ON obligations (due_day);

CREATE TABLE contract_guards (
  id TEXT PRIMARY KEY, "key" TEXT, sample_limit INTEGER, currency TEXT, advances INTEGER, exclusivity INTEGER, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE guard_overrides (
  id TEXT PRIMARY KEY, shop_id TEXT, creator_id TEXT, guard TEXT, record_id TEXT, reason TEXT, "at" INTEGER, person TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX guard_overrides_by_record ON guard_overrides (record_id);

CREATE TABLE commission_rules (
  id TEXT PRIMARY KEY, "key" TEXT, from_day TEXT, base TEXT, tiers TEXT, bonus_rate INTEGER, co_funded_share INTEGER, tap_share INTEGER,
  cap_share INTEGER, tax_rate INTEGER, source TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE line_causes (
  id TEXT PRIMARY KEY, shop_id TEXT, "line" TEXT, cause TEXT, "at" INTEGER, person TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX line_causes_by_shop ON line_causes (shop_id);

CREATE TABLE statements (
  id TEXT PRIMARY KEY, shop_id TEXT, creator_id TEXT, month TEXT, "number" TEXT, language TEXT, currency TEXT, figures TEXT, sha256 TEXT,
  "at" INTEGER, person TEXT, sent_at INTEGER, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX statements_by_shop ON statements (shop_id, month);
CREATE INDEX statements_by_creator ON statements (creator_id);

CREATE TABLE disputes (
  id TEXT PRIMARY KEY, shop_id TEXT, creator_id TEXT, month TEXT, statement_id TEXT, title TEXT, claimed INTEGER, currency TEXT,
  opened_at INTEGER, closed_at INTEGER, outcome TEXT, granted INTEGER, owner TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX disputes_by_creator ON disputes (creator_id);

CREATE TABLE dispute_notes (
  id TEXT PRIMARY KEY, dispute_id TEXT, side TEXT, "at" INTEGER, person TEXT, "text" TEXT, orders TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX dispute_notes_by_dispute ON dispute_notes (dispute_id);

CREATE TABLE payables (
  id TEXT PRIMARY KEY, shop_id TEXT, creator_id TEXT, contract_id TEXT, campaign_id TEXT, kind TEXT, title TEXT, amount INTEGER,
  currency TEXT, due_day TEXT, month TEXT, recoup INTEGER, owner TEXT, note TEXT, cost_line_id TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX payables_by_shop ON payables (shop_id, due_day);
CREATE INDEX payables_by_creator ON payables (creator_id);
CREATE INDEX payables_by_contract ON payables (contract_id);
CREATE INDEX payables_by_cost_line ON payables (cost_line_id);

CREATE TABLE payable_events (
  id TEXT PRIMARY KEY, payable_id TEXT, from_state TEXT, to_state TEXT, reason TEXT, resolves TEXT, machine INTEGER, "at" INTEGER,
  person TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX payable_events_by_payable ON payable_events (payable_id);

CREATE TABLE ledger_entries (
  id TEXT PRIMARY KEY, shop_id TEXT, creator_id TEXT, payable_id TEXT, kind TEXT, debit TEXT, credit TEXT, amount INTEGER, currency TEXT,
  day TEXT, reverses_id TEXT, reason TEXT, "reference" TEXT, method TEXT, attachment_id TEXT, "at" INTEGER, person TEXT,
  advance_id TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX ledger_entries_by_shop ON ledger_entries (shop_id, day);
CREATE INDEX ledger_entries_by_payable ON ledger_entries (payable_id);
CREATE INDEX ledger_entries_by_creator ON ledger_entries (creator_id);
CREATE INDEX ledger_entries_by_reverses ON ledger_entries (reverses_id);
CREATE INDEX ledger_entries_by_advance ON ledger_entries (advance_id);

CREATE TABLE settlement_rules (
  id TEXT PRIMARY KEY, shop_id TEXT, from_day TEXT, tier TEXT, days INTEGER, delivery_days INTEGER, payout_days INTEGER,
  reserve_rate INTEGER, reserve_days INTEGER, late_days INTEGER, source TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX settlement_rules_by_shop ON settlement_rules (shop_id);

CREATE TABLE cash_items (
  id TEXT PRIMARY KEY, shop_id TEXT, title TEXT, kind TEXT, amount INTEGER, currency TEXT, day TEXT, "repeat" TEXT, until_day TEXT,
  note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE cash_balances (
  id TEXT PRIMARY KEY, account TEXT, currency TEXT, day TEXT, amount INTEGER, floor INTEGER, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE rate_locks (
  id TEXT PRIMARY KEY, month TEXT, base TEXT, quote TEXT, rate TEXT, source TEXT, day TEXT, "at" INTEGER, person TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;

CREATE TABLE periods (
  id TEXT PRIMARY KEY, shop_id TEXT, month TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX periods_by_shop ON periods (shop_id);

CREATE TABLE period_events (
  id TEXT PRIMARY KEY, period_id TEXT, from_state TEXT, to_state TEXT, reason TEXT, resolves TEXT, machine INTEGER, "at" INTEGER,
  person TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX period_events_by_period ON period_events (period_id);

CREATE TABLE period_closes (
  id TEXT PRIMARY KEY, period_id TEXT, round INTEGER, sha256 TEXT, figures TEXT, currency TEXT, attachment_id TEXT, "at" INTEGER,
  person TEXT, rates TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX period_closes_by_period ON period_closes (period_id);

-- What the platform paid out, as income files say: each line once, whichever files hold it, by shop and month of settlement.
-- Follows from the chunks of income files (`fact_batches.kind_rank` 0) and can be rebuilt.
CREATE TABLE income_segments (
  shop_no INTEGER NOT NULL, month INTEGER NOT NULL, lines INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (shop_no, month)
) STRICT;
