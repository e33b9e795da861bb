import { getTableColumns, getTableName } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'

import * as campaigns from '../../db/schema/campaigns'
import * as cash from '../../db/schema/cash'
import * as content from '../../db/schema/content'
import * as contracts from '../../db/schema/contracts'
import * as costs from '../../db/schema/costs'
import * as creators from '../../db/schema/creators'
import * as crm from '../../db/schema/crm'
import * as followup from '../../db/schema/followup'
import * as imports from '../../db/schema/imports'
import * as live from '../../db/schema/live'
import * as markets from '../../db/schema/markets'
import * as metrics from '../../db/schema/metrics'
import * as onboarding from '../../db/schema/onboarding'
import * as outreach from '../../db/schema/outreach'
import * as payables from '../../db/schema/payables'
import * as people from '../../db/schema/people'
import * as periods from '../../db/schema/periods'
import * as productTables from '../../db/schema/products'
import * as rates from '../../db/schema/rates'
import * as reviews from '../../db/schema/reviews'
import * as samples from '../../db/schema/samples'
import * as settings from '../../db/schema/settings'
import * as settlement from '../../db/schema/settlement'
import { clients, shops } from '../../db/schema/shops'
import * as sync from '../../db/schema/sync'
import { columnsOf, ENTITIES, ENTITY_LIST, type EntityName } from '../../shared/sync/registry'
import { makeWorkspace } from '../support/workspace-file'

const TABLES: Readonly<Record<EntityName, SQLiteTable>> = {
  ...campaigns,
  ...cash,
  ...content,
  ...contracts,
  ...costs,
  ...creators,
  ...crm,
  ...followup,
  ...imports,
  ...live,
  ...markets,
  ...metrics,
  ...onboarding,
  ...outreach,
  ...payables,
  ...people,
  ...periods,
  ...productTables,
  ...rates,
  ...reviews,
  ...samples,
  ...settings,
  ...settlement,
  clients,
  shops,
  ...sync,
}

/** A column that came later stands behind the others in the file. */
function sorted<T extends { readonly name: string }>(columns: readonly T[]): readonly T[] {
  return columns.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

test('a migrated file, the drizzle schema and the registry name the same tables and columns', async () => {
  const { workspace } = await makeWorkspace()
  for (const entity of ENTITY_LIST) {
    const inFile = workspace.reader
      .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
      .all(entity.table)
    const drizzle = getTableConfig(TABLES[entity.name]).columns.map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
    }))
    expect(sorted(drizzle)).toEqual(sorted(inFile))
    const whole = new Set(['integer', 'bool', 'instant', 'money'])
    const cells = columnsOf(entity).map(({ sql, kind }) => ({ name: sql, type: whole.has(kind) ? 'INTEGER' : 'TEXT' }))
    expect(sorted(inFile)).toEqual(
      sorted([
        { name: 'id', type: 'TEXT' },
        ...cells,
        { name: '_del', type: 'INTEGER' },
        { name: '_flag', type: 'INTEGER' },
      ]),
    )
    expect(getTableName(TABLES[entity.name])).toBe(entity.table)
    expect(Object.keys(getTableColumns(TABLES[entity.name]))).toEqual([
      'id',
      ...columnsOf(entity).map(({ field }) => field),
      'deleted',
      'bornByImport',
    ])
  }
})

test('no record table has a rule that a merge of two people’s work could break', async () => {
  const { workspace } = await makeWorkspace()
  for (const { table } of ENTITY_LIST) {
    const columns = workspace.reader
      .prepare<[string], { notnull: number }>(
        `SELECT "notnull" FROM pragma_table_info(?) WHERE name NOT IN ('id', '_del', '_flag')`,
      )
      .all(table)
    expect(columns.every(({ notnull }) => notnull === 0)).toBe(true)
    const sql = workspace.reader
      .prepare<[string], string>(`SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?`)
      .pluck()
      .get(table)
    expect(sql).not.toMatch(/\b(UNIQUE|CHECK|REFERENCES)\b/i)
  }
})

