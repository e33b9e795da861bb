/** The team passphrase: whether there is one, where it is kept, another one, none. It is never shown again. */

import { Button, Group, PasswordInput } from '@mantine/core'
import { useState } from 'react'

import type { SyncStatus } from '../../../shared/contract/sync'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { StateMark } from '../../ui/StateMark'
import { ErrorLine } from '../../ui/ErrorState'
import { useCommand } from '../../ui/use-save'
import classes from './sync.module.css'

const TONES = { none: 'unknown', session: 'watch', kept: 'good' } as const

export function Passphrase({ state }: { readonly state: SyncStatus['passphrase'] }) {
  const t = useText('sync')
  const [typed, setTyped] = useState('')
  const set = useCommand(
    async (passphrase: string | null) => {
      await api.sync.setPassphrase({ passphrase })
      setTyped('')
    },
    (_, passphrase) => (passphrase === null ? t('passphrase.forgotten') : t('passphrase.saved')),
  )
  return (
    <section aria-label={t('passphrase.title')}>
      <h2 className={classes.heading}>{t('passphrase.title')}</h2>
      <p className={classes.text}>
        <StateMark tone={TONES[state]}>{t(`passphrase.marks.${state}`)}</StateMark> {t(`passphrase.${state}`)}
      </p>
      <form
        className={classes.stack}
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() !== '') {
            set.run(typed)
          }
        }}
      >
        <PasswordInput
          size="xs"
          label={t('passphrase.field')}
          description={t('passphrase.hint')}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" variant="default" loading={set.busy} disabled={typed.trim() === ''}>
            {state === 'none' ? t('passphrase.set') : t('passphrase.change')}
          </Button>
          {state !== 'none' && (
            <Button variant="default" loading={set.busy} onClick={() => set.run(null)}>
              {t('passphrase.forget')}
            </Button>
          )}
        </Group>
        {set.error !== null && <ErrorLine error={set.error} />}
      </form>
    </section>
  )
}
