/** One person as the list of creators keeps them in memory: everything of theirs that a list can show, filter or sort. */

import type { OwnResults, ShopWork } from '../../../shared/contract/creators-list'
import type { MetricName, SourcedFigure } from '../../../shared/domain/metrics'
import type { Mask } from '../../../shared/domain/roles'

/** Where several figures of one person come from, kept once. */
export type Origin = Pick<SourcedFigure, 'source' | 'shopId' | 'periodFrom' | 'periodTo' | 'observedAt' | 'asOf'>

export interface KeptFigure {
  readonly value: number
  readonly currency: string | null
  readonly disagrees: boolean
  readonly origin: Origin
}

export type Figures = Readonly<Partial<Record<MetricName, KeptFigure>>>

export interface Contact {
  readonly at: number
  readonly person: string | null
  readonly kind: string
  readonly shopId: string | null
}

export interface NextTask {
  readonly id: string
  readonly kind: string
  readonly title: string | null
  readonly due: number | null
  readonly owner: string | null
}

export interface Claim {
  readonly owner: string
  readonly until: number
}

export interface Person {
  readonly id: string
  /** Of everybody that was made one with them, their own first. */
  readonly ids: readonly string[]
  readonly handle: string
  readonly displayName: string | null
  readonly otherNames: readonly string[]
  readonly otherDisplayNames: readonly string[]
  readonly platformId: string | null
  readonly market: string | null
  readonly language: string | null
  readonly category: string | null
  readonly audienceMarket: string | null
  readonly audienceLanguage: string | null
  readonly agent: string | null
  readonly preferredChannel: string | null
  readonly timezone: string | null
  readonly remark: string | null
  readonly tags: readonly string[]
  readonly starred: boolean
  readonly figures: Figures
  readonly gpmTrend: readonly number[]
  /** Flags that follow from what sources say. */
  readonly figureFlags: readonly string[]
  /** Shops whose live files name them. */
  readonly namedBy: readonly string[]
  readonly work: ReadonlyMap<string, ShopWork>
  readonly lastContact: Contact | null
  readonly nextTask: NextTask | null
}

/** What a shown row depends on beyond the person: the shop in view, the moment, and what is judged by rules. */
export interface View {
  readonly shopId: string | null
  readonly now: number
  /** By handle. */
  readonly results: ReadonlyMap<string, OwnResults>
  readonly judge: (person: Person) => Judged
  readonly claimOf: (person: Person) => Claim | null
  /** IANA name by market. */
  readonly zones: ReadonlyMap<string, string>
  /** Keys of the stages of the shop in view, in the order of the work. */
  readonly stages: readonly string[]
  /** Keys of tiers, smallest first. */
  readonly tiers: readonly string[]
  readonly hides: (mask: Mask) => boolean
  /** Another text whenever what a field's values follow from, beyond the person, changed. */
  readonly stamps: { readonly judged: string; readonly claims: string; readonly results: string }
}

/** What rules of vetting say of a person. */
export interface Judged {
  /** Key of a tier. */
  readonly tier: string | null
  /** 0 to 100. */
  readonly score: number | null
  readonly flags: readonly string[]
}
