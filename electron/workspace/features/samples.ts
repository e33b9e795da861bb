/** The sample ledger: where each sample stands, what is due when. */

import { randomBytes } from 'node:crypto'

import type { ReadableDb } from '../../../db/database'
import { keepCreator } from '../../../db/repositories/creators'
import { deleteRecord } from '../../../db/repositories/records'
import { sampleSteps } from '../../../db/repositories/samples'
import type { SampleFields } from '../../../shared/contract/samples'
import { dayInZone } from '../../../shared/domain/days'
import { AppError } from '../../../shared/errors'
import { randomId } from '../../../shared/sync/ids'
import type { WorkspaceContext } from '../context'
import { allSamples, type KnownSample } from '../lookups/samples'
import { allShops, findShop } from '../lookups/shops'
import { hiddenFrom } from '../roles/roles'
import { boardOf, calendarOf, cardsOf, stripOf } from '../sampling/board'
import { ledgerOf } from '../sampling/ledger'
import { paperApproval } from '../sampling/paper'
import { type Asked, find, groupsIn } from '../sampling/query'
import { stepSamples, walksOf } from '../sampling/steps'
import { os } from '../serve'
import { momentOf, put, today, write } from '../support'

export const samples = {
  list: os.samples.list.handler(({ input, context }) => {
    const { offset, limit, ...query } = input
    const { rows, left } = find(query, asked(context))
    return { rows: rows.slice(offset, offset + limit).map(toContract), total: rows.length, left: [...left] }
  }),

  ids: os.samples.ids.handler(({ input, context }) => ({
    ids: find(input, asked(context)).rows.map(({ id }) => id),
  })),

  groups: os.samples.groups.handler(({ input, context }) => {
    const { hides, ...rest } = asked(context)
    return { groups: input.group === null ? [] : groupsIn(find(input, { ...rest, hides }), input.group, hides) }
  }),

  board: os.samples.board.handler(({ input: { limit, ...query }, context }) => {
    const { samples: all } = asked(context)
    const { total, columns } = boardOf(all, query, limit)
    const owners = new Set(
      all.flatMap(({ shopId, owner }) => (owner && (query.shopId === null || shopId === query.shopId) ? [owner] : [])),
    )
    return {
      total,
      me: context.author(),
      owners: [...owners].toSorted(),
      columns: columns.map(({ cards, ...column }) => ({ ...column, cards: cards.map(toContract) })),
    }
  }),

  cards: os.samples.cards.handler(({ input, context }) => ({
    cards: cardsOf(asked(context).samples, input).map(toContract),
  })),

  calendar: os.samples.calendar.handler(({ input, context }) => calendarOf(asked(context).samples, input)),

  strip: os.samples.strip.handler(({ input, context }) => {
    const { db } = context.host.current().workspace
    const days = new Map(allShops(db).map(({ id, timezone }) => [id, dayInZone(context.now(), timezone)]))
    return stripOf(asked(context).samples, input, (shop) => days.get(shop) ?? today(context))
  }),

  get: os.samples.get.handler(({ input: { id }, context }) =>
    toContract(sampleNamed(context.host.current().workspace.db, id, context.now())),
  ),

  put: os.samples.put.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const subject = id === undefined ? (fields.productId ?? '') : titleOf(sampleNamed(db, id, context.now()))
    const saved = await write(context, id ? 'samples.update' : 'samples.add', subject, (tx) => {
      if (fields.creatorId !== undefined) keepCreator(tx, fields.creatorId)
      if (fields.shopId !== undefined) findShop(tx, fields.shopId)
      return put(context, tx, 'samples', id ?? newId(context), id ? fields : withBirth(context, fields))
    })
    return toContract(sampleNamed(db, saved, context.now()))
  }),

  remove: os.samples.remove.handler(async ({ input: { ids }, context }) => {
    const { db } = context.host.current().workspace
    await write(context, 'samples.remove', subjectOf(db, ids, context.now()), (tx) => {
      for (const id of ids) deleteRecord(tx, 'samples', id)
    })
    return {}
  }),

  step: os.samples.step.handler(async ({ input: { ids, to, at, reason, through, withoutPaper }, context }) => {
    const { db } = context.host.current().workspace
    const wanted = [...new Set(ids)]
    const subject = `${subjectOf(db, wanted, context.now())} → ${to}`
    const how = through ? 'through' : 'step'
    const refused = await write(context, 'samples.step', subject, (tx) => {
      const { walks, ended } = walksOf(tx, wanted, to)
      return [
        ...ended,
        ...stepSamples(
          context,
          tx,
          walks.map((walk) => ({ ...walk, at, reason, how })),
          paperApproval(context, tx, wanted, withoutPaper ? reason : ''),
        ),
      ]
    })
    return { done: wanted.length - refused.length, refused: [...refused] }
  }),

  trail: os.samples.trail.handler(({ input: { id }, context }) =>
    sampleSteps(context.host.current().workspace.db, id).map(({ from, to, ...step }) => ({
      id: step.id,
      from: from ?? '',
      to: to ?? '',
      at: step.at,
      person: step.person,
      reason: step.reason,
    })),
  ),
}

/** Asked for now, one piece, a free one that somebody typed, of the person here: unless said otherwise. */
function withBirth(context: WorkspaceContext, fields: SampleFields) {
  return {
    quantity: 1,
    kind: 'free',
    requestedAt: context.now(),
    owner: context.author(),
    source: 'typed',
    ...fields,
  }
}

function newId(context: WorkspaceContext): string {
  return randomId(context.now(), randomBytes(10))
}

function sampleNamed(db: ReadableDb, id: string, now: number): KnownSample {
  const [sample] = allSamples(db, now, [id])
  if (sample === undefined) throw new AppError('record.notFound', { entity: 'samples', id })
  return sample
}

/** `lia.daily`, or how many they are. */
function subjectOf(db: ReadableDb, ids: readonly string[], now: number): string {
  const [first, ...others] = ids
  if (first === undefined || others.length > 0) return String(ids.length)
  return titleOf(sampleNamed(db, first, now))
}

function titleOf({ handle, productName, productId }: KnownSample): string {
  return handle === null ? (productName ?? productId) : `@${handle}`
}

/** What is asked of the ledger, and what the person here may see of it. */
function asked(context: WorkspaceContext): Asked {
  const hidden = hiddenFrom(context)
  const { workspace } = context.host.current()
  return {
    samples: ledgerOf(workspace).all(context.now()),
    moment: momentOf(context),
    hides: (mask) => hidden?.has(mask) ?? false,
  }
}

/** Lists of the contract are lists of their own. */
function toContract({ text: _searched, ...sample }: KnownSample & { readonly text?: string }) {
  return { ...sample, parcels: [...sample.parcels], dates: { ...sample.dates } }
}
