/**
 * Lists of creators on their way in: whose figures they are, of which days, what each column says, and how far each has come.
 *
 * Pure: every change is an action. An answer that belongs to an older question is dropped.
 */

import type { Found, FoundList } from '../../../../shared/contract/imports'
import type { ListFile, ListResult } from '../../../../shared/contract/metrics'
import { type ListTarget, type ProfileField } from '../../../../shared/domain/creator-list-layouts'
import { needsPeriod } from '../../../../shared/domain/creator-list-headers'
import type { MetricSource } from '../../../../shared/domain/metric-names'
import type { Correction } from '../intake'
import type { QueueWork } from '../queue'

export type ListWork = QueueWork<ListResult>

/** A person's answers to what the file does not say. */
export interface ListAnswers {
  readonly shopId: string | null
  /** Figures of the creator everywhere, as market tools count: no shop is asked for. */
  readonly everywhere: boolean
  readonly source: MetricSource
  readonly from: string
  readonly to: string
  readonly currency: string | null
  readonly market: string | null
  readonly columns: readonly (ListTarget | null)[]
  /** Somebody looked at what the columns mean, or the headers are known. */
  readonly mapped: boolean
  /** The name under which tables of this form are remembered; '' for not at all. */
  readonly remember: string
}

export interface ListItem extends ListAnswers {
  /** The path, or a name of its own for a pasted table. */
  readonly key: string
  readonly name: string
  readonly text: string | null
  readonly list: FoundList
  readonly known: boolean
  readonly corrections: readonly Correction[]
  readonly take: readonly { readonly handle: string; readonly field: ProfileField }[]
  readonly revision: number
  readonly work: ListWork
}

export type Lists = readonly ListItem[]
export type ListStage = 'unmapped' | 'needsShop' | 'needsPeriod' | ListWork['state'] | 'nothingNew'

export type ListAction =
  | { readonly type: 'added'; readonly items: readonly ListItem[] }
  | { readonly type: 'removed'; readonly key: string }
  | { readonly type: 'doneCleared' }
  | { readonly type: 'answered'; readonly key: string; readonly answers: Partial<ListAnswers> }
  | { readonly type: 'corrected'; readonly key: string; readonly correction: Correction }
  | {
      readonly type: 'taken'
      readonly key: string
      readonly handle: string
      readonly field: ProfileField
      readonly on: boolean
    }
  | { readonly type: 'worked'; readonly key: string; readonly revision: number; readonly work: ListWork }

export function lists(state: Lists, action: ListAction): Lists {
  const changed = (key: string, change: (item: ListItem) => ListItem) =>
    state.map((item) => (item.key === key ? change(item) : item))
  switch (action.type) {
    case 'added': {
      const fresh = new Set(action.items.map(({ key }) => key))
      return [...state.filter(({ key }) => !fresh.has(key)), ...action.items]
    }
    case 'removed':
      return state.filter(({ key }) => key !== action.key)
    case 'doneCleared':
      return state.filter(({ work }) => work.state !== 'imported')
    case 'answered':
      return changed(action.key, (item) => asked({ ...item, ...action.answers }))
    case 'corrected': {
      const { row, column, value, was } = action.correction
      return changed(action.key, (item) => {
        const others = item.corrections.filter((each) => each.row !== row || each.column !== column)
        return asked({ ...item, corrections: value === was ? others : [...others, action.correction] })
      })
    }
    case 'taken': {
      const { handle, field, on } = action
      return changed(action.key, (item) => {
        const others = item.take.filter((each) => each.handle !== handle || each.field !== field)
        return { ...item, take: on ? [...others, { handle, field }] : others }
      })
    }
    case 'worked':
      return changed(action.key, (item) => (item.revision === action.revision ? { ...item, work: action.work } : item))
  }
}

/** A dropped or pasted table as it comes in. */
export function listItem(
  { key, name, text }: { readonly key: string; readonly name: string; readonly text: string | null },
  list: FoundList,
  { shopId, known }: { readonly shopId: string | null; readonly known: boolean },
): ListItem {
  return {
    key,
    name,
    text,
    list,
    known,
    shopId,
    everywhere: list.source !== 'creatorList' && shopId === null,
    source: list.source,
    from: list.period?.from ?? '',
    to: list.period?.to ?? '',
    currency: list.source === 'creatorList' ? null : list.currency,
    market: list.market,
    columns: list.columns,
    mapped: list.mapped,
    remember: '',
    corrections: [],
    take: [],
    revision: 0,
    work: { state: 'waiting' },
  }
}

/** Tables of creators among what was found. */
export function listsAmong(found: readonly Found[], currentShop: string | null): ListItem[] {
  return found.flatMap(({ path, name, list, suggestedShopId, alreadyImported }) =>
    list === null
      ? []
      : [
          listItem({ key: path, name, text: null }, list, {
            shopId: list.source === 'creatorList' ? (suggestedShopId ?? currentShop) : null,
            known: alreadyImported,
          }),
        ],
  )
}

export function listStage(item: ListItem): ListStage {
  const { work } = item
  if (work.state === 'importing' || work.state === 'imported') return work.state
  if (!item.mapped) return 'unmapped'
  if (item.shopId === null && !(item.everywhere && item.source !== 'creatorList')) return 'needsShop'
  if (needsPeriod(item.columns) && (item.from === '' || item.to === '' || item.from > item.to)) return 'needsPeriod'
  return work.state === 'previewed' && !bringsSomething(item, work.result) ? 'nothingNew' : work.state
}

export function nextListPreview(state: Lists): ListItem | undefined {
  const isBusy = state.some((item) => ['previewing', 'importing'].includes(listStage(item)))
  return isBusy ? undefined : state.find((item) => listStage(item) === 'waiting')
}

export function importableLists(state: Lists): ListItem[] {
  return state.filter((item) => listStage(item) === 'previewed')
}

/** What is asked for a list; what was previewed is what is imported. */
export function listOrder(item: ListItem): ListFile {
  const { key, name, text, shopId, everywhere, source, from, to, currency, market, columns, remember, work } = item
  return {
    ...(text === null ? { path: key } : { text, name }),
    shopId: everywhere && source !== 'creatorList' ? null : shopId,
    source,
    ...(from !== '' && to !== '' && { period: { from, to } }),
    ...(currency !== null && { currency }),
    ...(market !== null && market !== '' && { market }),
    columns: [...columns],
    corrections: item.corrections.map(({ row, column, value }) => ({ row, column, value })),
    take: item.take.map((each) => ({ ...each })),
    ...(remember.trim() !== '' && { remember: remember.trim() }),
    ...('result' in work && { content: work.result.content }),
  }
}

function bringsSomething({ take, remember }: ListItem, result: ListResult): boolean {
  return result.newFigures + result.newCreators + result.filled > 0 || take.length > 0 || remember.trim() !== ''
}

function asked(item: ListItem): ListItem {
  return { ...item, revision: item.revision + 1, work: { state: 'waiting' } }
}
