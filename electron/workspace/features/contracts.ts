/** Contracts with creators: their text, versions, steps, what they oblige to, and the guards that ask for paper. */

import type { ReadableDb } from '../../../db/database'
import { guardRows } from '../../../db/repositories/contract-guards'
import { clauseRows, templateRows } from '../../../db/repositories/contract-library'
import { countContracts, pageContracts, versionsOf } from '../../../db/repositories/contracts'
import { obligationRows } from '../../../db/repositories/obligations'
import { deleteRecord } from '../../../db/repositories/records'
import type { Obligation } from '../../../shared/contract/contract-views'
import { DEFAULT_GUARD } from '../../../shared/domain/contract-guards'
import { AppError } from '../../../shared/errors'
import { refuseRemoval, restoreTerms } from '../contracting/agreed'
import { checkedBy } from '../contracting/checking'
import { guardRules } from '../contracting/guards'
import { addObligation, isOwn } from '../contracting/obligations'
import { saveContract } from '../contracting/saving'
import { stepContract } from '../contracting/steps'
import { ownLibrary, ownTemplates, previewOf } from '../contracting/text'
import { changesBetween, layDown, versionOf, versionView, wordingOf } from '../contracting/versions'
import { contractOf, contractRows, contractView, obligationViews } from '../contracting/views'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { withOtherNames } from '../lookups/relations'
import { findShop } from '../lookups/shops'
import { os } from '../serve'
import { nextOffset, put, readOffset, write } from '../support'

const dbOf = (context: WorkspaceContext) => context.host.current().workspace.db

