/** Briefs as lists show them: the newest version, who has it, who has an older one. */

import type { ReadableDb } from '../../../db/database'
import {
  type BriefFilter,
  type BriefRow,
  type BriefSendRow,
  type BriefVersionRow,
  listBriefs,
  listBriefSends,
  listBriefVersions,
} from '../../../db/repositories/briefs'
import { handlesOf } from '../../../db/repositories/creators'
import type { Brief, BriefReceipt, BriefVersion } from '../../../shared/contract/briefs'
import { byVersion, readBriefBody, versionNames } from '../../../shared/domain/briefs'
import { CONTENT_FORMS } from '../../../shared/domain/quotes'
import { AppError } from '../../../shared/errors'
import { mergedCreators } from '../lookups/creators'
import { allShops } from '../lookups/shops'

export function briefViews(db: ReadableDb, filter: BriefFilter): Brief[] {
  const rows = listBriefs(db, filter)
  const ids = rows.map(({ id }) => id)
  const shops = new Map(allShops(db).map(({ id, name }) => [id, name]))
  const versions = listBriefVersions(db, ids)
  const sends = lastSends(db, ids)
  return rows.map((row) => {
    const own = toVersions(versions.filter(({ briefId }) => briefId === row.id))
    const got = sends.filter(({ briefId }) => briefId === row.id)
    return viewOf(row, { shopName: shops.get(row.shopId) ?? row.shopId, versions: own, sends: got })
  })
}

/** The brief of this id; refuses with `record.notFound`. */
export function briefView(db: ReadableDb, id: string): Brief {
  const [view] = briefViews(db, { id })
  if (!view) throw new AppError('record.notFound', { entity: 'briefs', id })
  return view
}

/** Every version of a brief, newest first. */
export function versionsOf(db: ReadableDb, id: string): readonly BriefVersion[] {
  return toVersions(listBriefVersions(db, [id])).toReversed()
}

/** What each creator got last, those with an older version first, then by handle. */
export function receiptsOf(db: ReadableDb, id: string): BriefReceipt[] {
  const versions = toVersions(listBriefVersions(db, [id]))
  const names = new Map(versions.map((version) => [version.id, version.name]))
  const newest = versions.at(-1)?.id
  const sends = lastSends(db, [id])
  const handles = handlesOf(
    db,
    sends.map(({ creatorId }) => creatorId),
  )
  return sends
    .map(({ briefId: _brief, briefVersionId, ...send }) => ({
      ...send,
      handle: handles.get(send.creatorId) ?? send.creatorId,
      versionId: briefVersionId,
      version: names.get(briefVersionId) ?? '?',
      older: briefVersionId !== newest,
    }))
    .sort((a, b) => Number(b.older) - Number(a.older) || (a.handle < b.handle ? -1 : 1))
}

/** The last that each living creator got of each brief. */
function lastSends(db: ReadableDb, ids: readonly string[]): readonly BriefSendRow[] {
  const merged = mergedCreators(db)
  const last = new Map<string, BriefSendRow>()
  // Oldest first: the last one stays.
  for (const send of listBriefSends(db, ids)) {
    const creatorId = merged.get(send.creatorId) ?? send.creatorId
    last.set(`${send.briefId} ${creatorId}`, { ...send, creatorId })
  }
  return [...last.values()]
}

/** Oldest first. */
function toVersions(rows: readonly BriefVersionRow[]): readonly BriefVersion[] {
  const names = versionNames(rows)
  return rows.toSorted(byVersion).map(({ id, briefId, body, person, at }) => ({
    id,
    briefId,
    name: names.get(id) ?? '',
    body: readBriefBody(parsed(body)),
    person,
    at,
  }))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

interface Beside {
  readonly shopName: string
  readonly versions: readonly BriefVersion[]
  readonly sends: readonly BriefSendRow[]
}

function viewOf(row: BriefRow, { shopName, versions, sends }: Beside): Brief {
  const newest = versions.at(-1) ?? null
  return {
    ...row,
    shopName,
    title: row.title ?? row.id,
    contentForm: CONTENT_FORMS.find((form) => form === row.contentForm) ?? null,
    archived: row.archived === 1,
    newest,
    versions: versions.length,
    sentTo: sends.length,
    older: sends.filter(({ briefVersionId }) => briefVersionId !== newest?.id).length,
  }
}
