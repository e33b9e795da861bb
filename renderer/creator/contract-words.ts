/** How contracts and what they oblige to are said. */

import type { Contract, ContractRow, Obligation } from '../../shared/contract/contract-views'
import { OWN_KEY } from '../../shared/domain/contract-obligations'
import { CONTRACT } from '../../shared/domain/contracts'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import type { Tone } from '../ui/StateMark'

type State = ContractRow['state']

/** A draft is the ordinary case and needs no sign. */
export const TONES: Readonly<Record<Exclude<State, 'draft'>, Tone>> = {
  sent: 'watch',
  signed: 'good',
  completed: 'good',
  cancelled: 'bad',
  terminated: 'bad',
  disputed: 'watch',
}

/** The steps that can follow, in the order of their keys. */
export function stepsOf({ state, hold }: Pick<Contract, 'state' | 'hold'>): readonly State[] {
  return hold ? [] : CONTRACT.edges[state]
}

export function useContractWords() {
  const t = useText('contracts')
  const format = useFormat()
  const keyed = ({
    kind,
    key,
    title = null,
  }: Pick<Obligation, 'kind' | 'key'> & Partial<Pick<Obligation, 'title'>>): string => {
    if (title !== null) return title
    if (key.startsWith(OWN_KEY)) return t(`ownKinds.${kind === 'video' || kind === 'live' ? kind : 'other'}`)
    const rest = key.slice(key.indexOf('-') + 1)
    const paid = rest === 'fee' || rest === 'advance' || rest === 'guarantee' ? t(`payments.${rest}`) : null
    return t(`obligation.${kind}`, { n: paid ?? rest.replaceAll(/\b0+(?=\d)/gu, '') })
  }
  return {
    step: (from: State, to: State) =>
      to === 'sent' && from !== 'draft'
        ? t('stepBack')
        : to === 'signed' && from !== 'draft' && from !== 'sent'
          ? t('stepBackSigned')
          : t(`stepTo.${to}`),
    obligation: keyed,
    period: (from: string | null, to: string | null) =>
      from === null && to === null
        ? null
        : `${from === null ? t('open') : format.day(from)} – ${to === null ? t('open') : format.day(to)}`,
  }
}
