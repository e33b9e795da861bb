/** Marks the ticked statements as sent; where all of them are, takes the mark back. */

import { Button } from '@mantine/core'

import type { StatementRow } from '../../../../shared/contract/statements'
import { api } from '../../../api'
import { useText } from '../../../messages/i18n'
import { useCommand } from '../../../ui/use-save'

export function MarkSent({ rows }: { readonly rows: readonly StatementRow[] }) {
  const t = useText('statements')
  const made = rows.flatMap(({ statement }) => (statement === null ? [] : [statement]))
  const sent = made.length === 0 || made.some(({ sentAt }) => sentAt === null)
  const mark = useCommand(
    () => api.statements.markSent({ ids: made.map(({ id }) => id), sent }),
    () => t(sent ? 'sent.done' : 'sent.undone', { count: made.length }),
  )
  return made.length === 0 ? null : (
    <Button variant="default" loading={mark.busy} onClick={() => mark.run()}>
      {t(sent ? 'sent.mark' : 'sent.unmark', { count: made.length })}
    </Button>
  )
}
