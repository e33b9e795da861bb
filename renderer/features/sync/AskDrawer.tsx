/** What is missing here as a code for the chat: whoever gets it can make exactly that file. */

import { Button, Textarea } from '@mantine/core'

import type { Device, SyncStatus } from '../../../shared/contract/sync'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { Drawer } from '../../ui/Drawer'
import classes from './sync.module.css'

export interface AskDrawerProps {
  readonly status: Pick<SyncStatus, 'requestCode' | 'missing'>
  /** Null: whoever has it. */
  readonly of: Device | null
  readonly onClose: () => void
}

export function AskDrawer({ status, of, onClose }: AskDrawerProps) {
  const t = useText('sync')
  const name = of?.person ? of.person : t('people.unnamed')
  return (
    <Drawer title={of ? t('people.ask', { name }) : t('ask.title')} onClose={onClose}>
      <div className={classes.stack}>
        {status.missing.map(({ replicaId, person, from, to }) => (
          <p key={replicaId} className={classes.text}>
            {t('ask.missing', { count: to - from + 1, person: person || t('people.unnamed') })}
          </p>
        ))}
        <p className={classes.lead}>{t('ask.lead')}</p>
        <RequestCode code={status.requestCode} />
      </div>
    </Drawer>
  )
}

export function RequestCode({ code }: { readonly code: string }) {
  const t = useText('sync')
  return (
    <div className={classes.stack}>
      <Textarea
        label={t('ask.code')}
        size="xs"
        readOnly
        value={code}
        autosize
        minRows={2}
        maxRows={8}
        classNames={{ input: classes.code ?? '' }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div>
        <Button
          variant="default"
          onClick={() => void navigator.clipboard.writeText(code).then(() => say(t('ask.copied')))}
        >
          {t('ask.copy')}
        </Button>
      </div>
    </div>
  )
}
