/** What is typed about a contract's terms, read and checked before the workspace checks it again. */

import type { Contract, Preview } from '../../../shared/contract/contract-views'
import type { ContractFields } from '../../../shared/contract/contracts'
import { type ContractKind, termProblems, type TermReason } from '../../../shared/domain/contract-terms'
import { isRealDay } from '../../../shared/domain/days'
import { variableOf, type VariableKind } from '../../../shared/domain/contract-variables'
import { parseAmount, typedAmount } from '../../format/money'

/** Everything as typed, by field; values of the text's own variables under `own.<name>`. */
export type TermsDraft = Readonly<Record<string, string>>

type Kind = VariableKind | 'whole'
export type Wrong = 'required' | 'notADay' | 'notAnAmount' | 'notACount' | 'notAPercent' | TermReason

/** In the order of the form. */
export const TERMS = {
  title: 'text',
  number: 'text',
  fromDay: 'day',
  toDay: 'day',
  videos: 'whole',
  lives: 'whole',
  rounds: 'whole',
  usageDays: 'whole',
  exclusive: 'text',
  exclusiveUntil: 'day',
  noticeDays: 'whole',
  renewMonths: 'whole',
  counterparty: 'text',
  party: 'text',
  law: 'text',
  owner: 'text',
  note: 'text',
  currency: 'text',
  fee: 'money',
  advance: 'money',
  guaranteed: 'money',
  cap: 'money',
  rate: 'percent',
} as const satisfies Partial<Readonly<Record<keyof ContractFields, Kind>>>
export type Term = keyof typeof TERMS
const NAMES = Object.keys(TERMS).filter((name): name is Term => name in TERMS)

const OWN = 'own.'
export const ownField = (name: string) => `${OWN}${name}`

/** The text's own variables, each once. */
export function ownVariables({ variables }: Preview) {
  return variables.filter(({ from }) => from === 'own')
}

export function termsDraft(contract: Contract, preview: Preview): TermsDraft {
  const currency = contract.currency ?? 'USD'
  const own = ownVariables(preview).map(({ name, kind }) => {
    const value = contract.variables[name]
    return [ownField(name), value === undefined ? '' : typed(kind, value, currency)]
  })
  return {
    ...Object.fromEntries(NAMES.map((name) => [name, typed(TERMS[name], contract[name], currency)])),
    ...Object.fromEntries(own),
  }
}

function typed(kind: Kind, value: string | number | null, currency: string): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (kind === 'money') return typedAmount(value, currency)
  return kind === 'percent' ? String(value / 100) : String(value)
}

/** Minor units, basis points, whole numbers, days and texts; null for blank, undefined for what cannot be read. */
function read(kind: Kind, text: string, currency: string): string | number | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (kind === 'text') return trimmed
  if (kind === 'day') return isRealDay(trimmed) ? trimmed : undefined
  if (kind === 'money') return parseAmount(trimmed, currency) ?? undefined
  if (kind === 'percent') {
    const points = Math.round(Number(trimmed.replace(/%$/u, '')) * 100)
    return Number.isSafeInteger(points) ? points : undefined
  }
  return /^\d{1,4}$/u.test(trimmed) ? Number(trimmed) : undefined
}

const WRONG: Readonly<Record<Kind, Wrong>> = {
  text: 'required',
  money: 'notAnAmount',
  percent: 'notAPercent',
  count: 'notACount',
  days: 'notACount',
  months: 'notACount',
  whole: 'notACount',
  day: 'notADay',
}

const kindOf = (field: string): Kind =>
  field.startsWith(OWN)
    ? variableOf(field.slice(OWN.length)).kind
    : NAMES.find((name) => name === field)
      ? TERMS[field as Term]
      : 'text'

/** What cannot be read, else what cannot be: the rules that the workspace holds a contract to. */
export function wrongInTerms(draft: TermsDraft, kind: ContractKind): Readonly<Record<string, Wrong>> {
  const currency = draft['currency'] ?? ''
  const wrong = Object.entries(draft).flatMap(([field, text]) => {
    const type = kindOf(field)
    return read(type, text, currency) === undefined ? [[field, WRONG[type]] as const] : []
  })
  if (wrong.length === 0) wrong.push(...problemsOf(draft, kind))
  return { ...Object.fromEntries(wrong), ...((draft['title'] ?? '').trim() === '' && { title: 'required' as const }) }
}

function problemsOf(draft: TermsDraft, kind: ContractKind) {
  const text = (field: Term) => {
    const value = read(TERMS[field], draft[field] ?? '', draft['currency'] ?? '')
    return typeof value === 'string' ? value : null
  }
  const number = (field: Term) => {
    const value = read(TERMS[field], draft[field] ?? '', draft['currency'] ?? '')
    return typeof value === 'number' ? value : null
  }
  const terms = {
    kind,
    fromDay: text('fromDay'),
    toDay: text('toDay'),
    currency: text('currency'),
    fee: number('fee'),
    advance: number('advance'),
    guaranteed: number('guaranteed'),
    rate: number('rate'),
    cap: number('cap'),
    videos: number('videos'),
    lives: number('lives'),
    rounds: number('rounds'),
    usageDays: number('usageDays'),
    exclusive: text('exclusive'),
    exclusiveUntil: text('exclusiveUntil'),
    noticeDays: number('noticeDays'),
    renewMonths: number('renewMonths'),
  }
  return termProblems(terms).map(({ field, reason }) => [field, reason] as const)
}

/** Only what was changed, so that nobody overwrites what a colleague wrote meanwhile. The draft has nothing wrong in it. */
export function termsFields(draft: TermsDraft, first: TermsDraft, contract: Contract): ContractFields {
  const currency = draft['currency'] ?? ''
  const changed = Object.keys(draft).filter((field) => draft[field] !== first[field])
  const value = (field: string) => read(kindOf(field), draft[field] ?? '', currency) ?? null
  const terms = changed.filter((field) => !field.startsWith(OWN)).map((field) => [field, value(field)])
  const own = changed
    .filter((field) => field.startsWith(OWN))
    .map((field) => [field.slice(OWN.length), value(field)] as const)
  const variables = Object.fromEntries(
    Object.entries({ ...contract.variables, ...Object.fromEntries(own) }).flatMap(([name, one]) =>
      one === null ? [] : [[name, one]],
    ),
  )
  // Each field is one of the contract's, read by its kind.
  return { ...(Object.fromEntries(terms) as ContractFields), ...(own.length > 0 && { variables }) }
}
