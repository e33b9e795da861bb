/** Contracts and what belongs to them. Declared in `shared/sync/entities-contracts.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const contractClauses = sqliteTable('contract_clauses', {
  id: text().primaryKey(),
  key: text(),
  topic: text(),
  titleZh: text('title_zh'),
  titleEn: text('title_en'),
  textZh: text('text_zh'),
  textEn: text('text_en'),
  risk: text(),
  archived: integer({ mode: 'boolean' }),
  note: text(),
  ...derived,
})

export const contractTemplates = sqliteTable('contract_templates', {
  id: text().primaryKey(),
  key: text(),
  name: text(),
  kind: text(),
  clauses: text('clauses', { mode: 'json' }),
  archived: integer({ mode: 'boolean' }),
  note: text(),
  ...derived,
})

export const contracts = sqliteTable('contracts', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  creatorId: text('creator_id'),
  campaignId: text('campaign_id'),
  kind: text(),
  title: text(),
  number: text(),
  fromDay: text('from_day'),
  toDay: text('to_day'),
  currency: text(),
  fee: integer(),
  advance: integer(),
  guaranteed: integer(),
  rate: integer(),
  cap: integer(),
  videos: integer(),
  lives: integer(),
  rounds: integer(),
  usageDays: integer('usage_days'),
  exclusive: text(),
  exclusiveUntil: text('exclusive_until'),
  noticeDays: integer('notice_days'),
  renewMonths: integer('renew_months'),
  counterparty: text(),
  counterpartyId: text('counterparty_id'),
  party: text(),
  law: text(),
  owner: text(),
  templateKey: text('template_key'),
  variables: text('variables', { mode: 'json' }),
  note: text(),
  clauses: text('clauses', { mode: 'json' }),
  ...derived,
})

export const contractVersions = sqliteTable('contract_versions', {
  id: text().primaryKey(),
  contractId: text('contract_id'),
  version: integer(),
  body: text('body', { mode: 'json' }),
  sha256: text(),
  languages: text(),
  at: integer(),
  person: text(),
  note: text(),
  ...derived,
})

export const contractEvents = sqliteTable('contract_events', {
  id: text().primaryKey(),
  contractId: text('contract_id'),
  fromState: text('from_state'),
  toState: text('to_state'),
  reason: text(),
  resolves: text('resolves', { mode: 'json' }),
  machine: integer(),
  at: integer(),
  person: text(),
  versionId: text('version_id'),
  ...derived,
})

export const contractSignatures = sqliteTable('contract_signatures', {
  id: text().primaryKey(),
  contractId: text('contract_id'),
  versionId: text('version_id'),
  party: text(),
  signer: text(),
  method: text(),
  at: integer(),
  device: text(),
  versionSha256: text('version_sha256'),
  fileSha256: text('file_sha256'),
  attachmentId: text('attachment_id'),
  witness: text(),
  note: text(),
  ...derived,
})

export const obligations = sqliteTable('obligations', {
  id: text().primaryKey(),
  contractId: text('contract_id'),
  key: text(),
  kind: text(),
  party: text(),
  title: text(),
  dueDay: text('due_day'),
  amount: integer(),
  currency: text(),
  doneAt: integer('done_at'),
  contentId: text('content_id'),
  payableId: text('payable_id'),
  waived: integer({ mode: 'boolean' }),
  note: text(),
  ...derived,
})

export const contractGuards = sqliteTable('contract_guards', {
  id: text().primaryKey(),
  key: text(),
  sampleLimit: integer('sample_limit'),
  currency: text(),
  advances: integer({ mode: 'boolean' }),
  exclusivity: integer({ mode: 'boolean' }),
  note: text(),
  ...derived,
})

export const guardOverrides = sqliteTable('guard_overrides', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  creatorId: text('creator_id'),
  guard: text(),
  recordId: text('record_id'),
  reason: text(),
  at: integer(),
  person: text(),
  ...derived,
})