export const contracts = {
  list: os.contracts.list.handler(({ input, context }) => {
    const { cursor, limit, shopId, creatorId, states, search } = input
    const db = dbOf(context)
    const offset = readOffset(cursor)
    const creatorIds = namesOf(db, creatorId)
    const filter = { shopId, creatorIds, states, search }
    const { counts, hold } = countContracts(db, filter)
    const asked = states.length === 0 ? Object.keys(counts) : states
    const total = asked.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
    const rows = contractRows(db, pageContracts(db, filter, { offset, limit }))
    return { rows, total, counts, hold, nextCursor: nextOffset(offset, limit, total) }
  }),

  get: os.contracts.get.handler(({ input: { id }, context }) => contractView(context, id)),

  put: os.contracts.put.handler(async ({ input: { id, fields }, context }) => {
    const db = dbOf(context)
    const title = fields.title ?? (id === undefined ? '' : (contractOf(db, id).title ?? ''))
    const saved = await write(context, id === undefined ? 'contracts.add' : 'contracts.update', title, (tx) =>
      saveContract(context, tx, id ?? null, fields),
    )
    return contractView(context, saved)
  }),

  remove: os.contracts.remove.handler(async ({ input: { id }, context }) => {
    refuseRemoval(dbOf(context), id)
    const { title } = contractOf(dbOf(context), id)
    await write(context, 'contracts.remove', title ?? '', (tx) => deleteRecord(tx, 'contracts', id))
    return {}
  }),

  restoreTerms: os.contracts.restoreTerms.handler(async ({ input: { id }, context }) => {
    const { title } = contractOf(dbOf(context), id)
    await write(context, 'contracts.restoreTerms', title ?? '', (tx) => restoreTerms(context, tx, id))
    return contractView(context, id)
  }),

  clauses: os.contracts.clauses.handler(({ input: { archived }, context }) =>
    ownLibrary(dbOf(context))
      .filter((clause) => archived || !clause.archived)
      .map((clause) => ({ ...clause })),
  ),

  putClause: os.contracts.putClause.handler(async ({ input: { title, text, ...clause }, context }) => {
    const words = { titleZh: title.zh, titleEn: title.en, textZh: text.zh, textEn: text.en }
    await write(context, 'contracts.putClause', title.en === '' ? title.zh : title.en, (tx) =>
      put(context, tx, 'contractClauses', null, { ...clause, ...words }),
    )
    return found(
      ownLibrary(dbOf(context)).find(({ key }) => key === clause.key),
      clause.key,
    )
  }),

  resetClause: os.contracts.resetClause.handler(async ({ input: { key }, context }) => {
    const row = found(
      clauseRows(dbOf(context)).find((one) => one.key === key),
      key,
    )
    await write(context, 'contracts.resetClause', row.titleEn ?? key, (tx) =>
      deleteRecord(tx, 'contractClauses', row.id),
    )
    return {}
  }),

  templates: os.contracts.templates.handler(({ input: { archived }, context }) =>
    ownTemplates(dbOf(context))
      .filter((template) => archived || !template.archived)
      .map((template) => ({ ...template, clauses: [...template.clauses] })),
  ),

  putTemplate: os.contracts.putTemplate.handler(async ({ input: { clauses, ...template }, context }) => {
    await write(context, 'contracts.putTemplate', template.name, (tx) =>
      put(context, tx, 'contractTemplates', null, { ...template, clauses: JSON.stringify(clauses) }),
    )
    const saved = found(
      ownTemplates(dbOf(context)).find(({ key }) => key === template.key),
      template.key,
    )
    return { ...saved, clauses: [...saved.clauses] }
  }),

  resetTemplate: os.contracts.resetTemplate.handler(async ({ input: { key }, context }) => {
    const row = found(
      templateRows(dbOf(context)).find((one) => one.key === key),
      key,
    )
    await write(context, 'contracts.resetTemplate', row.name ?? key, (tx) =>
      deleteRecord(tx, 'contractTemplates', row.id),
    )
    return {}
  }),

  preview: os.contracts.preview.handler(({ input: { id }, context }) =>
    previewOf(context, contractOf(dbOf(context), id)),
  ),

  makeVersion: os.contracts.makeVersion.handler(async ({ input: { id, ...wording }, context }) => {
    const { title } = contractOf(dbOf(context), id)
    const version = await write(context, 'contracts.makeVersion', title ?? '', (tx) =>
      layDown(context, tx, id, wording),
    )
    return versionView(versionOf(dbOf(context), version))
  }),

  version: os.contracts.version.handler(({ input: { id }, context }) => versionView(versionOf(dbOf(context), id))),

  diff: os.contracts.diff.handler(({ input: { from, to }, context }) => {
    const { same, clauses } = changesBetween(context, from, to)
    const both = <T>({ zh, en }: { readonly zh: readonly T[]; readonly en: readonly T[] }) => ({
      zh: [...zh],
      en: [...en],
    })
    return {
      same,
      clauses: clauses.map((clause) => ({ ...clause, title: both(clause.title), text: both(clause.text) })),
    }
  }),

  step: os.contracts.step.handler(async ({ input: { id, to, reason, override, versionId }, context }) => {
    const { title } = contractOf(dbOf(context), id)
    await write(context, 'contracts.step', `${title ?? ''} → ${to}`, (tx) => {
      const last = versionsOf(tx, id).at(-1)
      const wording = last === undefined ? BOTH : { ...BOTH, ...wordingOf(last) }
      const laid = versionId ?? (to === 'sent' ? layDown(context, tx, id, wording) : (last?.id ?? null))
      stepContract(context, tx, { id, to, reason, override, versionId: laid })
    })
    return contractView(context, id)
  }),

  obligations: os.contracts.obligations.handler(({ input: { cursor, limit, creatorId, ...filter }, context }) => {
    const offset = readOffset(cursor)
    const db = dbOf(context)
    const creatorIds = namesOf(db, creatorId)
    const { rows, total } = obligationRows(db, { ...filter, creatorIds, limit, offset })
    return { rows: obligationViews(context, rows), total, nextCursor: nextOffset(offset, limit, total) }
  }),

  markDone: os.contracts.markDone.handler(async ({ input: { id, done, contentId, note }, context }) => {
    const before = obligationOf(context, id)
    await write(context, done ? 'contracts.markDone' : 'contracts.markOpen', before.contract, (tx) =>
      put(context, tx, 'obligations', id, { doneAt: done ? context.now() : null, contentId, note }),
    )
    return obligationOf(context, id)
  }),

  waive: os.contracts.waive.handler(async ({ input: { id, waived, note }, context }) => {
    const before = obligationOf(context, id)
    await write(context, waived ? 'contracts.waive' : 'contracts.markOpen', before.contract, (tx) =>
      put(context, tx, 'obligations', id, { waived, note }),
    )
    return obligationOf(context, id)
  }),

  addObligation: os.contracts.addObligation.handler(async ({ input, context }) => {
    const { title, hold } = contractOf(dbOf(context), input.contractId)
    if (hold) throw new AppError('record.onHold', { entity: 'contracts', id: input.contractId })
    const id = await write(context, 'contracts.addObligation', title ?? '', (tx) => addObligation(context, tx, input))
    return obligationOf(context, id)
  }),

  removeObligation: os.contracts.removeObligation.handler(async ({ input: { id }, context }) => {
    const { key, contract } = obligationOf(context, id)
    // What the figures oblige to is waived: removed, it would come back with the next signature.
    if (!isOwn(key))
      throw new AppError('record.invalid', { entity: 'obligations', field: 'key', reason: 'ofTheContract' })
    await write(context, 'contracts.removeObligation', contract, (tx) => deleteRecord(tx, 'obligations', id))
    return {}
  }),

  guards: os.contracts.guards.handler(({ context }) => {
    const db = dbOf(context)
    const own = guardRows(db).map(({ key }) => key)
    const keys = [DEFAULT_GUARD, ...own.filter((key) => key !== DEFAULT_GUARD)]
    return keys.map((key) => ({ key, own: own.includes(key), ...guardRules(db, key) }))
  }),

  putGuard: os.contracts.putGuard.handler(async ({ input: { key, rules }, context }) => {
    if (rules.sampleLimit !== null && rules.currency === null) {
      throw new AppError('record.invalid', { entity: 'contractGuards', field: 'currency', reason: 'missing' })
    }
    await write(context, 'contracts.putGuard', guardOwner(dbOf(context), key), (tx) =>
      put(context, tx, 'contractGuards', null, { key, ...rules }),
    )
    return {}
  }),

  resetGuard: os.contracts.resetGuard.handler(async ({ input: { key }, context }) => {
    const db = dbOf(context)
    const row = found(
      guardRows(db).find((one) => one.key === key),
      key,
    )
    await write(context, 'contracts.resetGuard', guardOwner(db, key), (tx) =>
      deleteRecord(tx, 'contractGuards', row.id),
    )
    return {}
  }),

  check: os.contracts.check.handler(({ input: { subject }, context }) =>
    checkedBy(context, subject).map((finding) => ({ ...finding })),
  ),
}

const BOTH = { languages: ['zh', 'en'], governs: 'zh', note: '' } as const

/** A creator's ids, merged ones too; null: everybody's. */
function namesOf(db: ReadableDb, creatorId: string | null): readonly string[] | null {
  const merged = mergedCreators(db)
  return creatorId === null ? null : withOtherNames(merged, [merged.get(creatorId) ?? creatorId])
}

function guardOwner(db: ReadableDb, key: string): string {
  return key === DEFAULT_GUARD ? '' : findShop(db, key).name
}

function obligationOf(context: WorkspaceContext, id: string): Obligation {
  const [view] = obligationViews(context, obligationRows(dbOf(context), { id }).rows)
  if (view === undefined) throw new AppError('record.notFound', { entity: 'obligations', id })
  return view
}

function found<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new AppError('record.notFound', { entity: 'contractClauses', id: key })
  return value
}
