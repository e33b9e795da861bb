/** Moving creators to a stage: at once where nothing speaks against it, else the guard is shown. */

import { useState } from 'react'

import type { Guard, RelationKey } from '../../shared/contract/pipelines'
import { api } from '../api'
import { errorText } from '../messages/error-text'
import { useLanguage, useText } from '../messages/i18n'
import { say } from '../session/status'
import { type NamedStage, useStableStageName } from './stage-words'

/** A move that waits for a person's word. */
export interface AskedMove {
  readonly items: readonly RelationKey[]
  readonly stage: NamedStage
  readonly guard: Guard
}

export interface Answering {
  readonly how: 'ask' | 'free' | 'override'
  readonly reason: string
  readonly fill: { readonly owner?: string; readonly rate?: number }
}

export interface Mover {
  readonly asked: AskedMove | null
  readonly busy: boolean
  readonly move: (items: readonly RelationKey[], stage: NamedStage) => void
  /** Goes on with what waits. */
  readonly answer: (answer: Answering) => void
  readonly giveUp: () => void
}

const PLAINLY: Answering = { how: 'ask', reason: '', fill: {} }

/** `onMoved` is told after something moved. */
export function useMove(onMoved?: () => void): Mover {
  const t = useText('pipelines')
  const language = useLanguage()
  const stageName = useStableStageName()
  const [asked, setAsked] = useState<AskedMove | null>(null)
  const [busy, setBusy] = useState(false)

  async function run(items: readonly RelationKey[], stage: NamedStage, { how, reason, fill }: Answering) {
    setBusy(true)
    try {
      const keys = items.map(({ shopId, creatorId }) => ({ shopId, creatorId }))
      const { moved, guard } = await api.pipelines.move({ items: keys, to: stage.key, guard: how, reason, fill })
      const waits = guard !== null && how === 'ask'
      setAsked(waits ? { items, stage, guard } : null)
      if (moved > 0) say(t('moved', { count: moved, stage: stageName(stage) }))
      if (!waits) onMoved?.()
    } catch (error) {
      const { what, next } = errorText(error, language)
      say(`${what} ${next}`, 'bad')
    } finally {
      setBusy(false)
    }
  }

  return {
    asked,
    busy,
    move: (items, stage) => {
      if (items.length > 0) void run(items, stage, PLAINLY)
    },
    answer: (answer) => {
      if (asked) void run(asked.items, asked.stage, answer)
    },
    giveUp: () => setAsked(null),
  }
}
