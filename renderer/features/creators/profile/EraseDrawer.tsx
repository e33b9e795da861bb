/** Erasing one person: what goes, what stays, and the handle typed before it happens. */

import { Button, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { ErasurePreview } from '../../../../shared/contract/creator-privacy'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { entityText, fieldText } from '../../../messages/record-text'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { ErrorLine } from '../../../ui/ErrorState'
import { Facts } from '../../../ui/Facts'
import { focusNow } from '../../../ui/focus'
import { useCommand } from '../../../ui/use-save'
import classes from './profile.module.css'

interface EraseDrawerProps {
  readonly id: string
  readonly handle: string
  readonly onClose: () => void
}

export function EraseDrawer({ id, handle, onClose }: EraseDrawerProps) {
  const t = useText('profile')
  const query = useQuery(orpc.creators.erasePreview.queryOptions({ input: { id }, staleTime: 0 }))
  return (
    <Drawer title={t('erase.title', { handle })} onClose={onClose} wide>
      <Answer query={query}>{(preview) => <Preview id={id} preview={preview} onClose={onClose} />}</Answer>
    </Drawer>
  )
}

interface PreviewProps {
  readonly id: string
  readonly preview: ErasurePreview
  readonly onClose: () => void
}

function Preview({ id, preview, onClose }: PreviewProps) {
  const t = useText('profile')
  const answers = useQueryClient()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const erase = useCommand(
    async () => {
      const done = await api.creators.erase({ id, confirm: typed, reason })
      await answers.invalidateQueries()
      onClose()
      return done
    },
    ({ becomes }) => t('erase.done', { becomes }),
  )
  const { handle } = preview
  const fits = typed.trim().replace(/^@/u, '').toLowerCase() === handle.toLowerCase()
  return (
    <div className={classes.stack}>
      <p className={classes.text}>{t('erase.lead')}</p>
      <WhatBecomes preview={preview} />
      <TextInput
        size="xs"
        label={t('erase.confirm', { handle })}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        ref={focusNow}
        error={typed !== '' && !fits && !handle.startsWith(typed.trim()) ? t('erase.wrong') : null}
      />
      <TextInput
        size="xs"
        label={t('erase.reason')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {erase.error !== null && <ErrorLine error={erase.error} />}
      <div>
        <Button disabled={!fits} loading={erase.busy} onClick={() => erase.run()}>
          {t('erase.now')}
        </Button>
      </div>
    </div>
  )
}

function WhatBecomes({ preview }: { readonly preview: ErasurePreview }) {
  const t = useText('profile')
  const format = useFormat()
  const { names, fields, records, emptied, stays, becomes } = preview
  const counted = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([entity, count]): readonly [string, string] => [entityText(entity), format.count(count)])
  return (
    <>
      <h3 className={classes.title}>{t('erase.goes')}</h3>
      <Facts
        facts={[
          [t('erase.names'), names.join(', ')],
          [t('erase.fields'), fields.map(fieldText).join(', ')],
          ...counted(records),
        ]}
      />
      {counted(emptied).length > 0 && (
        <>
          <h3 className={classes.title}>{t('erase.emptied')}</h3>
          <p className={classes.text}>{t('erase.emptiedLead')}</p>
          <Facts facts={counted(emptied)} />
        </>
      )}
      <h3 className={classes.title}>{t('erase.stays')}</h3>
      <p className={classes.text}>{t('erase.lines', { count: stays.imports, becomes })}</p>
      <p className={classes.text}>{t('erase.costs', { count: stays.costs })}</p>
      <p className={classes.text}>{t('erase.log')}</p>
    </>
  )
}
