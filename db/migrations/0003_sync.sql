-- Exchange with colleagues: what each had seen, cells that two of them wrote, what arrived, and where it came from.

-- What replica `src` had seen of `rid` at its last applied step; `h4`: the first bytes of the chain's hash there.
CREATE TABLE sync_vv (src INTEGER NOT NULL, rid INTEGER NOT NULL, seq INTEGER NOT NULL, h4 BLOB, PRIMARY KEY (src, rid)) WITHOUT ROWID, STRICT;
-- What `src` said that it has applied of `rid` (the acknowledgement), from its last package or head.
CREATE TABLE sync_ack (src INTEGER NOT NULL, rid INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (src, rid)) WITHOUT ROWID, STRICT;

-- Births of rows, one per replica. cov 1: covered by a deletion that had seen it.
CREATE TABLE sync_row (
  tbl INTEGER NOT NULL, row TEXT NOT NULL, rid INTEGER NOT NULL, seq INTEGER NOT NULL, hlc INTEGER NOT NULL, cov INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (tbl, row, rid)
) WITHOUT ROWID, STRICT;
-- Writes of a cell that nobody has overwritten knowingly, one per replica. win 1: the one that is shown, its value is in the record.
-- A cell that was never written since its row's only birth has none: the birth stands for it.
CREATE TABLE sync_cell (
  tbl INTEGER NOT NULL, row TEXT NOT NULL, col INTEGER NOT NULL, rid INTEGER NOT NULL, seq INTEGER NOT NULL, hlc INTEGER NOT NULL,
  cov INTEGER NOT NULL DEFAULT 0, win INTEGER NOT NULL DEFAULT 1, val ANY,
  PRIMARY KEY (tbl, row, col, rid)
) WITHOUT ROWID, STRICT;
CREATE INDEX sync_cell_conflict ON sync_cell (tbl, row, col) WHERE win = 0;
CREATE INDEX sync_row_covered ON sync_row (tbl, row) WHERE cov = 1;

-- Received and durable, not yet applied: something that its author had seen is still missing.
CREATE TABLE sync_waiting (rid INTEGER NOT NULL, seq INTEGER NOT NULL, arrival INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (rid, seq)) WITHOUT ROWID, STRICT;
-- Operations on tables or columns that this build does not know; applied again after an update.
CREATE TABLE sync_parked (
  rid INTEGER NOT NULL, seq INTEGER NOT NULL, op INTEGER NOT NULL, tbl INTEGER NOT NULL, row TEXT NOT NULL, col INTEGER NOT NULL, val BLOB,
  PRIMARY KEY (rid, seq, op, col)
) WITHOUT ROWID, STRICT;

-- Through what colleagues' work came. kind: file, folder, join. state: storing (dropped when the file is opened again), stored, applied.
CREATE TABLE sync_arrivals (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, package TEXT, sender BLOB, at INTEGER NOT NULL, state TEXT NOT NULL,
  changes INTEGER NOT NULL DEFAULT 0
) STRICT;
ALTER TABLE sync_tx ADD COLUMN arrival INTEGER;
CREATE INDEX sync_tx_by_arrival ON sync_tx (arrival) WHERE arrival IS NOT NULL;

-- Local: what is known of each replica's computer, beyond the log. info: JSON (person, computer, app version, schema, wall time of the last word).
ALTER TABLE sync_replica ADD COLUMN info TEXT;
-- Local: notices that were read here.
CREATE TABLE inbox_seen (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID, STRICT;

-- Local: the shared folders of this workspace, and what was made of the files in them. A cache but for `path` and `published`.
CREATE TABLE sync_places (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, path TEXT NOT NULL UNIQUE, head INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL, detail TEXT, at INTEGER
) STRICT;
CREATE TABLE sync_files (
  place INTEGER NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, sha256 BLOB, state TEXT NOT NULL, detail TEXT, first_seen INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (place, name)
) WITHOUT ROWID, STRICT;

-- Derived: where records with events (payments of cost lines) stand. hold 1: two people's steps contradict each other.
CREATE TABLE machine_states (tbl INTEGER NOT NULL, row TEXT NOT NULL, state TEXT NOT NULL, hold INTEGER NOT NULL, PRIMARY KEY (tbl, row)) WITHOUT ROWID, STRICT;

-- Colleagues' imported lines on their way: all chunks of a file are here before its lines count.
CREATE TABLE fact_manifests (batch_id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID, STRICT;
-- `rows` to `max_second`: what was found in the chunk's lines when it was checked; `bytes` as in fact_chunks.
CREATE TABLE fact_staged (
  sha256 TEXT PRIMARY KEY, rows INTEGER NOT NULL, months TEXT NOT NULL, order_min TEXT NOT NULL, order_max TEXT NOT NULL,
  max_second INTEGER NOT NULL, bytes BLOB NOT NULL
) STRICT;
CREATE INDEX fact_chunks_by_content ON fact_chunks (sha256);
-- What the lines of a batch are (as `imports.content`); null: not worked out yet.
ALTER TABLE fact_batches ADD COLUMN content TEXT;
-- The name that a batch gives to a product; '' none. Null for creators.
ALTER TABLE fact_batch_dims ADD COLUMN name TEXT;
UPDATE fact_batch_dims SET name = (SELECT name FROM dim_products WHERE no = dim_no) WHERE kind = 2;

-- Attached files by content. state: here, wanted (somebody asked for it), elsewhere.
CREATE TABLE blobs (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, state TEXT NOT NULL) WITHOUT ROWID, STRICT;

-- SHA-256 over a file's chunks: what its lines must be, whoever sends them.
ALTER TABLE imports ADD COLUMN content TEXT;

-- The record `id` is the same as `to_id`; deleting the row takes the merge back.
CREATE TABLE aliases (
  id TEXT PRIMARY KEY, entity TEXT, to_id TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX aliases_by_target ON aliases (to_id);

CREATE TABLE attachments (
  id TEXT PRIMARY KEY, entity TEXT, record_id TEXT, name TEXT, mime TEXT, size INTEGER, sha256 TEXT, note TEXT,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX attachments_by_record ON attachments (entity, record_id);

-- Steps in the payment of a cost line.
CREATE TABLE cost_events (
  id TEXT PRIMARY KEY, cost_line_id TEXT, from_state TEXT, to_state TEXT, reason TEXT, resolves TEXT, machine INTEGER,
  _del INTEGER NOT NULL DEFAULT 0, _flag INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID, STRICT;
CREATE INDEX cost_events_by_line ON cost_events (cost_line_id);
