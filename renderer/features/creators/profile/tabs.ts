/** Which tab of the profile is open: kept while one goes from creator to creator. */

import { createStore } from '../../../session/store'

export const TABS = ['timeline', 'shops', 'contracts', 'figures', 'decisions', 'files', 'card', 'history'] as const
export type Tab = (typeof TABS)[number]

export const openTab = createStore<Tab>('timeline')

export function isTab(name: string | null): name is Tab {
  return TABS.some((tab) => tab === name)
}
