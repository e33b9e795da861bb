/** Batch sheets: who may be in one, how they stand, and sending a block inside a command. */

import type { ReadableDb } from '../../../db/database'
import { type BatchRow, listBatches, sentBlocks, shopTouches } from '../../../db/repositories/outreach'
import { handlesOf } from '../../../db/repositories/creators'
import { decisionsOf, vettedCreators } from '../../../db/repositories/vetting'
import type { Batch, SkippedCreator } from '../../../shared/contract/outreach-batches'
import type { Shop } from '../../../shared/contract/shops'
import {
  type BatchPlan,
  type BatchRules,
  blockName,
  blocksOf,
  type Candidate,
  planBatch,
} from '../../../shared/domain/batches'
import { collisionOf } from '../../../shared/domain/claims'
import { blockedBy, type Decision, standingOnLists } from '../../../shared/domain/decisions'
import { marketFits } from '../../../shared/domain/market-match'
import { messagesSinceReply } from '../../../shared/domain/quotas'
import { z } from '../../../shared/schema'
import { claimsOfCreators } from '../claiming/lookup'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { today } from '../support'
import { marketRule, number } from './quota'

/** What was known of the creators of a selection when it was looked at; in the order of the selection. */
export function candidatesFor(
  context: WorkspaceContext,
  db: ReadableDb,
  shop: Shop,
  selection: readonly string[],
  /** A sheet whose own creators do not count as being in another one. */
  except: string | null = null,
): Candidate[] {
  const merged = mergedCreators(db)
  const ids = selection.map((id) => merged.get(id) ?? id)
  const now = context.now()
  const claims = new Map(claimsOfCreators(db, ids, now).map(({ creatorId, claims: all }) => [creatorId, all]))
  const known = new Map(vettedCreators(db, ids).map((creator) => [creator.id, creator]))
  const decisions = decisionsBy(db, ids, merged)
  const scope = { shopId: shop.id, clientId: shop.clientId, day: today(context) }
  const touches = touchesBy(db, shop.id, merged)
  const waiting = waitingIn(db, shop.id, merged, except)
  return ids.map((creatorId): Candidate => {
    const creator = known.get(creatorId)
    const said = touches.get(creatorId) ?? []
    const block = blockedBy(standingOnLists(decisions.get(creatorId) ?? [], scope))
    const wrong = creator !== undefined && marketFits(creator, shop.market) === false
    return {
      creatorId,
      gone: creator === undefined || creator.handle === null,
      blocked: block === null ? null : (block.note ?? block.reason ?? ''),
      claimedBy: collisionOf(claims.get(creatorId) ?? [], context.author(), now)?.owner ?? null,
      wrongMarket: wrong ? (creator.audienceMarket ?? creator.market) : null,
      connected: said.some(({ kind }) => kind === 'replied'),
      messages: messagesSinceReply(said),
      lastSent: said.findLast(({ kind }) => kind === 'sent')?.at ?? null,
      inBatch: waiting.has(creatorId),
    }
  })
}

/** The rules of the shop's market for a sheet of this size. */
export function rulesFor(
  context: WorkspaceContext,
  db: ReadableDb,
  shop: Shop,
  size: number,
  quotaLeft: number | null,
): BatchRules {
  const rule = marketRule(context, db, shop.market)
  return {
    now: context.now(),
    size,
    quotaLeft,
    messagesBeforeReply: number(rule('messagesBeforeReply')),
    reinviteDays: number(rule('reinviteDays')),
  }
}

/** The plan with everybody's handle. */
export function plannedFor(
  context: WorkspaceContext,
  db: ReadableDb,
  shop: Shop,
  selection: readonly string[],
  rules: BatchRules,
): BatchPlan & { readonly named: readonly SkippedCreator[]; readonly handles: ReadonlyMap<string, string> } {
  const plan = planBatch(candidatesFor(context, db, shop, selection), rules)
  const handles = handlesOf(db, [...plan.taken, ...plan.skipped.map(({ creatorId }) => creatorId)])
  const named = plan.skipped.map((one) => ({ ...one, handle: handles.get(one.creatorId) ?? one.creatorId }))
  return { ...plan, named, handles }
}

