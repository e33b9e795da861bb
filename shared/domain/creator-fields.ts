/**
 * The fields by which the list of creators is filtered, sorted and grouped, each with what kind of value it is.
 *
 * One list for everybody: the columns of the grid, the chips of a filter, saved views and the command line name them so.
 */

import type { FieldKind } from './list-fields'
import { METRICS, type MetricKind, type MetricName } from './metrics'
import type { Mask } from './roles'

export interface CreatorField {
  readonly kind: FieldKind
  /** It is another one for every shop; with all shops in view it is empty. */
  readonly perShop?: true
  /** Left out for roles that may not see such values. */
  readonly mask?: Mask
}

const field = (kind: FieldKind): CreatorField => ({ kind })
const ofShop = (kind: FieldKind): CreatorField => ({ kind, perShop: true })

const METRIC_FIELDS: Readonly<Record<MetricKind, FieldKind>> = { count: 'number', money: 'money', ratio: 'percent' }

const OWN_FIELDS = {
  handle: field('text'),
  displayName: field('text'),
  otherNames: field('tags'),
  platformId: field('text'),
  market: field('choice'),
  language: field('choice'),
  category: field('choice'),
  audienceMarket: field('choice'),
  audienceLanguage: field('choice'),
  agent: field('text'),
  preferredChannel: field('choice'),
  timezone: field('choice'),
  remark: field('text'),
  tags: field('tags'),
  starred: field('bool'),
  tier: field('choice'),
  score: field('number'),
  flags: field('tags'),
  /** Number of shops whose imported files name the creator. */
  shops: field('number'),
  /** Ids of the shops that work with the creator, by their files or by their own stage. */
  shopIds: field('tags'),
  lastContact: field('instant'),
  lastContactBy: field('person'),
  claimOwner: field('person'),
  claimUntil: field('instant'),
  nextTask: field('instant'),
  nextTaskOwner: field('person'),
  /** Keys of the stages in all shops. */
  stages: field('tags'),
  stage: ofShop('choice'),
  stageSince: ofShop('instant'),
  owner: ofShop('person'),
  rate: ofShop('percent'),
  shopTags: ofShop('tags'),
  permission: ofShop('choice'),
  blockedBy: ofShop('text'),
  note: ofShop('text'),
  /** Own results, from imported order lines of the shop in view or of all. */
  ownOrders: field('number'),
  ownGmv: field('money'),
  ownRefundRate: field('percent'),
  contribution: { kind: 'money', mask: 'margin' },
} as const satisfies Readonly<Record<string, CreatorField>>

type OwnField = keyof typeof OWN_FIELDS
export type CreatorFieldName = OwnField | MetricName

/** Own results follow from order lines, which are added up apart from everything else. */
export const RESULT_FIELDS: ReadonlySet<string> = new Set<OwnField>([
  'ownOrders',
  'ownGmv',
  'ownRefundRate',
  'contribution',
])

/** Every field, the figures of all sources by their own names. */
export const CREATOR_FIELDS: Readonly<Record<CreatorFieldName, CreatorField>> = {
  ...OWN_FIELDS,
  ...metricFields(),
}

/** The field of this name, or null where it went away or never was. */
export function creatorField(name: string): CreatorField | null {
  return isCreatorField(name) ? CREATOR_FIELDS[name] : null
}

export function isCreatorField(name: string): name is CreatorFieldName {
  return Object.hasOwn(CREATOR_FIELDS, name)
}

function metricFields(): Record<MetricName, CreatorField> {
  // The keys are exactly those of METRICS.
  return Object.fromEntries(
    Object.entries(METRICS).map(([name, kind]) => [name, field(METRIC_FIELDS[kind])]),
  ) as Record<MetricName, CreatorField>
}
