/** One creator: who it is, what is known, all that happened, and what can be done next. Tabs stay from one to the next. */

import { Button, Kbd, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { CreatorRecord } from '../../../shared/contract/creator-record'
import { orpc } from '../../api'
import { AssessmentPanel } from '../../creator/Assessment'
import { CampaignChips } from '../../creator/CampaignChips'
import { ClaimBanner } from '../../creator/ClaimBanner'
import { CreatorFigures } from '../../creator/CreatorFigures'
import { CreatorTrend } from '../../creator/CreatorTrend'
import { useCurrentCreator } from '../../creator/quick-log'
import { ReputationCard } from '../../creator/ReputationCard'
import { TaskForm } from '../../creator/TaskForm'
import { TaskList } from '../../creator/TaskList'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { useNow } from '../../session/now'
import { usePlace } from '../../session/place'
import { useStore } from '../../session/store'
import { Answer } from '../../ui/Answer'
import { Attachments } from '../../ui/Attachments'
import { Drawer } from '../../ui/Drawer'
import { RecordHistory } from '../../ui/RecordHistory'
import { CARD_TEXTS } from './creator-form'
import { DuplicateBanner } from './merging/Duplicates'
import { FindOther } from './merging/FindOther'
import { MergePicker } from './merging/MergePicker'
import { CardForm } from './profile/CardForm'
import { EraseDrawer } from './profile/EraseDrawer'
import { LogContact } from './profile/LogContact'
import { ProfileFacts } from './profile/ProfileFacts'
import { ProfileHeader } from './profile/ProfileHeader'
import classes from './profile/profile.module.css'
import { ContractsList } from './profile/ContractsList'
import { ShopsTable } from './profile/ShopsTable'
import { isTab, openTab, type Tab, TABS } from './profile/tabs'
import { Timeline } from './profile/Timeline'
import { useExportPerson } from './profile/use-export-person'
import { showFigures } from './show-figures'

export interface CreatorDrawerProps {
  readonly creator: { readonly id: string; readonly handle: string }
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

export function CreatorDrawer({ creator, ...drawer }: CreatorDrawerProps) {
  const query = useQuery(orpc.creators.get.queryOptions({ input: { id: creator.id } }))
  return (
    <Drawer title={query.data?.handle ?? creator.handle} full {...drawer}>
      <Answer query={query}>{(data) => <Profile creator={data} onClose={drawer.onClose} />}</Answer>
    </Drawer>
  )
}

type Beside = 'task' | 'sent' | 'replied' | 'find' | 'erase' | { readonly merge: string } | null

function Profile({ creator, onClose }: { readonly creator: CreatorRecord; readonly onClose: () => void }) {
  const [beside, setBeside] = useState<Beside>(null)
  const close = () => setBeside(null)
  const { shopId } = usePlace()
  const now = useNow()
  useCurrentCreator(creator.erased ? null : creator)
  useKeys(
    creator.erased
      ? {}
      : {
          [KEYS.logContact.keys[0]]: () => setBeside('sent'),
          [KEYS.logReply.keys[0]]: () => setBeside('replied'),
          [KEYS.newTask.keys[0]]: () => setBeside('task'),
          [KEYS.mergePerson.keys[0]]: () => setBeside('find'),
        },
  )
  return (
    <div className={classes.profile}>
      <ProfileHeader creator={creator} />
      {!creator.erased && <ClaimBanner creatorId={creator.id} />}
      <Acts creator={creator} onAct={setBeside} />
      {!creator.erased && <DuplicateBanner id={creator.id} onMerge={(merge) => setBeside({ merge })} />}
      <div className={classes.columns}>
        <ProfileFacts creator={creator} />
        <Centre creator={creator} />
        <Side creator={creator} />
      </div>
      {(beside === 'sent' || beside === 'replied') && <LogContact creator={creator} kind={beside} onClose={close} />}
      {beside === 'task' && (
        <TaskForm task={null} about={{ creatorId: creator.id, shopId: shopId ?? '' }} now={now} onClose={close} />
      )}
      {beside === 'find' && <FindOther creator={creator} onFound={(merge) => setBeside({ merge })} onClose={close} />}
      {beside === 'erase' && <EraseDrawer id={creator.id} handle={creator.handle} onClose={close} />}
      {beside !== null && typeof beside === 'object' && (
        <MergePicker
          winner={creator.id}
          loser={beside.merge}
          onClose={close}
          // Where the other one stays, this page's creator is another name now.
          onMerged={(winner) => winner !== creator.id && onClose()}
        />
      )}
    </div>
  )
}

function Centre({ creator }: { readonly creator: CreatorRecord }) {
  const t = useText('profile')
  const tab = useStore(openTab)
  return (
    <Tabs
      className={classes.centre ?? ''}
      value={tab}
      onChange={(name) => isTab(name) && openTab.set(name)}
      keepMounted={false}
      aria-label={t('tabsLabel', { handle: creator.handle })}
    >
      <Tabs.List>
        {TABS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`tabs.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab} pt="sm">
        <Content tab={tab} creator={creator} />
      </Tabs.Panel>
    </Tabs>
  )
}

function Content({ tab, creator }: { readonly tab: Tab; readonly creator: CreatorRecord }) {
  const t = useText('records')
  const { id } = creator
  switch (tab) {
    case 'timeline':
      return <Timeline creator={creator} />
    case 'shops':
      return <ShopsTable creator={creator} />
    case 'contracts':
      return <ContractsList creatorId={id} />
    case 'figures':
      return (
        <div className={classes.stack}>
          <CreatorTrend creatorId={id} />
          <CreatorFigures creatorId={id} />
        </div>
      )
    case 'decisions':
      return (
        <div className={classes.stack}>
          <ReputationCard creatorId={id} />
          <Timeline creator={creator} only={['decision', 'merge']} />
        </div>
      )
    case 'files':
      return (
        <div className={classes.stack}>
          {creator.remark && <p className={classes.text}>{creator.remark}</p>}
          <Attachments entity="creators" id={id} />
        </div>
      )
    case 'card':
      return <CardForm key={id} creator={creator} />
    case 'history': {
      const fields: Readonly<Record<string, string>> = t('field', { returnObjects: true })
      return (
        <RecordHistory
          entity="creators"
          id={id}
          fields={fields}
          restorable={creator.erased ? [] : [...CARD_TEXTS, 'tags']}
        />
      )
    }
  }
}

/** What is planned, and what speaks for and against. */
function Side({ creator: { id, handle, erased } }: { readonly creator: CreatorRecord }) {
  const t = useText('profile')
  const { shopId } = usePlace()
  return erased ? null : (
    <aside className={classes.side} aria-label={t('next')}>
      <h3 className={classes.title}>{t('next')}</h3>
      <TaskList creatorId={id} handle={handle} shopId={shopId} />
      <CampaignChips creatorId={id} />
      <AssessmentPanel creatorId={id} />
    </aside>
  )
}

interface ActsProps {
  readonly creator: CreatorRecord
  readonly onAct: (beside: Beside) => void
}

function Acts({ creator, onAct }: ActsProps) {
  const t = useText('profile')
  const { id, handle, erased } = creator
  const write = useExportPerson(id, handle)
  return (
    <div className={classes.acts} role="group" aria-label={t('quick')}>
      {!erased && (
        <>
          <Act word={t('acts.log')} chord={KEYS.logContact.keys[0]} onClick={() => onAct('sent')} />
          <Act word={t('acts.replied')} chord={KEYS.logReply.keys[0]} onClick={() => onAct('replied')} />
          <Act word={t('acts.task')} chord={KEYS.newTask.keys[0]} onClick={() => onAct('task')} />
          <Act word={t('acts.merge')} chord={KEYS.mergePerson.keys[0]} onClick={() => onAct('find')} />
        </>
      )}
      <Button variant="default" onClick={() => showFigures(handle)}>
        {t('figures')}
      </Button>
      <Button variant="default" loading={write.busy} onClick={() => write.run()}>
        {t('acts.export')}
      </Button>
      <Button variant="default" onClick={() => onAct('erase')}>
        {t('acts.erase')}
      </Button>
    </div>
  )
}

function Act({
  word,
  chord,
  onClick,
}: {
  readonly word: string
  readonly chord: string
  readonly onClick: () => void
}) {
  return (
    <Button variant="default" onClick={onClick} rightSection={<Kbd size="xs">{chord}</Kbd>}>
      {word}
    </Button>
  )
}
