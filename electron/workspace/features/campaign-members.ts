/** Who is in a campaign: added by a pasted list, changed many at a time, taken out. */

import type { ReadableDb, WritableDb } from '../../../db/database'
import { handlesOf, keepCreator } from '../../../db/repositories/creators'
import { deleteRecord } from '../../../db/repositories/records'
import { AppError } from '../../../shared/errors'
import { join, knownOrNew, readHandles } from '../campaigning/joining'
import { boundElsewhere } from '../campaigning/bound'
import { campaignView, campaignViews, type Member, membersOf, todayOf } from '../campaigning/plans'
import { refuseRate } from '../campaigning/rates'
import { mergedCreators } from '../lookups/creators'
import { os } from '../serve'
import { put, write } from '../support'

export const membership = {
  addCreators: os.campaigns.addCreators.handler(async ({ input, context }) => {
    const { campaignId, text, creators, state, joinedOn } = input
    const { db } = context.host.current().workspace
    const campaign = campaignView(db, context.now(), campaignId)
    const { handles, unreadable } = readHandles(text)
    const merged = mergedCreators(db)
    const known = creators.map((id) => merged.get(id) ?? id)
    refuseUnknown(db, known)
    const nothing = { added: 0, already: 0, newCreators: 0, unreadable: [...unreadable], bound: [] }
    if (handles.length + known.length === 0) return nothing
    const since = joinedOn ?? (state === 'accepted' || state === 'active' ? todayOf(context, campaign) : null)
    return write(context, 'campaigns.addCreators', campaign.name, (tx) => {
      const { ids, created } = knownOrNew(context, tx, handles)
      const wanted = new Set([...known, ...ids])
      const added = join(context, tx, [...wanted], { campaignId, state, joinedOn: since })
      const bound = boundElsewhere(tx, [...wanted], campaign)
      return { ...nothing, added, already: wanted.size - added, newCreators: created, bound }
    })
  }),

  putCreators: os.campaigns.putCreators.handler(async ({ input: { campaignId, creators, fields }, context }) => {
    const { db } = context.host.current().workspace
    const campaign = campaignView(db, context.now(), campaignId)
    const today = todayOf(context, campaign)
    refuseRate(db, campaign.market, { rate: fields.rate, field: 'rate', day: today })
    const begins = fields.state === 'accepted' || fields.state === 'active'
    return write(context, 'campaigns.creators', subjectOf(db, campaign.name, creators), (tx) => {
      const chosen = chosenOf(tx, campaignId, creators)
      for (const { id, creatorId, joinedOn } of chosen) {
        keepCreator(tx, creatorId)
        // Whoever says yes promotes from today on, unless somebody knows better.
        const since = begins && joinedOn === null && fields.joinedOn === undefined ? { joinedOn: today } : {}
        put(context, tx, 'campaignCreators', id, { ...fields, ...since })
      }
      return { changed: chosen.length }
    })
  }),

  removeCreators: os.campaigns.removeCreators.handler(async ({ input: { campaignId, creators }, context }) => {
    const { db } = context.host.current().workspace
    const campaign = campaignView(db, context.now(), campaignId)
    await write(context, 'campaigns.removeCreators', subjectOf(db, campaign.name, creators), (tx) => {
      for (const { id } of chosenOf(tx, campaignId, creators)) deleteRecord(tx, 'campaignCreators', id)
    })
    return {}
  }),

  ofCreator: os.campaigns.ofCreator.handler(({ input: { creatorId }, context }) => {
    const { db } = context.host.current().workspace
    const living = mergedCreators(db).get(creatorId) ?? creatorId
    const members = new Map(membersOf(db, null, living).map((member) => [member.campaignId, member]))
    return campaignViews(db, context.now()).flatMap(({ id, name, shopId, kind, state, rate }) => {
      const member = members.get(id)
      return member ? [{ id, name, shopId, kind, state, memberState: member.state, rate: member.rate ?? rate }] : []
    })
  }),
}

function chosenOf(tx: WritableDb, campaignId: string, creators: readonly string[]): readonly Member[] {
  const merged = mergedCreators(tx)
  const wanted = new Set(creators.map((id) => merged.get(id) ?? id))
  return membersOf(tx, [campaignId]).filter(({ creatorId }) => wanted.has(creatorId))
}

function refuseUnknown(db: ReadableDb, ids: readonly string[]): void {
  const known = handlesOf(db, ids)
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw new AppError('record.notFound', { entity: 'creators', id: unknown })
}

function subjectOf(db: ReadableDb, name: string, creators: readonly string[]): string {
  const [first] = creators
  return creators.length === 1 && first ? `${handlesOf(db, [first]).get(first) ?? first} · ${name}` : name
}
