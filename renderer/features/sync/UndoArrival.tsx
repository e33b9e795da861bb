/** Takes back what one package or delivery brought: an ordinary step, which can itself be undone. */

import { Button } from '@mantine/core'
import { useState } from 'react'

import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { finish } from '../../session/job'
import { useCommand } from '../../ui/use-save'
import { ErrorLine } from '../../ui/ErrorState'

export function UndoArrival({ arrival }: { readonly arrival: number }) {
  const t = useText('arrive')
  const [done, setDone] = useState<string | null>(null)
  const undo = useCommand(
    async () => finish(await api.sync.undoArrival({ arrival })),
    ({ undone, left }) => {
      const said = [t('undone', { count: undone }), ...(left > 0 ? [t('left', { count: left })] : [])].join(' ')
      setDone(said)
      return said
    },
  )
  return done === null ? (
    <div>
      <Button variant="default" loading={undo.busy} onClick={() => undo.run()}>
        {t('undo')}
      </Button>
      {undo.error !== null && <ErrorLine error={undo.error} />}
    </div>
  ) : (
    <p role="status">{done}</p>
  )
}
