/** Tracking numbers pasted beside handles, orders or codes: which sample each is of, before anything is written. */

import { Button, Textarea } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { Answer } from '../../ui/Answer'
import { Drawer } from '../../ui/Drawer'
import { focusNow } from '../../ui/focus'
import { useCommand } from '../../ui/use-save'
import classes from './pick.module.css'
import { type Choice, type Choices, writtenRows } from './tracking-choice'
import { TrackingRows } from './TrackingRows'

const NONE: Choices = new Map()

export function TrackingDrawer({ shopId, onClose }: { readonly shopId: string | null; readonly onClose: () => void }) {
  const t = useText('sampleFiles')
  const [text, setText] = useState('')
  const [choices, setChoices] = useState<Choices>(NONE)
  const isEmpty = text.trim() === ''
  const query = useQuery(
    orpc.sampleFiles.matchTracking.queryOptions({
      input: { shopId, text },
      enabled: !isEmpty,
      placeholderData: keepPreviousData,
    }),
  )
  const rows = query.data === undefined || isEmpty ? [] : writtenRows(query.data, choices)
  const save = useCommand(
    () => api.sampleFiles.addTracking({ rows }),
    ({ parcels, shipped }) => {
      setText('')
      setChoices(NONE)
      return t('tracking.done', { parcels, shipped })
    },
  )
  useKeys({ [KEYS.decide.keys[0]]: () => rows.length > 0 && !save.busy && save.run() })
  const choose = (line: number, choice: Choice) => setChoices(new Map([...choices, [line, choice]]))
  return (
    <Drawer
      title={t('tracking.title')}
      wide
      onClose={onClose}
      foot={
        <Button disabled={rows.length === 0} loading={save.busy} onClick={() => save.run()}>
          {t('tracking.save', { count: rows.length })}
        </Button>
      }
    >
      <div className={classes.detail}>
        <Textarea
          ref={focusNow}
          label={t('tracking.field')}
          description={t('tracking.hint')}
          placeholder={t('tracking.example')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setChoices(NONE)
          }}
          autosize
          minRows={4}
          maxRows={10}
        />
        {!isEmpty && (
          <Answer query={query}>{(view) => <TrackingRows view={view} choices={choices} onChoose={choose} />}</Answer>
        )}
      </div>
    </Drawer>
  )
}
