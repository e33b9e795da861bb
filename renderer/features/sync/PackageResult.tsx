/** What a package did, and what can follow: answer it, decide, take it back. */

import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { PackageSummary } from '../../../shared/contract/sync'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { goOn, sendTo } from '../../session/exchange'
import { goTo } from '../../session/place'
import { RequestCode } from './AskDrawer'
import type { Imported } from './package-work'
import classes from './sync.module.css'
import { UndoArrival } from './UndoArrival'

export interface PackageResultProps {
  readonly summary: PackageSummary
  readonly result: Imported
}

export function PackageResult({ summary, result }: PackageResultProps) {
  const t = useText('arrive')
  const format = useFormat()
  const { applied, conflicts, facts, attachments, rejected, missing, requestCode, arrival } = result
  const person = summary.person || t('resultUnknown')
  const need = conflicts > 0 ? t('need', { count: conflicts }) : t('needNone')
  return (
    <div className={classes.stack} role="status">
      <p className={classes.figure}>
        {applied + facts + attachments === 0 ? t('resultNothing') : t('result', { count: applied, person })}
      </p>
      {applied > 0 && <p className={classes.text}>{need}</p>}
      <ul className={classes.lines}>
        {facts > 0 && <li>{t('factsTaken', { count: facts })}</li>}
        {attachments > 0 && <li>{t('attachmentsTaken', { count: attachments })}</li>}
        {rejected > 0 && <li>{t('rejected', { count: rejected })}</li>}
        {missing.length > 0 && (
          <li>
            {t('missing', {
              list: format.list(
                missing.map(({ person: whose, from, to }) =>
                  t('missingOf', { count: to - from + 1, person: whose || t('resultUnknown') }),
                ),
              ),
            })}
          </li>
        )}
      </ul>
      {requestCode !== null && missing.length > 0 && <RequestCode code={requestCode} />}
      <Ways summary={summary} conflicts={conflicts} />
      {arrival !== null && applied > 0 && <UndoArrival arrival={arrival} />}
    </div>
  )
}

function Ways({ summary, conflicts }: { readonly summary: PackageSummary; readonly conflicts: number }) {
  const t = useText('arrive')
  const devices = useQuery(orpc.sync.status.queryOptions({ input: {} })).data?.devices ?? []
  const sender = devices.find(
    ({ self, closed, person, computer }) =>
      !self && !closed && person === summary.person && computer === summary.computer,
  )
  return (
    <Group gap="sm">
      {conflicts > 0 && (
        <Button
          onClick={() => {
            goTo('sync', { show: 'inbox' })
            goOn()
          }}
        >
          {t('showQuestions')}
        </Button>
      )}
      <Button
        variant="default"
        title={t('sendBackHint')}
        onClick={() => sendTo(sender ? { to: 'device', replicaId: sender.replicaId } : null)}
      >
        {t('sendBack')}
      </Button>
    </Group>
  )
}
