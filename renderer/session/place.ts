/**
 * Where the window is: which section, which shop (null: all of them), which period.
 *
 * The one piece of state that screens share; remembered per workspace.
 */

import { z } from '../../shared/schema'
import { recall, remember, rememberFor } from './memory'
import { PeriodChoice } from './period'
import { createStore, useStore } from './store'

export const SECTIONS = [
  'today',
  'pipeline',
  'samples',
  'review',
  'pick',
  'compliance',
  'roi',
  'imports',
  'creators',
  'quotes',
  'vetting',
  'campaigns',
  'live',
  'products',
  'shops',
  'onboarding',
  'outreach',
  'content',
  'costs',
  'contracts',
  'settlement',
  'cash',
  'sync',
  'history',
  'audit',
  'settings',
] as const
export type Section = (typeof SECTIONS)[number]

const Kept = z.object({ section: z.enum(SECTIONS), shopId: z.string().nullable(), period: PeriodChoice })

/** `target` is what the section shall show first, in its own words, as `{ batch: '…' }`; it is not remembered. */
export type Place = Readonly<z.infer<typeof Kept>> & {
  /** Whose place this is; null before a workspace was entered. */
  readonly workspaceId: string | null
  readonly target: Readonly<Record<string, string>> | null
}

const FIRST: Place = { section: 'roi', shopId: null, period: { preset: 'all' }, target: null, workspaceId: null }

export const place = createStore<Place>(FIRST)

/** Takes up where the person left this workspace. */
export function enterWorkspace(workspaceId: string): void {
  rememberFor(workspaceId)
  place.set({ ...FIRST, ...recall('place', Kept), workspaceId })
}

export function goTo(section: Section, target: Place['target'] = null): void {
  move({ section, target })
}

/** `null` is all shops. */
export function chooseShop(shopId: string | null): void {
  move({ shopId })
}

export function choosePeriod(period: PeriodChoice): void {
  move({ period })
}

export function usePlace(): Place {
  return useStore(place)
}

function move(change: Partial<Place>): void {
  const next = { ...place.get(), ...change }
  place.set(next)
  remember('place', { section: next.section, shopId: next.shopId, period: next.period })
}