/** Those of a sheet's creators who may not be written to any more: claimed or blocked by somebody since, or gone. */
export function spoiledIn(
  context: WorkspaceContext,
  db: ReadableDb,
  shop: Shop,
  creators: readonly string[],
  batchId: string,
): ReadonlyMap<string, SkippedCreator> {
  const candidates = candidatesFor(context, db, shop, creators, batchId)
  const handles = handlesOf(db, creators)
  return new Map(
    candidates.flatMap(({ gone, blocked, claimedBy }, i) => {
      const creatorId = creators[i] ?? ''
      const reason = gone ? 'gone' : blocked !== null ? 'blocked' : claimedBy !== null ? 'claimed' : null
      if (reason === null) return []
      const handle = handles.get(creatorId) ?? creatorId
      return [[creatorId, { creatorId, handle, reason, detail: claimedBy ?? blocked }] as const]
    }),
  )
}

/** Sheets as they stand: which blocks were sent follows from the contacts that name them. */
export function allBatches(db: ReadableDb, only: { readonly id?: string; readonly shopId?: string } = {}): Batch[] {
  const sent = new Map(sentBlocks(db).map((block) => [block.batch, block]))
  return listBatches(db, only).map((row) => {
    const creators = creatorsIn(row)
    const blockSize = row.blockSize ?? 100
    return {
      id: row.id,
      shopId: row.shopId,
      name: row.name ?? row.id,
      owner: row.owner,
      at: row.at ?? 0,
      channel: row.channel,
      templateId: row.templateId,
      blockSize,
      creators: creators.length,
      closed: row.closed === 1,
      values: readValues(row.values),
      blocks: blocksOf(creators, blockSize).map((block, i) => {
        const done = sent.get(blockName(row.id, i + 1))
        return {
          block: i + 1,
          creators: block.length,
          sentAt: done?.at ?? null,
          sent: done?.sent ?? 0,
          by: done?.by ?? null,
        }
      }),
    }
  })
}

/** Creators of one block, from 1 on. */
export function creatorsOfBlock(db: ReadableDb, batchId: string, block: number): readonly string[] {
  const [row] = listBatches(db, { id: batchId })
  return row ? (blocksOf(creatorsIn(row), row.blockSize ?? 100)[block - 1] ?? []) : []
}

const Ids = z.array(z.string())
const Written = z.record(z.string(), z.string())

function creatorsIn({ creators }: BatchRow): readonly string[] {
  return Ids.safeParse(parsed(creators)).data ?? []
}

function readValues(json: string | null): Record<string, string> {
  return Written.safeParse(parsed(json)).data ?? {}
}

/** What a merge or a newer build left unreadable counts as nothing. */
function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null')
  } catch {
    return null
  }
}

type Merged = ReadonlyMap<string, string>

function decisionsBy(db: ReadableDb, ids: readonly string[], merged: Merged): ReadonlyMap<string, readonly Decision[]> {
  const wanted = new Set(ids)
  const names = [...wanted, ...[...merged].flatMap(([loser, winner]) => (wanted.has(winner) ? [loser] : []))]
  const by = new Map<string, Decision[]>()
  for (const decision of decisionsOf(db, names)) {
    const creator = merged.get(decision.creatorId) ?? decision.creatorId
    by.set(creator, [...(by.get(creator) ?? []), decision])
  }
  return by
}

function touchesBy(db: ReadableDb, shopId: string, merged: Merged) {
  const by = new Map<string, { at: number; kind: string }[]>()
  for (const { creatorId, at, kind } of shopTouches(db, shopId)) {
    const creator = merged.get(creatorId) ?? creatorId
    const said = by.get(creator) ?? []
    said.push({ at, kind })
    by.set(creator, said)
  }
  return by
}

/** Creators of unsent blocks of the shop's open sheets. */
function waitingIn(db: ReadableDb, shopId: string, merged: Merged, except: string | null): ReadonlySet<string> {
  const sent = new Set(sentBlocks(db).map(({ batch }) => batch))
  const waiting = new Set<string>()
  for (const row of listBatches(db, { shopId })) {
    if (row.closed === 1 || row.id === except) continue
    for (const [i, block] of blocksOf(creatorsIn(row), row.blockSize ?? 100).entries()) {
      if (sent.has(blockName(row.id, i + 1))) continue
      for (const id of block) waiting.add(merged.get(id) ?? id)
    }
  }
  return waiting
}
