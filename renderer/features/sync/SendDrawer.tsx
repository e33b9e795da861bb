/** Making a package: for whom, what is in it and how big, where it goes; and then the file itself. */

import { Button, Progress, Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Device, Recipient } from '../../../shared/contract/sync'
import { orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { goTo } from '../../session/place'
import { Drawer } from '../../ui/Drawer'
import { ErrorLine } from '../../ui/ErrorState'
import { focusNow } from '../../ui/focus'
import { Contents } from './Contents'
import { SentFile } from './SentFile'
import { type Draft, type Sending, useSending } from './send'
import classes from './sync.module.css'

export interface SendDrawerProps {
  readonly recipient: Recipient | null
  readonly onClose: () => void
}

export function SendDrawer({ recipient, onClose }: SendDrawerProps) {
  const t = useText('sync')
  const status = useQuery(orpc.sync.status.queryOptions({ input: {} })).data
  const people = (status?.devices ?? []).filter(({ self, closed }) => !self && !closed)
  const [draft, setDraft] = useState<Draft>(() => firstDraft(recipient))
  const to = recipientOf(draft, people)
  const sending = useSending(to, draft, people)
  useKeys({ [KEYS.decide.keys[0]]: () => sending.canStart && sending.start() })
  return (
    <Drawer title={t('send.title')} onClose={onClose} foot={<Foot sending={sending} onClose={onClose} />}>
      {sending.done ? (
        <SentFile done={sending.done} />
      ) : (
        <div className={classes.stack}>
          <Whom draft={draft} people={people} onChange={(change) => setDraft({ ...draft, ...change })} />
          {to && (
            <Contents
              to={to}
              draft={draft}
              person={sending.person}
              onChange={(change) => setDraft({ ...draft, ...change })}
            />
          )}
          {status && to && <Secrecy state={status.passphrase} onClose={onClose} />}
          {sending.progress && <Making sending={sending} />}
          {sending.stopped && <p role="status">{t('send.stopped')}</p>}
          {sending.error !== null && <ErrorLine error={sending.error} />}
        </div>
      )}
    </Drawer>
  )
}

function firstDraft(recipient: Recipient | null): Draft {
  const base: Draft = { whom: null, code: '', facts: true, attachments: true, partBytes: null }
  switch (recipient?.to) {
    case undefined:
      return base
    case 'device':
      return { ...base, whom: recipient.replicaId }
    case 'code':
      return { ...base, whom: 'code', code: recipient.code }
    case 'newColleague':
    case 'everybody':
      return { ...base, whom: recipient.to }
  }
}

/** Null while nobody is chosen: with one colleague, it is that one. */
function recipientOf({ whom, code }: Draft, people: readonly Device[]): Recipient | null {
  const chosen = whom ?? firstWhom(people)
  if (chosen === 'newColleague' || chosen === 'everybody') {
    return { to: chosen }
  }
  if (chosen === 'code') {
    return code.trim() === '' ? null : { to: 'code', code: code.trim() }
  }
  return people.some(({ replicaId }) => replicaId === chosen) ? { to: 'device', replicaId: chosen } : null
}

function firstWhom(people: readonly Device[]): string {
  return people.length === 1
    ? (people[0]?.replicaId ?? 'everybody')
    : people.length === 0
      ? 'newColleague'
      : 'everybody'
}

interface WhomProps {
  readonly draft: Draft
  readonly people: readonly Device[]
  readonly onChange: (change: Partial<Draft>) => void
}

function Whom({ draft, people, onChange }: WhomProps) {
  const t = useText('sync')
  const name = ({ person, computer }: Device) =>
    computer === ''
      ? t('send.toDeviceShort', { person: person || t('people.unnamed') })
      : t('send.toDevice', { person: person || t('people.unnamed'), computer })
  return (
    <>
      <Select
        label={t('send.to')}
        data={[
          ...people.map((device) => ({ value: device.replicaId, label: name(device) })),
          { value: 'everybody', label: t('send.everybody') },
          { value: 'newColleague', label: t('send.newColleague') },
          { value: 'code', label: t('send.code') },
        ]}
        value={draft.whom ?? firstWhom(people)}
        onChange={(whom) => onChange({ whom })}
      />
      {draft.whom === 'code' && (
        <Textarea
          size="xs"
          label={t('send.codeField')}
          description={t('send.codeHint')}
          autosize
          minRows={2}
          maxRows={6}
          classNames={{ input: classes.code ?? '' }}
          value={draft.code}
          onChange={(event) => onChange({ code: event.currentTarget.value })}
          ref={focusNow}
        />
      )}
    </>
  )
}

function Secrecy({ state, onClose }: { readonly state: 'none' | 'session' | 'kept'; readonly onClose: () => void }) {
  const t = useText('sync')
  const set = () => {
    goTo('sync', { show: 'people' })
    onClose()
  }
  return state === 'none' ? (
    <div className={classes.hint} data-tone="watch">
      <p>{t('send.plain')}</p>
      <Button variant="default" onClick={set}>
        {t('send.setPassphrase')}
      </Button>
    </div>
  ) : (
    <p className={classes.lead}>{t('send.encrypted')}</p>
  )
}

function Making({ sending: { progress } }: { readonly sending: Sending }) {
  const t = useText('sync')
  const share = progress?.total ? progress.done / progress.total : null
  return (
    <div>
      <p className={classes.text} role="status">
        {t('send.making')}
      </p>
      <Progress aria-label={t('send.making')} value={(share ?? 1) * 100} animated={share === null} />
    </div>
  )
}

function Foot({ sending, onClose }: { readonly sending: Sending; readonly onClose: () => void }) {
  const t = useText('sync')
  const common = useText('common')
  if (sending.done) {
    return (
      <>
        <Button variant="default" onClick={sending.again}>
          {t('send.again')}
        </Button>
        <Button onClick={onClose}>{common('close')}</Button>
      </>
    )
  }
  return (
    <>
      <Button variant="default" onClick={sending.progress ? sending.stop : onClose}>
        {sending.progress ? t('send.stop') : common('cancel')}
      </Button>
      <Button onClick={sending.start} loading={sending.progress !== null} disabled={!sending.canStart}>
        {t('send.save')}
      </Button>
    </>
  )
}
