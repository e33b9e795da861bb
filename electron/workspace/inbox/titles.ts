/** What people call a record, deleted ones too. */

import type { RecordTable, StoredRow } from '../../../db/capture/tables'
import { columnsOf, ENTITIES, type EntityName } from '../../../shared/sync/registry'

export interface Named {
  readonly title: string
  readonly shopId: string | null
  /** The record's cells by field; null where nothing is known of it. */
  readonly fields: Readonly<Record<string, string | number | null>> | null
}

/** The fields that name a record of each entity, in the order they are said. */
const SAID: Readonly<Record<EntityName, readonly string[]>> = {
  clients: ['name'],
  shops: ['name'],
  creators: ['handle'],
  products: ['name', 'productId'],
  productCosts: ['productId', 'fromDay'],
  costLines: ['creatorHandle', 'campaign', 'staff', 'productId', 'day'],
  rates: ['base', 'quote', 'day'],
  marketRules: ['market', 'rule', 'fromDay'],
  imports: ['fileName'],
  settings: ['key'],
  aliases: [],
  attachments: ['name'],
  costEvents: ['toState'],
  shopCreators: ['stage', 'owner'],
  creatorMetrics: ['source', 'periodTo'],
  creatorLists: ['fileName'],
  importPresets: ['name', 'signature'],
  stages: ['name', 'key'],
  touches: ['kind', 'person'],
  tasks: ['title', 'kind'],
  ladders: ['name', 'key'],
  templates: ['name'],
  templateVersions: ['language', 'version'],
  claims: ['owner'],
  creatorDecisions: ['verdict', 'person'],
  scoreProfiles: ['name', 'key'],
  tiers: ['market', 'name', 'key'],
  views: ['name'],
  onboardingSteps: ['title', 'key'],
  shopDocuments: ['name', 'kind'],
  people: ['name'],
  quoteRequests: ['category', 'market'],
  erasures: [],
  batches: ['name'],
  productSkus: ['sellerSku', 'variation', 'skuId'],
  productPrices: ['productId', 'fromDay'],
  productLists: ['fileName'],
  productFigures: ['productId', 'periodTo'],
  stockMovements: ['productId', 'kind'],
  productClaims: ['text'],
  campaigns: ['name'],
  campaignRates: ['productId', 'category', 'fromDay'],
  campaignProducts: ['productId'],
  campaignCreators: ['state'],
  payTerms: ['model'],
  briefs: ['title'],
  briefVersions: ['version'],
  briefSends: ['person'],
  liveSlots: ['room'],
  liveTargets: [],
  samples: ['productId', 'variation'],
  sampleEvents: ['toState'],
  parcels: ['tracking'],
  sampleNudges: ['kind', 'person'],
  sampleRules: ['key'],
  sampleWallets: ['person', 'month'],
  sampleDefaults: ['productId'],
  contents: ['title', 'contentId'],
  contentLists: ['fileName'],
  contentFigures: ['source', 'periodTo'],
  samplePosts: ['verdict'],
  contentChecks: ['person'],
  violations: ['rule', 'day'],
  reviews: ['title', 'kind'],
  reviewEvents: ['toState'],
  reviewVersions: ['version'],
  reviewNotes: ['text'],
  complianceRules: ['key'],
  scriptTemplates: ['name'],
  gradeRubrics: ['key'],
  contractClauses: ['titleZh', 'titleEn', 'key'],
  contractTemplates: ['name', 'key'],
  contracts: ['title', 'number'],
  contractVersions: ['version'],
  contractEvents: ['toState'],
  contractSignatures: ['signer'],
  obligations: ['title', 'kind'],
  contractGuards: ['key'],
  guardOverrides: ['guard', 'person'],
  commissionRules: ['key', 'fromDay'],
  lineCauses: ['line'],
  statements: ['number', 'month'],
  disputes: ['title'],
  disputeNotes: ['side', 'person'],
  payables: ['title', 'kind'],
  payableEvents: ['toState'],
  ledgerEntries: ['kind', 'day'],
  settlementRules: ['tier', 'fromDay'],
  cashItems: ['title'],
  cashBalances: ['account', 'day'],
  rateLocks: ['base', 'quote', 'month'],
  periods: ['month'],
  periodEvents: ['toState'],
  periodCloses: ['round'],
}

/** Entities that are called what their record is called, with the field that names it. */
const STEP_OF: Partial<Readonly<Record<EntityName, readonly [EntityName, string]>>> = {
  costEvents: ['costLines', 'costLineId'],
  sampleEvents: ['samples', 'sampleId'],
  reviewEvents: ['reviews', 'reviewId'],
  contractEvents: ['contracts', 'contractId'],
  payableEvents: ['payables', 'payableId'],
  periodEvents: ['periods', 'periodId'],
}

export type Titles = (entity: EntityName, id: string) => Named

export function openTitles(tables: ReadonlyMap<number, RecordTable>): Titles {
  const fieldsOf = (entity: EntityName, id: string) => {
    const row = tables.get(ENTITIES[entity].n)?.read(id)
    return row ? byField(entity, row) : null
  }
  const titleOf: Titles = (entity, id) => {
    const fields = fieldsOf(entity, id)
    // Merged names and events are called what their record is called.
    if (entity === 'aliases') return { ...titleOf('creators', id), fields }
    if (entity === 'erasures') return { ...titleOf('creators', id), fields }
    const [of, owner] = STEP_OF[entity] ?? []
    const record = owner === undefined ? null : fields?.[owner]
    if (of !== undefined && typeof record === 'string') return { ...titleOf(of, record), fields }
    const shop = entity === 'shops' ? id : fields?.['shopId']
    return { title: namedBy(entity, fields ?? {}) || id, shopId: typeof shop === 'string' ? shop : null, fields }
  }
  return titleOf
}

/** The name that a record's fields give it; '' when they give none. */
export function namedBy(entity: EntityName, fields: Readonly<Record<string, string | number | null>>): string {
  return SAID[entity].flatMap((field) => fields[field] ?? []).join(' · ')
}

function byField(entity: EntityName, row: StoredRow): Record<string, string | number | null> {
  return Object.fromEntries(columnsOf(ENTITIES[entity]).map(({ field, n }) => [field, row.cells[n] ?? null]))
}
