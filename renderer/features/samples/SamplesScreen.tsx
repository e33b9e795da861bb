/** Samples: as a board, a table and a calendar of deadlines; requests, creators who do not post, wallets beside them. */

import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'

import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { type Place, usePlace } from '../../session/place'
import { useKeptChoice } from '../../ui/focus'
import { SAMPLE_TABS } from './tabs'

export function SamplesScreen() {
  const t = useText('samples')
  const { target } = usePlace()
  const [key, setKey] = useTab(target)
  const keepChoice = useKeptChoice()
  useKeys(Object.fromEntries(SAMPLE_TABS.map((one, at) => [KEYS.sampleTab.keys[at] ?? '', () => setKey(one.key)])))
  const tab = SAMPLE_TABS.find((one) => one.key === key) ?? SAMPLE_TABS[0]
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
      data={SAMPLE_TABS.map(({ key: value, Title }) => ({ value, label: <Title /> }))}
    />
  )
  return <tab.Screen tabs={tabs} />
}

/** The tab that was chosen last, here or by a link that leads here. */
function useTab(target: Place['target']) {
  const [seen, setSeen] = useState<Place['target']>(null)
  const [key, setKey] = useState('board')
  if (seen !== target) {
    setSeen(target)
    if (target?.tab !== undefined) setKey(target.tab)
  }
  return [key, setKey] as const
}
