/** Everything between colleagues: what needs a decision, who has what, what was done meanwhile, what arrived. */

import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { choosePackages } from '../../session/choose-packages'
import { sendTo } from '../../session/exchange'
import { usePlace } from '../../session/place'
import { Page } from '../../ui/Page'
import { Arrivals } from './Arrivals'
import { Away } from './Away'

import { Inbox } from './Inbox'
import { People } from './People'

const TABS = ['inbox', 'people', 'away', 'arrivals'] as const
type Tab = (typeof TABS)[number]

export function SyncScreen() {
  const { target } = usePlace()
  // Whoever is led here from elsewhere sees that, wherever the screen was.
  return <Screen key={JSON.stringify(target)} first={TABS.find((name) => name === target?.show) ?? null} />
}

function Screen({ first }: { readonly first: Tab | null }) {
  const t = useText('sync')
  const { target } = usePlace()
  const brief = useQuery(orpc.sync.brief.queryOptions({ input: {} })).data
  // Decided once: a question that arrives while something else is looked at does not push itself forward.
  const [tab, choose] = useState<Tab>(first ?? ((brief?.conflicts ?? 0) > 0 ? 'inbox' : 'people'))
  const counts: Partial<Record<Tab, number>> = { inbox: brief?.conflicts ?? 0, away: brief?.away ?? 0 }
  return (
    <Page
      title={t('title')}
      filters={
        <SegmentedControl
          size="xs"
          value={tab}
          onChange={(value) => choose(TABS.find((name) => name === value) ?? 'people')}
          data={TABS.map((name) => ({
            value: name,
            label: counts[name]
              ? t('tabWithCount', { tab: t(`tabs.${name}`), count: counts[name] })
              : t(`tabs.${name}`),
          }))}
        />
      }
      actions={
        <>
          <Button variant="default" onClick={() => void choosePackages(t('openTitle'), t('packages'))}>
            {t('openPackage')}
          </Button>
          <Button onClick={() => sendTo(null)}>{t('send.title')}</Button>
        </>
      }
      padded={tab !== 'arrivals'}
    >
      {tab === 'inbox' && <Inbox record={target?.record ?? null} />}
      {tab === 'people' && <People />}
      {tab === 'away' && <Away />}
      {tab === 'arrivals' && <Arrivals />}
    </Page>
  )
}
