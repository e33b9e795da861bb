/** The tabs of samples, in the order of the work: one line a tab. Each draws the page beneath the tabs itself. */

import type { ComponentType, ReactNode } from 'react'

import { useText } from '../../messages/i18n'
import { BoardTab } from './board/BoardTab'
import { CalendarTab } from './calendar/CalendarTab'
import { CostsTab } from './costs/CostsTab'
import { WalletTab } from './costs/WalletTab'
import { GhostingTab } from './ghosting/GhostingTab'
import { RequestsTab } from './requests/RequestsTab'
import { TableTab } from './table/TableTab'

export interface SampleTabProps {
  /** The row of tabs, to be the first of the page's filters. */
  readonly tabs: ReactNode
}

export interface SampleTab {
  /** As `goTo('samples', { tab: '…' })` names it. */
  readonly key: string
  /** Its word, from the catalogue of whoever made it. */
  readonly Title: ComponentType
  readonly Screen: ComponentType<SampleTabProps>
}

export const SAMPLE_TABS: readonly SampleTab[] = [
  { key: 'board', Title: () => useText('samples')('tabs.board'), Screen: BoardTab },
  { key: 'table', Title: () => useText('samples')('tabs.table'), Screen: TableTab },
  { key: 'calendar', Title: () => useText('samples')('tabs.calendar'), Screen: CalendarTab },
  { key: 'requests', Title: () => useText('sampleRequests')('tabs.requests'), Screen: RequestsTab },
  { key: 'ghosting', Title: () => useText('sampleRequests')('tabs.ghosting'), Screen: GhostingTab },
  { key: 'costs', Title: () => useText('sampleCosts')('tab'), Screen: CostsTab },
  { key: 'wallet', Title: () => useText('sampleCosts')('walletTab'), Screen: WalletTab },
]
