-- Order lines as facts: immutable batches (the truth) and what is merged from them (rebuildable).

-- Local numbers of shops, creators, products and SKUs. 0 stands for "none" and has no row.
CREATE TABLE dim_shops (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE dim_creators (no INTEGER PRIMARY KEY, id TEXT NOT NULL, handle TEXT NOT NULL UNIQUE) STRICT;
CREATE INDEX dim_creators_id ON dim_creators (id);
CREATE TABLE dim_products (
  no INTEGER PRIMARY KEY, id TEXT NOT NULL, shop_no INTEGER NOT NULL, product_id TEXT NOT NULL, name TEXT NOT NULL,
  UNIQUE (shop_no, product_id)
) STRICT;
CREATE INDEX dim_products_id ON dim_products (id);
CREATE TABLE dim_skus (no INTEGER PRIMARY KEY, sku_id TEXT NOT NULL UNIQUE, product_no INTEGER NOT NULL, name TEXT NOT NULL) STRICT;

-- One imported file. `live` 0: taken back, kept so that the step can be undone.
CREATE TABLE fact_batches (
  no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, shop_no INTEGER NOT NULL, kind_rank INTEGER NOT NULL,
  asof INTEGER NOT NULL, max_second INTEGER NOT NULL, rows INTEGER NOT NULL, live INTEGER NOT NULL
) STRICT;
CREATE INDEX fact_batches_shop ON fact_batches (shop_no);

-- A batch's lines in file order, at most 65,536 each. `bytes`: brotli of the canonical bytes, `sha256` over those.
-- `order_min`, `order_max`: order ids as 16 hex digits; `months`: JSON list of months since 1970-01.
CREATE TABLE fact_chunks (
  batch_no INTEGER NOT NULL, n INTEGER NOT NULL, sha256 TEXT NOT NULL, rows INTEGER NOT NULL, months TEXT NOT NULL,
  order_min TEXT NOT NULL, order_max TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (batch_no, n)
) STRICT;

-- Which creators (kind 1) and products (kind 2) a batch names.
CREATE TABLE fact_batch_dims (
  batch_no INTEGER NOT NULL, kind INTEGER NOT NULL, dim_no INTEGER NOT NULL, PRIMARY KEY (batch_no, kind, dim_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_batch_dims_dim ON fact_batch_dims (kind, dim_no);

-- The winning lines of one shop and month, by order id, product and SKU.
CREATE TABLE fact_segments (
  shop_no INTEGER NOT NULL, month INTEGER NOT NULL, lines INTEGER NOT NULL, orders INTEGER NOT NULL,
  order_min TEXT NOT NULL, order_max TEXT NOT NULL, hot BLOB NOT NULL, keys BLOB NOT NULL, PRIMARY KEY (shop_no, month)
) STRICT;

-- Sums per shop, day and content type (255: all types, where orders are counted once).
CREATE TABLE fact_days (
  shop_no INTEGER NOT NULL, day INTEGER NOT NULL, content_type INTEGER NOT NULL,
  lines INTEGER NOT NULL, samples INTEGER NOT NULL, orders INTEGER NOT NULL, units INTEGER NOT NULL, kept INTEGER NOT NULL,
  gmv INTEGER NOT NULL, refunds INTEGER NOT NULL, commission_settled INTEGER NOT NULL, commission_pending INTEGER NOT NULL,
  PRIMARY KEY (shop_no, day, content_type)
) STRICT, WITHOUT ROWID;

-- Orders whose lines were ever seen on more than one day: their days must not be added up when orders are counted.
CREATE TABLE fact_split_orders (
  shop_no INTEGER NOT NULL, order_high INTEGER NOT NULL, order_low INTEGER NOT NULL, PRIMARY KEY (shop_no, order_high, order_low)
) STRICT, WITHOUT ROWID;
