/** Settlement: the sheet of a shop's month, and what belongs to its end beside it. */

import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'

import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { type Place, usePlace } from '../../session/place'
import { useKeptChoice } from '../../ui/focus'
import { SETTLEMENT_TABS } from './tabs'

export function SettlementScreen() {
  const t = useText('settlement')
  const { target } = usePlace()
  const [key, setKey] = useTab(target)
  const keepChoice = useKeptChoice()
  useKeys(
    Object.fromEntries(
      SETTLEMENT_TABS.flatMap((one, at) => {
        const chord = KEYS.settlementTab.keys[at]
        return chord === undefined ? [] : [[chord, () => setKey(one.key)]]
      }),
    ),
  )
  const tab = SETTLEMENT_TABS.find((one) => one.key === key) ?? SETTLEMENT_TABS[0]
  if (tab === undefined) return null
  const tabs = (
    <SegmentedControl
      size="xs"
      aria-label={t('tabs.label')}
      value={tab.key}
      onChange={(to) => {
        setKey(to)
        keepChoice()
      }}
      data={SETTLEMENT_TABS.map(({ key: value, Title }) => ({ value, label: <Title /> }))}
    />
  )
  return <tab.Screen tabs={tabs} />
}

/** The tab that was chosen last, here or by a link that leads here. */
function useTab(target: Place['target']) {
  const [seen, setSeen] = useState<Place['target']>(null)
  const [key, setKey] = useState('sheet')
  if (seen !== target) {
    setSeen(target)
    if (target?.tab !== undefined) setKey(target.tab)
  }
  return [key, setKey] as const
}
