/** What a shop needs before it can sell. Declared in `shared/sync/entities-crm.ts`; a test compares both with a migrated file. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { derived } from './derived'

export const onboardingSteps = sqliteTable('onboarding_steps', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  key: text(),
  title: text(),
  state: text(),
  reason: text(),
  owner: text(),
  submittedOn: text('submitted_on'),
  decidedOn: text('decided_on'),
  slaDays: integer('sla_days'),
  blockedBy: text('blocked_by'),
  note: text(),
  ...derived,
})

export const shopDocuments = sqliteTable('shop_documents', {
  id: text().primaryKey(),
  shopId: text('shop_id'),
  kind: text(),
  name: text(),
  number: text(),
  issuedOn: text('issued_on'),
  expires: text(),
  owner: text(),
  note: text(),
  ...derived,
})
