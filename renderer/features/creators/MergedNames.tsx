/** Other names under which files or colleagues know the same person: added, and taken apart again. */

import { Button, Checkbox, Group, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { CreatorProfile } from '../../../shared/contract/creators-list'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { ErrorLine } from '../../ui/ErrorState'
import { focusNow } from '../../ui/focus'
import { useCommand } from '../../ui/use-save'
import { CREATOR_TEXTS, type CreatorRecord, type CreatorText } from './creator-form'
import classes from './creators.module.css'

const FOUND = 20
const SETTLES_AFTER_MS = 150

export function MergedNames({ creator }: { readonly creator: CreatorRecord }) {
  const t = useText('lists')
  const [merging, setMerging] = useState(false)
  return (
    <div className={classes.merged}>
      <p className={classes.lead}>
        {creator.merged.length === 0 ? t('creators.mergedNone') : t('creators.mergedLead', { handle: creator.handle })}
      </p>
      {creator.merged.map((other) => (
        <OtherName key={other.id} {...other} />
      ))}
      {merging ? (
        <MergeForm winner={creator} onDone={() => setMerging(false)} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setMerging(true)}>
            {t('creators.merge')}
          </Button>
        </div>
      )}
    </div>
  )
}

function OtherName({ id, handle }: { readonly id: string; readonly handle: string }) {
  const t = useText('lists')
  const answers = useQueryClient()
  const unmerge = useCommand(
    async () => {
      await api.creators.unmerge({ loser: id })
      await answers.invalidateQueries()
    },
    () => t('creators.unmerged', { handle }),
  )
  return (
    <div className={classes.other}>
      <span className={classes.name}>{handle}</span>
      <Button variant="default" loading={unmerge.busy} onClick={() => unmerge.run()}>
        {t('creators.unmerge', { handle })}
      </Button>
    </div>
  )
}

interface MergeFormProps {
  readonly winner: CreatorRecord
  readonly onDone: () => void
}

function MergeForm({ winner, onDone }: MergeFormProps) {
  const t = useText('lists')
  const common = useText('common')
  const answers = useQueryClient()
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search.trim(), SETTLES_AFTER_MS)
  const [loser, setLoser] = useState<CreatorProfile | null>(null)
  const [take, setTake] = useState<readonly CreatorText[]>([])
  const found = useQuery(orpc.creators.list.queryOptions({ input: { search: settled, limit: FOUND } })).data?.rows ?? []
  const others = found.filter(({ id }) => id !== winner.id)
  const shown = loser && !others.some(({ id }) => id === loser.id) ? [loser, ...others] : others
  const merge = useCommand(
    async (other: CreatorProfile) => {
      await api.creators.merge({ loser: other.id, winner: winner.id, take: [...take] })
      await answers.invalidateQueries()
      onDone()
    },
    (_, other) => t('creators.mergedDone', { loser: other.handle, winner: winner.handle }),
  )
  return (
    <div className={classes.merged}>
      <Select
        label={t('creators.mergeSearch')}
        searchable
        searchValue={search}
        onSearchChange={setSearch}
        data={shown.map(({ id, handle, displayName }) => ({
          value: id,
          label: displayName ? `${handle} · ${displayName}` : handle,
        }))}
        filter={({ options }) => options}
        value={loser?.id ?? null}
        onChange={(id) => setLoser(found.find((one) => one.id === id) ?? null)}
        ref={focusNow}
      />
      {loser && <Take loser={loser} winner={winner} take={take} onTake={setTake} />}
      {merge.error !== null && <ErrorLine error={merge.error} />}
      <Group gap="xs">
        <Button disabled={!loser} loading={merge.busy} onClick={() => loser && merge.run(loser)}>
          {loser ? t('creators.mergeNow', { loser: loser.handle, winner: winner.handle }) : t('creators.merge')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {common('cancel')}
        </Button>
      </Group>
    </div>
  )
}

interface TakeProps {
  readonly loser: CreatorProfile
  readonly winner: CreatorRecord
  readonly take: readonly CreatorText[]
  readonly onTake: (take: readonly CreatorText[]) => void
}

/** Where both know something, whose holds. */
function Take({ loser, winner, take, onTake }: TakeProps) {
  const t = useText('lists')
  const other = useQuery(orpc.creators.get.queryOptions({ input: { id: loser.id } })).data
  const choices = CREATOR_TEXTS.filter((field) => other?.[field] && other[field] !== winner[field])
  return (
    <>
      {choices.map((field) => (
        <Checkbox
          key={field}
          label={`${t(`creators.fields.${field}`)}: ${t('creators.takeFrom', { handle: loser.handle })} “${other?.[field] ?? ''}”`}
          checked={take.includes(field)}
          onChange={(event) =>
            onTake(event.currentTarget.checked ? [...take, field] : take.filter((one) => one !== field))
          }
        />
      ))}
    </>
  )
}
