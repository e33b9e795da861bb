/** What each field of the list reads from a person, for filters, sorting, groups and counts alike. */

import {
  CREATOR_FIELDS,
  type CreatorFieldName,
  isCreatorField,
  RESULT_FIELDS,
} from '../../../shared/domain/creator-fields'
import type { FieldValue, RowField } from '../../../shared/domain/list-fields'
import { isMetricName, type MetricName } from '../../../shared/domain/metrics'
import type { Person, View } from './person'

const NONE: readonly string[] = []

type Read = (person: Person, view: View) => FieldValue

const work =
  (field: 'stage' | 'stageSince' | 'owner' | 'rate' | 'tags' | 'permission' | 'blockedBy' | 'note'): Read =>
  ({ work }, { shopId }) =>
    (shopId === null ? undefined : work.get(shopId))?.[field] ?? null

const READERS: Readonly<Record<Exclude<CreatorFieldName, MetricName>, Read>> & Partial<Record<MetricName, Read>> = {
  handle: ({ handle }) => handle,
  displayName: ({ displayName }) => displayName,
  otherNames: ({ otherNames }) => otherNames,
  platformId: ({ platformId }) => platformId,
  market: ({ market }) => market,
  language: ({ language }) => language,
  category: ({ category }) => category,
  audienceMarket: ({ audienceMarket }) => audienceMarket,
  audienceLanguage: ({ audienceLanguage }) => audienceLanguage,
  agent: ({ agent }) => agent,
  preferredChannel: ({ preferredChannel }) => preferredChannel,
  timezone: ({ timezone }) => timezone,
  remark: ({ remark }) => remark,
  tags: ({ tags }) => tags,
  starred: ({ starred }) => starred,
  tier: (person, view) => view.judge(person).tier,
  score: (person, view) => view.judge(person).score,
  flags: (person, view) => view.judge(person).flags,
  shops: ({ namedBy }) => namedBy.length,
  shopIds: ({ namedBy, work }) => (work.size === 0 ? namedBy : [...new Set([...namedBy, ...work.keys()])]),
  lastContact: ({ lastContact }) => lastContact?.at ?? null,
  lastContactBy: ({ lastContact }) => lastContact?.person ?? null,
  claimOwner: (person, view) => view.claimOf(person)?.owner ?? null,
  claimUntil: (person, view) => view.claimOf(person)?.until ?? null,
  nextTask: ({ nextTask }) => nextTask?.due ?? null,
  nextTaskOwner: ({ nextTask }) => nextTask?.owner ?? null,
  stages: ({ work }) => (work.size === 0 ? NONE : [...new Set([...work.values()].flatMap(({ stage }) => stage ?? []))]),
  stage: work('stage'),
  stageSince: work('stageSince'),
  owner: work('owner'),
  rate: work('rate'),
  shopTags: (person, view) => work('tags')(person, view) ?? NONE,
  permission: work('permission'),
  blockedBy: work('blockedBy'),
  note: work('note'),
  ownOrders: ({ handle }, { results }) => results.get(handle)?.orders ?? null,
  ownGmv: ({ handle }, { results }) => results.get(handle)?.gmv ?? null,
  ownRefundRate: ({ handle }, { results }) => results.get(handle)?.refundRate ?? null,
  contribution: ({ handle }, { results }) => results.get(handle)?.contribution ?? null,
}

/** A field as lists ask it. Null: this build knows no such field, or the role here may not see it. */
export function fieldOf(id: string, view: View): RowField<Person> | null {
  if (!isCreatorField(id)) return null
  const { kind, mask } = CREATOR_FIELDS[id]
  if (mask !== undefined && view.hides(mask)) return null
  const read = READERS[id]
  if (isMetricName(id)) {
    const currency = kind === 'money' ? ({ figures }: Person) => figures[id]?.currency ?? null : undefined
    return { id, kind, value: ({ figures }) => figures[id]?.value ?? null, currency }
  }
  const choices = id === 'stage' ? view.stages : id === 'tier' ? view.tiers : undefined
  const currency = kind === 'money' ? ({ handle }: Person) => view.results.get(handle)?.currency ?? null : undefined
  return { id, kind, value: (person) => read?.(person, view) ?? null, currency, choices }
}

/** Apart from which other answers those of a field are kept: another shop in view, or newer rules and results. */
export function spaceOf(id: string, view: View): string {
  if (!isCreatorField(id)) return ''
  if (CREATOR_FIELDS[id].perShop === true) return view.shopId ?? ''
  const { judged, claims, results } = view.stamps
  if (CLAIMED.has(id)) return claims
  if (JUDGED.has(id)) return `${view.shopId ?? ''} ${judged}`
  return RESULT_FIELDS.has(id) ? `${view.shopId ?? ''} ${results}` : ''
}

const JUDGED: ReadonlySet<string> = new Set<CreatorFieldName>(['tier', 'score', 'flags'])
const CLAIMED: ReadonlySet<string> = new Set<CreatorFieldName>(['claimOwner', 'claimUntil'])