test('table and column numbers are unique, dense and those once given out', () => {
  expect(ENTITY_LIST.map(({ n, name }) => `${n} ${name}`)).toEqual([
    '1 clients',
    '2 shops',
    '3 creators',
    '4 products',
    '5 productCosts',
    '6 costLines',
    '7 rates',
    '8 marketRules',
    '9 imports',
    '10 settings',
    '11 aliases',
    '12 attachments',
    '13 costEvents',
    '14 shopCreators',
    '15 creatorMetrics',
    '16 creatorLists',
    '17 importPresets',
    '18 stages',
    '19 touches',
    '20 tasks',
    '21 ladders',
    '22 templates',
    '23 templateVersions',
    '24 claims',
    '25 creatorDecisions',
    '26 scoreProfiles',
    '27 tiers',
    '28 views',
    '29 onboardingSteps',
    '30 shopDocuments',
    '31 people',
    '32 quoteRequests',
    '33 erasures',
    '34 batches',
    '35 productSkus',
    '36 productPrices',
    '37 productLists',
    '38 productFigures',
    '39 stockMovements',
    '40 productClaims',
    '41 campaigns',
    '42 campaignRates',
    '43 campaignProducts',
    '44 campaignCreators',
    '45 payTerms',
    '46 briefs',
    '47 briefVersions',
    '48 briefSends',
    '49 liveSlots',
    '50 liveTargets',
    '51 samples',
    '52 sampleEvents',
    '53 parcels',
    '54 sampleNudges',
    '55 sampleRules',
    '56 sampleWallets',
    '57 sampleDefaults',
    '58 contents',
    '59 contentLists',
    '60 contentFigures',
    '61 samplePosts',
    '62 contentChecks',
    '63 violations',
    '64 reviews',
    '65 reviewEvents',
    '66 reviewVersions',
    '67 reviewNotes',
    '68 complianceRules',
    '69 scriptTemplates',
    '70 gradeRubrics',
    '71 contractClauses',
    '72 contractTemplates',
    '73 contracts',
    '74 contractVersions',
    '75 contractEvents',
    '76 contractSignatures',
    '77 obligations',
    '78 contractGuards',
    '79 guardOverrides',
    '80 commissionRules',
    '81 lineCauses',
    '82 statements',
    '83 disputes',
    '84 disputeNotes',
    '85 payables',
    '86 payableEvents',
    '87 ledgerEntries',
    '88 settlementRules',
    '89 cashItems',
    '90 cashBalances',
    '91 rateLocks',
    '92 periods',
    '93 periodEvents',
    '94 periodCloses',
  ])
  for (const entity of ENTITY_LIST)
    expect(columnsOf(entity).map(({ n }) => n)).toEqual(columnsOf(entity).map((_, i) => i))
  expect(
    columnsOf(ENTITIES.shops)
      .map(({ field }) => field)
      .join(' '),
  ).toBe('name clientId market currency timezone reportLanguage shopCode crossBorder color order archived note')
  expect(
    columnsOf(ENTITIES.creators)
      .map(({ field }) => field)
      .join(' '),
  ).toBe(
    'handle displayName market remark tags phone email platformId language category audienceMarket audienceLanguage agent channels preferredChannel timezone address bank payee sizes colors consent retainUntil starred',
  )
  expect(
    columnsOf(ENTITIES.costLines)
      .map(({ field }) => field)
      .join(' '),
  ).toBe('shopId creatorHandle productId contentId kind amount currency day note campaign staff sampleId')
})

test('what the registry refers to exists', () => {
  const names = new Set<string>(ENTITY_LIST.map(({ name }) => name))
  const missing = ENTITY_LIST.flatMap((entity) => {
    const columns = columnsOf(entity)
    const fields = new Set(columns.map(({ field }) => field))
    const currencies = columns.filter(({ kind }) => kind === 'money').map(({ currency }) => currency ?? 'no currency')
    const keys = entity.id.rule === 'natural' ? entity.id.key : []
    const references = columns.flatMap((column) => (column.references === undefined ? [] : [column.references]))
    return [
      ...references.filter((name) => !names.has(name)),
      ...[...currencies, ...keys].filter((field) => !fields.has(field)),
    ]
  })
  expect(missing).toEqual([])
})
