/** Under the list: what is done with all that are ticked. */

import { Button, Kbd } from '@mantine/core'

import { api } from '../../../api'
import { useText } from '../../../messages/i18n'
import { useCommand } from '../../../ui/use-save'
import classes from '../settlement.module.css'
import type { FileCommand } from './use-file'

export interface PayablesBarProps {
  readonly ids: readonly string[]
  readonly file: FileCommand
  readonly onDone: () => void
}

export function PayablesBar({ ids, file, onDone }: PayablesBarProps) {
  const t = useText('payables')
  const approve = useCommand(
    async () => {
      const answer = await api.payables.step({ ids: [...ids], to: 'approved' })
      if (answer.refused.length === 0) onDone()
      return answer
    },
    ({ done, refused }) =>
      refused.length === 0
        ? t('stepped', { count: done, state: t('states.approved') })
        : t('steppedSome', { done, names: refused.map(({ title }) => title).join(', ') }),
  )
  const { write } = file
  return (
    <div className={classes.bar}>
      <Button size="compact-xs" variant="default" loading={approve.busy} onClick={() => approve.run()}>
        {t('bulk.approve')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        loading={write.busy}
        onClick={() => write.run('bank')}
        rightSection={<Kbd size="xs">{BANK_KEY}</Kbd>}
      >
        {t('bulk.bank')}
      </Button>
      <Button size="compact-xs" variant="default" loading={write.busy} onClick={() => write.run('payoneer')}>
        {t('bulk.payoneer')}
      </Button>
    </div>
  )
}

const BANK_KEY = 'Ctrl+Shift+B'
