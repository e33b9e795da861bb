/** In which stage a creator is at a shop, to be changed; what speaks against a stage is shown as its guard. */

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { orpc } from '../api'
import { useText } from '../messages/i18n'
import { useStageName } from './stage-words'
import type { Mover } from './use-move'

export interface StageFieldProps {
  readonly shopId: string
  readonly creatorId: string
  /** Null: none yet. */
  readonly stage: string | null
  /** `useMove()` of the page, which shows its `MoveGuard`. */
  readonly mover: Mover
  readonly label?: string
  /** In a table, whose column already says what it is. */
  readonly bare?: boolean
}

export function StageField({ shopId, creatorId, stage, mover, label, bare = false }: StageFieldProps) {
  const t = useText('pipelines')
  const nameOf = useStageName()
  const stages = useQuery(orpc.pipelines.stages.queryOptions({ input: { shopId } })).data ?? []
  const data = stages.map((one) => ({ value: one.key, label: nameOf(one) }))
  const known = stage === null || data.some(({ value }) => value === stage)
  const word = label ?? t('fields.stage')
  return (
    <Select
      {...(bare ? { 'aria-label': word, size: 'xs' } : { label: word })}
      data={known ? data : [...data, { value: stage, label: nameOf({ key: stage, name: null }) }]}
      value={stage}
      disabled={mover.busy}
      onChange={(key) => {
        const to = stages.find((one) => one.key === key)
        if (to && to.key !== stage) mover.move([{ shopId, creatorId }], to)
      }}
    />
  )
}
