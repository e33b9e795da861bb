/** One campaign as a page: its plan, products, creators, briefs, budget, history. */

import { Button, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Campaign } from '../../../shared/contract/campaign-views'
import { api, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { useStore } from '../../session/store'
import { Answer } from '../../ui/Answer'
import { Drawer } from '../../ui/Drawer'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'
import { BriefList } from './briefs/BriefList'
import { Budget } from './Budget'
import { CampaignForm } from './CampaignForm'
import classes from './campaigns.module.css'
import { Creators } from './creators/Creators'
import { PlanHistory } from './PlanHistory'
import { Plan } from './plan/Plan'
import { Products } from './Products'
import { rateText } from '../../format/rates'
import { openTab, type Tab, TABS } from './tabs'
import { TONES } from './tones'

export interface CampaignDrawerProps {
  readonly id: string
  /** Until it is known. */
  readonly name: string
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

export function CampaignDrawer({ id, name, ...drawer }: CampaignDrawerProps) {
  const query = useQuery(orpc.campaigns.get.queryOptions({ input: { id } }))
  return (
    <Drawer title={query.data?.name ?? name} full {...drawer}>
      <Answer query={query}>{(campaign) => <CampaignPage campaign={campaign} onClose={drawer.onClose} />}</Answer>
    </Drawer>
  )
}

function CampaignPage({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) {
  const t = useText('campaigns')
  const tab = useStore(openTab)
  // Figures choose a part, in their order.
  useKeys(Object.fromEntries(TABS.map((name, index) => [KEYS.campaignTab.keys[index] ?? '', () => openTab.set(name)])))
  return (
    <div className={classes.page}>
      <Head campaign={campaign} onClose={onClose} />
      <Tabs
        value={tab}
        onChange={(name) => openTab.set(TABS.find((one) => one === name) ?? 'plan')}
        keepMounted={false}
        aria-label={t('tabsLabel', { name: campaign.name })}
      >
        <Tabs.List>
          {TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="sm">
          <Part tab={tab} campaign={campaign} />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}

function Part({ tab, campaign }: { readonly tab: Tab; readonly campaign: Campaign }) {
  switch (tab) {
    case 'plan':
      return <Plan campaign={campaign} />
    case 'products':
      return <Products campaign={campaign} />
    case 'creators':
      return <Creators campaign={campaign} />
    case 'briefs':
      return <BriefList campaign={campaign} />
    case 'budget':
      return <Budget campaign={campaign} />
    case 'history':
      return <PlanHistory campaign={campaign} />
  }
}

/** Says so on every part of the page, before more is promised. */
function BudgetPrompt({ campaign: { id, budget } }: { readonly campaign: Campaign }) {
  const t = useText('campaigns')
  const asked = orpc.campaigns.budget.queryOptions({ input: { campaignId: id } })
  const prompt = useQuery({ ...asked, enabled: budget !== null }).data?.prompt ?? null
  if (prompt === null) return null
  return (
    <StateMark tone={prompt === 8000 ? 'watch' : 'bad'}>
      {t(prompt === 8000 ? 'budget.at80' : 'budget.at100')}
    </StateMark>
  )
}

function Head({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) {
  const t = useText('campaigns')
  const format = useFormat()
  const [editing, setEditing] = useState(false)
  const { id, kind, state, fromDay, toDay, shopName, rate, owner } = campaign
  const remove = useCommand(
    async () => {
      await api.campaigns.remove({ id })
      onClose()
    },
    () => t('removed'),
  )
  const days = [fromDay, toDay].map((day) => (day === null ? t('openEnd') : format.day(day)))
  return (
    <div className={classes.head}>
      <StateMark tone={TONES[state]}>{t(`states.${state}`)}</StateMark>
      <span>{t(`kinds.${kind}`)}</span>
      <span>{shopName}</span>
      <span>{fromDay === null && toDay === null ? t('openEnd') : days.join(' – ')}</span>
      <span>
        {t('fields.rate')} {rateText(rate, format)}
      </span>
      <BudgetPrompt campaign={campaign} />
      {owner !== null && <span className={classes.quiet}>{owner}</span>}
      <div className={classes.line}>
        <Button variant="default" onClick={() => setEditing(true)}>
          {t('edit')}
        </Button>
        <Button variant="subtle" loading={remove.busy} onClick={() => remove.run()}>
          {t('remove')}
        </Button>
      </div>
      {editing && <CampaignForm campaign={campaign} onClose={() => setEditing(false)} />}
    </div>
  )
}
