/** Who shares the workspace, at which computers, and how far each is; you, the passphrase, shared folders. */

import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Device, SyncStatus } from '../../../shared/contract/sync'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { sendTo } from '../../session/exchange'
import { useNow } from '../../session/now'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import { SmallTable } from '../../ui/SmallTable'
import { StateMark } from '../../ui/StateMark'
import { AskDrawer } from './AskDrawer'
import { Folders } from './Folders'
import { Hints } from './Hints'
import { Myself } from './Myself'
import { Passphrase } from './Passphrase'
import classes from './sync.module.css'

export function People() {
  const query = useQuery(orpc.sync.status.queryOptions({ input: {} }))
  return <Answer query={query}>{(status) => <Known status={status} />}</Answer>
}

function Known({ status }: { readonly status: SyncStatus }) {
  const t = useText('sync')
  const [asking, setAsking] = useState<Device | 'anybody' | null>(null)
  const others = status.devices.filter(({ self, closed }) => !self && !closed)
  const former = status.devices.filter(({ self, closed }) => !self && closed)
  const self = status.devices.find((device) => device.self)
  return (
    <div className={classes.people}>
      <Hints status={status} onAsk={() => setAsking('anybody')} />
      {others.length === 0 && status.folders.length === 0 && (
        <div>
          <Empty
            sentence={t('noOne')}
            example={t('noOneExample')}
            action={
              <>
                <p className={classes.lead}>{t('noOneNext')}</p>
                <Button onClick={() => sendTo({ to: 'newColleague' })}>{t('send.title')}</Button>
              </>
            }
          />
        </div>
      )}
      <Computers devices={status.devices.filter(({ closed }) => !closed)} onAsk={setAsking} />
      {former.length > 0 && (
        <details>
          <summary className={classes.summary}>{t('people.former')}</summary>
          <Computers devices={former} onAsk={setAsking} />
        </details>
      )}
      <Folders folders={status.folders} />
      <div className={classes.pair}>
        {self && <Myself self={self} />}
        <Passphrase state={status.passphrase} />
      </div>
      {asking && (
        <AskDrawer status={status} of={asking === 'anybody' ? null : asking} onClose={() => setAsking(null)} />
      )}
    </div>
  )
}

interface ComputersProps {
  readonly devices: readonly Device[]
  readonly onAsk: (device: Device) => void
}

function Computers({ devices, onAsk }: ComputersProps) {
  const t = useText('sync')
  const columns = (['person', 'computer', 'lastHeard', 'changes', 'version'] as const).map((name) => ({
    title: t(`people.${name}`),
  }))
  return (
    <SmallTable
      label={t('people.title')}
      columns={[...columns, { title: '' }]}
      rows={devices.map((device) => ({
        key: device.replicaId,
        cells: [
          device.person || t('people.unnamed'),
          device.self ? `${device.computer} · ${t('people.self')}` : device.computer,
          device.self ? '' : <Heard key="heard" device={device} />,
          device.self ? '' : <Distance key="distance" device={device} />,
          <span key="version" className={classes.whole}>
            {device.appVersion}
          </span>,
          device.self || device.closed ? '' : <Ways key="ways" device={device} onAsk={onAsk} />,
        ],
      }))}
    />
  )
}

function Heard({ device: { lastHeard } }: { readonly device: Device }) {
  const t = useText('sync')
  const format = useFormat()
  const now = useNow()
  return lastHeard === null ? (
    t('people.never')
  ) : (
    <span className={classes.whole} title={format.instant(lastHeard)}>
      {format.ago(lastHeard, now)}
    </span>
  )
}

/** How far apart the two copies are, as far as it is known here. */
function Distance({ device }: { readonly device: Device }) {
  const t = useText('sync')
  const parts = [
    ...(device.behind > 0 ? [t('people.behind', { count: device.behind })] : []),
    ...(device.ahead > 0 ? [t('people.ahead', { count: device.ahead })] : []),
    ...(device.waiting > 0 ? [t('people.waiting', { count: device.waiting })] : []),
  ]
  return (
    <>
      {parts.length === 0 ? (
        <span className={classes.muted}>{t('people.level')}</span>
      ) : (
        <ul className={classes.lines}>
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
      <Marks device={device} />
    </>
  )
}

function Marks({ device }: { readonly device: Device }) {
  const t = useText('sync')
  return (
    <Group gap="xs">
      {device.clockInDoubt && <StateMark tone="watch">{t('people.clock')}</StateMark>}
      {device.newerApp && <StateMark tone="watch">{t('people.newer')}</StateMark>}
      {device.closed && <StateMark tone="unknown">{t('people.closed')}</StateMark>}
    </Group>
  )
}

function Ways({ device, onAsk }: { readonly device: Device; readonly onAsk: (device: Device) => void }) {
  const t = useText('sync')
  const name = device.person || t('people.unnamed')
  return (
    <Group gap="xs" justify="flex-end">
      <Button
        variant="default"
        aria-label={t('people.makeFile', { name })}
        onClick={() => sendTo({ to: 'device', replicaId: device.replicaId })}
      >
        {t('people.make')}
      </Button>
      <Button variant="default" aria-label={t('people.ask', { name })} onClick={() => onAsk(device)}>
        {t('people.askShort')}
      </Button>
    </Group>
  )
}
