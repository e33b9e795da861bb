/** The pick list under one cursor: which sample the keys mean, which are ticked, and what packs and ships them. */

import { useState } from 'react'

import type { PackSample, PickGroup } from '../../../shared/contract/sample-files'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { useCommand } from '../../ui/use-save'

export type Goal = 'packed' | 'shipped'

export interface PickState {
  readonly current: string | null
  readonly ticked: ReadonlySet<string>
  readonly busy: boolean
  readonly choose: (id: string) => void
  readonly tick: (ids: readonly string[], on: boolean) => void
  readonly send: (to: Goal, ids?: readonly string[]) => void
  /** Ticked samples, else all. */
  readonly chosen: readonly PackSample[]
}

export function usePick(groups: readonly PickGroup[]): PickState {
  const t = useText('sampleFiles')
  const all = groups.flatMap(({ samples }) => samples)
  const [at, setAt] = useState<string | null>(null)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const place = Math.max(
    0,
    all.findIndex(({ id }) => id === at),
  )
  const current = all[place] ?? null
  const ticked = new Set(all.flatMap(({ id }) => (marked.has(id) ? [id] : [])))
  const tick = (ids: readonly string[], on: boolean) =>
    setMarked(new Set([...[...marked].filter((id) => !ids.includes(id)), ...(on ? ids : [])]))
  const command = useCommand(
    ({ ids, to }: { readonly ids: readonly string[]; readonly to: Goal }) =>
      api.sampleFiles.send({ ids: [...ids], to }),
    ({ moved }, { to }) => t(`pick.done.${to}`, { count: moved }),
  )
  const send = (to: Goal, ids?: readonly string[]) => {
    const meant = ids ?? (ticked.size > 0 ? [...ticked] : current === null ? [] : [current.id])
    const able = all.filter(({ id, state, hold }) => meant.includes(id) && !hold && state !== to).map(({ id }) => id)
    if (able.length === 0) return
    command.run({ ids: able, to })
    tick(able, false)
  }
  const step = (by: number) => () => setAt(all[Math.min(all.length - 1, Math.max(0, place + by))]?.id ?? null)
  useKeys({
    [KEYS.pickMove.keys[0]]: step(1),
    [KEYS.pickMove.keys[1]]: step(-1),
    [KEYS.pickTick.keys[0]]: () => current && tick([current.id], !ticked.has(current.id)),
    [KEYS.pickPack.keys[0]]: () => send('packed'),
    [KEYS.pickShip.keys[0]]: () => send('shipped'),
  })
  const chosen = ticked.size > 0 ? all.filter(({ id }) => ticked.has(id)) : all
  return { current: current?.id ?? null, ticked, busy: command.busy, choose: setAt, tick, send, chosen }
}
