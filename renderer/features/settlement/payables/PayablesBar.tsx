/** Under the list: what is done with all that are ticked. */

import { Button, Kbd } from '@mantine/core'

import { api } from '../../../api'
import { errorText } from '../../../messages/error-text'
import { useLanguage, useText } from '../../../messages/i18n'
import { IS_MAC, KEYS, keyText } from '../../../session/key-table'
import { type Command, useCommand } from '../../../ui/use-save'
import classes from '../settlement.module.css'
import type { NotDone } from './LeftOut'

export interface PayablesBarProps {
  readonly ids: readonly string[]
  readonly file: Command<'bank' | 'payoneer'>
  readonly onDone: () => void
  readonly onLeft: (left: NotDone) => void
}

export function PayablesBar({ ids, file, onDone, onLeft }: PayablesBarProps) {
  const t = useText('payables')
  const language = useLanguage()
  const approve = useCommand(
    async () => {
      const answer = await api.payables.step({ ids: [...ids], to: 'approved' })
      if (answer.refused.length === 0) onDone()
      else {
        const left = answer.refused.map(({ id, title: name, code, params }) => {
          const { what, next } = errorText({ code, data: params }, language)
          return { id, name, why: `${what} ${next}` }
        })
        onLeft({ title: t('refusedTitle', { state: t('states.approved') }), left })
      }
      return answer
    },
    ({ done, refused }) =>
      refused.length === 0
        ? t('stepped', { count: done, state: t('states.approved') })
        : t('steppedSome', { done, names: refused.map(({ title }) => title).join(', ') }),
  )
  return (
    <div className={classes.bar}>
      <Button size="compact-xs" variant="default" loading={approve.busy} onClick={() => approve.run()}>
        {t('bulk.approve')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        loading={file.busy}
        onClick={() => file.run('bank')}
        rightSection={<Kbd size="xs">{keyText(KEYS.payablesBank.keys[0], IS_MAC)}</Kbd>}
      >
        {t('bulk.bank')}
      </Button>
      <Button size="compact-xs" variant="default" loading={file.busy} onClick={() => file.run('payoneer')}>
        {t('bulk.payoneer')}
      </Button>
    </div>
  )
}
