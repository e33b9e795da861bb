/** Taking a file of samples in: one step that can be undone, its preview the same work without the writing. */

import type { WritableDb } from '../../../db/database'
import { Pacer } from '../../../db/facts/pacer'
import { putRecord } from '../../../db/repositories/records'
import { planPut, writePut } from '../../../db/repositories/record-puts'
import { keepCreator } from '../../../db/repositories/creators'
import type { SampleFileResult } from '../../../shared/contract/sample-files'
import type { Shop } from '../../../shared/contract/shops'
import type { DateOrder } from '../../../shared/domain/imports'
import { ruleInForce } from '../../../shared/domain/markets'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { ownRules } from '../lookups/markets'
import { allShops, findShop } from '../lookups/shops'
import { backupBeforeImports } from '../lookups/workspace'
import type { Reporter } from '../progress'
import { hiddenFrom } from '../roles/roles'
import { stepSamples, type Walk } from '../sampling/steps'
import { today } from '../support'
import { linkPosts } from './posts'
import { planSamples, type SamplePlan } from './plan'
import type { PlannedSample } from './planned'
import { type ReadSamples, readSamples } from './read'
import { resultOf } from './result'
import { openSampleSource, type SampleFileInput, type SampleSource } from './source'

const IMPORT_STEP = 'sampleFiles.import'
const CHUNK = 250

interface Prepared {
  readonly source: SampleSource
  readonly shop: Shop
  readonly shops: readonly Shop[]
  readonly read: ReadSamples
  readonly plan: SamplePlan
}

export async function previewSamples(
  context: WorkspaceContext,
  input: SampleFileInput,
  reporter: Reporter,
): Promise<SampleFileResult> {
  const prepared = await prepare(context, input, reporter)
  return resultOf(context.host.current().workspace.db, prepared, false)
}

export async function importSamples(
  context: WorkspaceContext,
  input: SampleFileInput,
  reporter: Reporter,
): Promise<SampleFileResult> {
  const prepared = await prepare(context, input, reporter)
  const opened = context.host.current()
  const result = resultOf(opened.workspace.db, prepared, true)
  if (result.questions.length > 0 && !input.agreed) {
    throw new AppError('record.invalid', { entity: 'samples', field: 'shopId', reason: 'otherShop' })
  }
  if (result.created + result.changed === 0) return { ...result, written: false }
  const { name } = prepared.source.table
  reporter.report({ step: 'backup', done: 0, total: null, detail: name })
  await backupBeforeImports(opened, context.now)
  await opened.workspace.withExclusive(
    { author: context.author(), label: `${IMPORT_STEP}:${name}` },
    async ({ tx }) => {
      await writeSamples(context, tx, prepared.plan, reporter)
      reporter.checkWanted()
    },
  )
  return result
}

async function prepare(context: WorkspaceContext, input: SampleFileInput, reporter: Reporter): Promise<Prepared> {
  const { db } = context.host.current().workspace
  const source = await openSampleSource(input)
  const shop = findShop(db, input.shopId)
  const shops = allShops(db)
  const order = ruleInForce(shop.market, 'dateOrder', today(context), ownRules(db))
  const read = await readSamples(source, shop, dateOrderOf(order), reporter)
  const plan = await planSamples(
    db,
    read.samples,
    { kind: source.kind, shop, shops, hidden: hiddenFrom(context) },
    reporter,
  )
  return { source, shop, shops, read, plan }
}

function dateOrderOf(rule: string | null): DateOrder {
  return rule === 'MDY' || rule === 'YMD' ? rule : 'DMY'
}

async function writeSamples(
  context: WorkspaceContext,
  tx: WritableDb,
  plan: SamplePlan,
  { report, checkWanted }: Reporter,
): Promise<void> {
  const written = plan.planned.filter(({ action }) => action !== 'unchanged')
  const pacer = new Pacer()
  writeCreators(context, tx, plan, written)
  writeProducts(context, tx, written)
  for (let at = 0; at < written.length; at += CHUNK) {
    const chunk = written.slice(at, at + CHUNK)
    for (const sample of chunk) {
      writeOne(context, tx, sample)
      await pacer.breathe()
    }
    const refused = stepSamples(context, tx, chunk.flatMap(walkOf))
    const [first] = refused
    // The plan asked the same rules of the same state.
    if (first !== undefined) throw new Error(`sample ${first.sampleId} refused ${first.to}`)
    linkPosts(context, tx, chunk)
    checkWanted()
    report({ step: 'write', done: at, total: written.length })
    await pacer.breathe()
  }
}

function writeCreators(
  context: WorkspaceContext,
  tx: WritableDb,
  { newCreators }: SamplePlan,
  written: readonly PlannedSample[],
): void {
  for (const id of new Set(written.map(({ creatorId }) => creatorId))) {
    const handle = newCreators.get(id)
    if (handle !== undefined) putRecord(tx, 'creators', null, { handle }, context.now())
    else keepCreator(tx, id)
  }
}

/** Products that only the file names get their record, so that colleagues read their names too. */
function writeProducts(context: WorkspaceContext, tx: WritableDb, written: readonly PlannedSample[]): void {
  const seen = new Set<string>()
  for (const { shop, product, row } of written) {
    const key = JSON.stringify([shop.id, product.productId])
    if (!product.isSure || row.productName === null || seen.has(key)) continue
    seen.add(key)
    const fields = { shopId: shop.id, productId: product.productId, name: row.productName }
    const put = planPut(tx, 'products', null, fields, { now: context.now() })
    if (put.before === null) writePut(tx, put)
  }
}

function writeOne(context: WorkspaceContext, tx: WritableDb, { found, fields, parcels }: PlannedSample): void {
  const now = context.now()
  const put = planPut(tx, 'samples', found.id, fields, { now })
  const [refused] = put.refused
  if (refused !== undefined) throw new AppError('record.invalid', { entity: 'samples', ...refused })
  if (put.before === null || put.cells.size > 0) writePut(tx, put)
  for (const { tracking, fields: said } of parcels) {
    writePut(tx, planPut(tx, 'parcels', null, { sampleId: found.id, tracking, ...said }, { now }))
  }
}

function walkOf({ found, from, to, dates, row }: PlannedSample): Walk[] {
  if (to === (from ?? 'requested')) return []
  return [
    { sampleId: found.id, to, how: 'through', dates, byFile: true, ...(row.reason !== null && { reason: row.reason }) },
  ]
}
