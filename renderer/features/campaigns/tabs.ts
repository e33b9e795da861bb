/** Which part of a campaign is open: kept while one goes from campaign to campaign. */

import { createStore } from '../../session/store'

export const TABS = ['plan', 'products', 'creators', 'briefs', 'budget', 'history'] as const
export type Tab = (typeof TABS)[number]

export const openTab = createStore<Tab>('plan')
