/** Outreach: what was said, templates, batch sheets, the weekly number of each shop, claims. */

import { SegmentedControl } from '@mantine/core'
import { type ComponentType, type ReactNode, useState } from 'react'

import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { Page } from '../../ui/Page'
import { Batches } from './Batches'
import { Claims } from './Claims'
import { Contacts } from './Contacts'
import { Quotas } from './Quotas'
import { Templates } from './Templates'

/** Every tab puts its own buttons into the head of the page. */
export interface TabFrame {
  readonly frame: (actions: ReactNode, body: ReactNode) => ReactNode
}

const TABS = {
  contacts: Contacts,
  templates: Templates,
  batches: Batches,
  quota: Quotas,
  claims: Claims,
} as const satisfies Readonly<Record<string, ComponentType<TabFrame>>>
type Tab = keyof typeof TABS
// The keys are exactly the tabs.
const NAMES = Object.keys(TABS) as Tab[]

export function OutreachScreen() {
  const t = useText('outreach')
  const { target } = usePlace()
  const [tab, setTab] = useState<Tab>(NAMES.find((name) => name === target?.tab) ?? 'contacts')
  const Shown = TABS[tab]
  const tabs = (
    <SegmentedControl
      size="xs"
      value={tab}
      onChange={(value) => setTab(NAMES.find((name) => name === value) ?? 'contacts')}
      data={NAMES.map((name) => ({ value: name, label: t(`tabs.${name}`) }))}
    />
  )
  const frame: TabFrame['frame'] = (actions, body) => (
    <Page title={t('title')} filters={tabs} actions={actions} padded={tab !== 'contacts' && tab !== 'claims'}>
      {body}
    </Page>
  )
  return <Shown frame={frame} />
}
