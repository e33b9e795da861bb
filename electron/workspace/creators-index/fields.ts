/** What each field of the list reads from a person, for filters, sorting, groups and counts alike. */

import { CREATOR_FIELDS, type CreatorFieldName, isCreatorField } from '../../../shared/domain/creator-fields'
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
  claimOwner: (person, view) => view.judge(person).claim?.owner ?? null,
  claimUntil: (person, view) => view.judge(person).claim?.until ?? null,
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
  ownOrders: ({ id }, { results }) => results.get(id)?.orders ?? null,
  ownGmv: ({ id }, { results }) => results.get(id)?.gmv ?? null,
  ownRefundRate: ({ id }, { results }) => results.get(id)?.refundRate ?? null,
  contribution: ({ id }, { results }) => results.get(id)?.contribution ?? null,
}

/** A field as lists ask it. Null: this build knows no such field. */
export function fieldOf(id: string, view: View): RowField<Person> | null {
  if (!isCreatorField(id)) return null
  const { kind } = CREATOR_FIELDS[id]
  const read = READERS[id]
  if (!isMetricName(id)) {
    return {
      id,
      kind,
      value: (person) => read?.(person, view) ?? null,
      currency: ({ id: of }) => view.results.get(of)?.currency ?? null,
    }
  }
  return {
    id,
    kind,
    value: ({ figures }) => figures[id]?.value ?? null,
    currency: ({ figures }) => figures[id]?.currency ?? null,
  }
}
