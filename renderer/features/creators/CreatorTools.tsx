/** What is done with all creators at once, beside the list: duplicates found, and who is due for erasure. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { Drawer } from '../../ui/Drawer'
import { Empty } from '../../ui/Empty'
import { SmallTable } from '../../ui/SmallTable'
import { CreatorDrawer } from './CreatorDrawer'
import { DuplicatesDrawer } from './merging/Duplicates'

export function CreatorTools() {
  const t = useText('profile')
  const duplicates = useText('duplicates')
  const [open, setOpen] = useState<'duplicates' | 'due' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Button variant="default" onClick={() => setOpen('duplicates')}>
        {duplicates('button')}
      </Button>
      <Button variant="default" onClick={() => setOpen('due')}>
        {t('due.button')}
      </Button>
      {open === 'duplicates' && <DuplicatesDrawer onClose={close} />}
      {open === 'due' && <DueDrawer onClose={close} />}
    </>
  )
}

function DueDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useText('profile')
  const format = useFormat()
  const query = useQuery(orpc.creators.erasureDue.queryOptions({ input: {}, staleTime: 0 }))
  const [creator, setCreator] = useState<{ readonly id: string; readonly handle: string } | null>(null)
  return (
    <>
      <Drawer title={t('due.title')} onClose={onClose} wide>
        <p>{t('due.lead')}</p>
        <Answer query={query}>
          {(due) =>
            due.length === 0 ? (
              <Empty sentence={t('due.empty')} />
            ) : (
              <SmallTable
                label={t('due.title')}
                columns={[{ title: t('due.title') }, { title: '' }]}
                rows={due.map(({ id, handle, retainUntil, again }) => ({
                  key: id,
                  cells: [
                    again || retainUntil === null ? t('due.again') : t('due.until', { day: format.day(retainUntil) }),
                    <Button key="open" variant="default" onClick={() => setCreator({ id, handle })}>
                      {t('due.open', { handle })}
                    </Button>,
                  ],
                }))}
              />
            )
          }
        </Answer>
      </Drawer>
      {creator && (
        <CreatorDrawer
          key={creator.id}
          creator={creator}
          onClose={() => setCreator(null)}
          onPrevious={undefined}
          onNext={undefined}
        />
      )}
    </>
  )
}
