/** Scripts checked before they are filmed: what may be taken down and why, the rules behind it, templates to begin with. */

import { SegmentedControl } from '@mantine/core'
import { type ComponentType, type ReactNode, useState } from 'react'

import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { Page } from '../../ui/Page'
import { CheckTab } from './CheckTab'
import { RulesTab } from './RulesTab'
import { script } from './script'
import { TemplatesTab } from './TemplatesTab'

/** Every tab puts its own buttons into the head of the page. */
export interface TabProps {
  readonly frame: (actions: ReactNode, body: ReactNode) => ReactNode
  /** Takes a text to the checking tab. */
  readonly onCheck: (text: string) => void
}

const TABS = {
  check: CheckTab,
  rules: RulesTab,
  templates: TemplatesTab,
} as const satisfies Readonly<Record<string, ComponentType<TabProps>>>
type Tab = keyof typeof TABS
// The keys are exactly the tabs.
const NAMES = Object.keys(TABS) as Tab[]

export function ComplianceScreen() {
  const t = useText('compliance')
  const { target } = usePlace()
  const [tab, setTab] = useState<Tab>(NAMES.find((name) => name === target?.['tab']) ?? 'check')
  const Shown = TABS[tab]
  const tabs = (
    <SegmentedControl
      size="xs"
      value={tab}
      onChange={(value) => setTab(NAMES.find((name) => name === value) ?? 'check')}
      data={NAMES.map((name) => ({ value: name, label: t(`tabs.${name}`) }))}
    />
  )
  const frame: TabProps['frame'] = (actions, body) => (
    <Page title={t('title')} note={t('note')} filters={tabs} actions={actions} padded>
      {body}
    </Page>
  )
  return (
    <Shown
      frame={frame}
      onCheck={(text) => {
        script.set(text)
        setTab('check')
      }}
    />
  )
}
