/** The tabs of settlement, in the order of a month's end: one line a tab. Each draws the page beneath the tabs itself. */

import type { ComponentType, ReactNode } from 'react'

import { useText } from '../../messages/i18n'
import { RefundsTab } from './refunds/RefundsTab'
import { IncomeTab } from './income/IncomeTab'
import { PayablesTab } from './payables/PayablesTab'
import { DisputesTab } from './disputes/DisputesTab'
import { RulesTab } from './rules/RulesTab'
import { SheetTab } from './sheet/SheetTab'
import { StatementsTab } from './statements/StatementsTab'

export interface SettlementTabProps {
  /** The row of tabs, to be the first of the page's filters. */
  readonly tabs: ReactNode
}

export interface SettlementTab {
  /** As `goTo('settlement', { tab: '…' })` names it. */
  readonly key: string
  /** Its word, from the catalogue of whoever made it. */
  readonly Title: ComponentType
  readonly Screen: ComponentType<SettlementTabProps>
}

export const SETTLEMENT_TABS: readonly SettlementTab[] = [
  { key: 'sheet', Title: () => useText('settlement')('tabs.sheet'), Screen: SheetTab },
  { key: 'payables', Title: () => useText('payables')('tab'), Screen: PayablesTab },
  { key: 'income', Title: () => useText('income')('tab'), Screen: IncomeTab },
  { key: 'statements', Title: () => useText('statements')('tab'), Screen: StatementsTab },
  { key: 'disputes', Title: () => useText('statements')('disputesTab'), Screen: DisputesTab },
  { key: 'refunds', Title: () => useText('refunds')('tab'), Screen: RefundsTab },
  { key: 'rules', Title: () => useText('commission')('tab'), Screen: RulesTab },
]
