/**
 * Taking steps from the window: many samples at once, what was done and what stayed goes to the status line. What waits for
 * signed paper is asked about (`PaperDrawer`).
 */

import { useState } from 'react'

import type { Sample, StepRefusal } from '../../../shared/contract/samples'
import type { SampleState } from '../../../shared/domain/samples'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { useCommand } from '../../ui/use-save'
import { refusalText, useStateWord } from './sample-words'

export interface StepWish {
  readonly items: readonly Sample[]
  readonly to: SampleState | 'next' | 'back'
  readonly reason?: string
  /** Over all states between. */
  readonly through?: boolean
  /** Also what is worth too much to go without signed paper; `reason` says why. */
  readonly withoutPaper?: boolean
}

export interface Steps {
  readonly take: (wish: StepWish) => void
  readonly busy: boolean
  /** Those that stayed for want of signed paper, and what was wished of them. */
  readonly asked: StepWish | null
  readonly goOn: (reason: string) => void
  readonly giveUp: () => void
}

export function useSteps(done: () => void = nothing): Steps {
  const t = useText('samples')
  const word = useStateWord()
  const [asked, ask] = useState<StepWish | null>(null)
  const told = (
    { done: count, refused }: { done: number; refused: readonly StepRefusal[] },
    { to, items }: StepWish,
  ) => {
    const samples =
      count === 1 && items.length === 1 ? (items[0]?.handle ?? t('count', { count })) : t('count', { count })
    const went =
      count === 0
        ? ''
        : to === 'next'
          ? t('steppedNext', { samples })
          : to === 'back'
            ? t('steppedBack', { samples })
            : t('stepped', { samples, state: word(to) })
    const [first] = refused
    if (first === undefined) return went
    const why = refusalText(first, t, word)
    const stayed = refused.length === 1 ? why : t('refused.some', { count: refused.length, why })
    // After the line that the command writes by itself: what stayed is what somebody has to look at.
    queueMicrotask(() => say([went, stayed].filter(Boolean).join(' · '), 'bad'))
    return went
  }
  const command = useCommand(
    ({ items, to, reason = '', through = false, withoutPaper = false }: StepWish) =>
      api.samples.step({ ids: items.map(({ id }) => id), to, reason, through, withoutPaper }),
    (answer, wish) => {
      done()
      ask(withoutSigned(answer.refused, wish))
      return told(answer, wish)
    },
  )
  return {
    take: command.run,
    busy: command.busy,
    asked,
    goOn: (reason) => asked && command.run({ ...asked, reason, withoutPaper: true }),
    giveUp: () => ask(null),
  }
}

function withoutSigned(refused: readonly StepRefusal[], wish: StepWish): StepWish | null {
  const ids = new Set(refused.flatMap(({ code, sampleId }) => (code === 'contract.guard' ? [sampleId] : [])))
  return ids.size === 0 ? null : { ...wish, items: wish.items.filter(({ id }) => ids.has(id)) }
}

function nothing(): void {
  // Not everybody has something to put away afterwards.
}
