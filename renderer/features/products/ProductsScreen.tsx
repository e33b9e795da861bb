/** Products: the catalogue, the samples of them, and what may be said of them. */

import { SegmentedControl } from '@mantine/core'
import { type ComponentType, type ReactNode, useState } from 'react'

import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { Page } from '../../ui/Page'
import { Catalogue } from './Catalogue'
import { Claims } from './claims/Claims'
import { Movements } from './stock/Movements'
import { Stock } from './stock/Stock'

/** Every tab puts its own buttons into the head of the page. */
export interface TabFrame {
  readonly frame: (actions: ReactNode, body: ReactNode) => ReactNode
}

const TABS = {
  catalogue: Catalogue,
  stock: Stock,
  movements: Movements,
  claims: Claims,
} as const satisfies Readonly<Record<string, ComponentType<TabFrame>>>
type Tab = keyof typeof TABS
// The keys are exactly the tabs.
const NAMES = Object.keys(TABS) as Tab[]

export function ProductsScreen() {
  const t = useText('products')
  const { target } = usePlace()
  const [tab, setTab] = useState<Tab>(tabOf(target?.tab) ?? 'catalogue')
  const [seen, setSeen] = useState(target)
  if (seen !== target) {
    setSeen(target)
    setTab(tabOf(target?.tab) ?? tab)
  }
  const Shown = TABS[tab]
  const tabs = (
    <SegmentedControl
      size="xs"
      value={tab}
      onChange={(value) => setTab(tabOf(value) ?? 'catalogue')}
      data={NAMES.map((name) => ({ value: name, label: t(`tabs.${name}`) }))}
    />
  )
  const frame: TabFrame['frame'] = (actions, body) => (
    <Page title={t('title')} filters={tabs} actions={actions}>
      {body}
    </Page>
  )
  return <Shown frame={frame} />
}

function tabOf(name: string | undefined): Tab | undefined {
  return NAMES.find((one) => one === name)
}
