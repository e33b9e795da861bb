/** What exports do not carry: single costs, the cost of goods, and exchange rates. */

import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'

import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { useKeptChoice } from '../../ui/focus'
import { Page } from '../../ui/Page'
import { CostLines } from './CostLines'
import { MonthRates } from './MonthRates'
import { ProductCosts } from './ProductCosts'
import { Rates } from './Rates'

const TABS = ['lines', 'products', 'rates', 'locks'] as const
type Tab = (typeof TABS)[number]

/** Every list puts its own buttons into the head of the page. */
export interface ListFrame {
  readonly frame: (actions: ReactNode, body: ReactNode) => ReactNode
}

export function CostsScreen() {
  const t = useText('costs')
  const { target } = usePlace()
  const [tab, setTab] = useState<Tab>(
    target?.product === undefined ? (TABS.find((name) => name === target?.tab) ?? 'lines') : 'products',
  )
  const [seen, setSeen] = useState(target)
  const keepChoice = useKeptChoice()
  if (seen !== target) {
    setSeen(target)
    setTab(TABS.find((name) => name === target?.tab) ?? tab)
  }
  const tabs = (
    <SegmentedControl
      size="xs"
      aria-label={t('tabsLabel')}
      value={tab}
      onChange={(value) => {
        setTab(TABS.find((name) => name === value) ?? 'lines')
        keepChoice()
      }}
      data={TABS.map((name) => ({ value: name, label: t(`tabs.${name}`) }))}
    />
  )
  const frame: ListFrame['frame'] = (actions, body) => (
    <Page title={t('title')} filters={tabs} actions={actions}>
      {body}
    </Page>
  )
  if (tab === 'lines') {
    return <CostLines frame={frame} />
  }
  if (tab === 'products') {
    return <ProductCosts frame={frame} />
  }
  return tab === 'rates' ? <Rates frame={frame} /> : <MonthRates frame={frame} />
}
