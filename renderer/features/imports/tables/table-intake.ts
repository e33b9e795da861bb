/**
 * Lists of products, videos and LIVEs on their way in: whose they are, of which days, and how far each has come.
 *
 * Pure: every change is an action. An answer that belongs to an older question is dropped.
 */

import type { Found, FoundTable } from '../../../../shared/contract/imports'
import type { PlatformListFile, PlatformListResult } from '../../../../shared/contract/platform-lists'
import { LIST_KINDS } from '../../../../shared/domain/platform-lists/kinds'
import type { Correction } from '../intake'
import type { Queued, QueueWork, Worked } from '../queue'

/** A person's answers to what the file does not say. */
export interface TableAnswers {
  readonly shopId: string | null
  readonly from: string
  readonly to: string
  /** Whose LIVEs these are, where the file does not say it. */
  readonly creator: string
  /** It looks like another shop's and is this one's all the same. */
  readonly sure: boolean
}

export interface TableItem extends TableAnswers, Queued<PlatformListResult> {
  readonly name: string
  readonly table: FoundTable
  readonly known: boolean
  readonly corrections: readonly Correction[]
}

export type Tables = readonly TableItem[]
export type TableStage = 'needsShop' | 'needsPeriod' | 'asks' | QueueWork<PlatformListResult>['state'] | 'nothingNew'

export type TableAction =
  | { readonly type: 'added'; readonly items: Tables }
  | { readonly type: 'removed'; readonly key: string }
  | { readonly type: 'doneCleared' }
  | { readonly type: 'answered'; readonly key: string; readonly answers: Partial<TableAnswers> }
  | { readonly type: 'corrected'; readonly key: string; readonly correction: Correction }

export function tables(state: Tables, action: TableAction | Worked<PlatformListResult>): Tables {
  const changed = (key: string, change: (item: TableItem) => TableItem) =>
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
    case 'answered': {
      const { answers } = action
      // Another shop is another question.
      const sure = answers.shopId === undefined ? {} : { sure: false }
      return changed(action.key, (item) => asked({ ...item, ...sure, ...answers }))
    }
    case 'corrected': {
      const { row, column, value, was } = action.correction
      return changed(action.key, (item) => {
        const others = item.corrections.filter((each) => each.row !== row || each.column !== column)
        return asked({ ...item, corrections: value === was ? others : [...others, action.correction] })
      })
    }
    case 'worked':
      return changed(action.key, (item) => (item.revision === action.revision ? { ...item, work: action.work } : item))
  }
}

/** Lists of the platform among what was found. */
export function tablesAmong(found: readonly Found[], currentShop: string | null): TableItem[] {
  return found.flatMap(({ path, name, table, suggestedShopId, alreadyImported }) =>
    table === null
      ? []
      : [
          {
            key: path,
            name,
            table,
            known: alreadyImported,
            shopId: suggestedShopId ?? currentShop,
            from: table.period?.from ?? '',
            to: table.period?.to ?? '',
            creator: '',
            sure: false,
            corrections: [],
            revision: 0,
            work: { state: 'waiting' },
          },
        ],
  )
}

export function tableStage(item: TableItem): TableStage {
  const { work, from, to, table } = item
  if (work.state === 'importing' || work.state === 'imported') return work.state
  if (item.shopId === null) return 'needsShop'
  if (LIST_KINDS[table.kind].needsPeriod && (from === '' || to === '' || from > to)) return 'needsPeriod'
  if (work.state !== 'previewed') return work.state
  if (work.result.question !== null && !item.sure) return 'asks'
  return bringsSomething(work.result) ? 'previewed' : 'nothingNew'
}

export function nextTablePreview(state: Tables): TableItem | undefined {
  const isBusy = state.some((item) => ['previewing', 'importing'].includes(tableStage(item)))
  return isBusy ? undefined : state.find((item) => tableStage(item) === 'waiting')
}

export function importableTables(state: Tables): TableItem[] {
  return state.filter((item) => tableStage(item) === 'previewed')
}

/** What is asked for a list; what was previewed is what is imported. */
export function tableOrder({ key, shopId, from, to, creator, sure, corrections, work }: TableItem): PlatformListFile {
  return {
    path: key,
    shopId: shopId ?? '',
    sure,
    ...(from !== '' && to !== '' && { period: { from, to } }),
    ...(creator.trim() !== '' && { creator: creator.trim() }),
    corrections: corrections.map(({ row, column, value }) => ({ row, column, value })),
    ...('result' in work && { content: work.result.content }),
  }
}

function bringsSomething(result: PlatformListResult): boolean {
  const { newThings, newFigures, newCreators, filled, newPrices } = result
  const isCatalogue =
    result.kind === 'productBatchEdit' && !result.warnings.some(({ code }) => code === 'alreadyImported')
  return newThings + newFigures + newCreators + filled + newPrices > 0 || isCatalogue
}

function asked(item: TableItem): TableItem {
  return { ...item, revision: item.revision + 1, work: { state: 'waiting' } }
}
