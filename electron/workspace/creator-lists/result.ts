/** What is answered about one list: counts, warnings, what it shares days with, and its first creators. */

import type { ListCounts, ListResult } from '../../../shared/contract/metrics'
import { type ListWarning, periodsOverlap } from '../../../shared/domain/creator-lists'
import type { Plan } from './plan'
import type { ReadList } from './read'
import type { ListSource } from './source'

const SAMPLE_ROWS = 20

/** The counts add up to `rows`; erased people are left out as skipped. */
export function countsOf({ rows, skipped, repeated, rejected, creators }: ReadList, plan: Plan): ListCounts {
  const { newCreators, newFigures, filled, otherNames, erased } = plan
  return {
    rows,
    creators: creators.length - erased.size,
    rejected,
    skipped: skipped + erased.size,
    repeated,
    newCreators,
    otherNames,
    newFigures,
    filled,
  }
}

export function resultOf(source: ListSource, read: ReadList, plan: Plan, listId: string | null): ListResult {
  const { table, head, currency, period } = source
  const overlaps = overlapsOf(source, plan)
  return {
    ...countsOf(read, plan),
    file: table.path,
    content: table.content,
    layout: head.layout,
    language: head.language,
    container: table.container,
    source: source.source,
    currency: currency.code,
    period,
    headers: [...head.headers],
    columns: [...head.columns],
    rejects: read.rejects.map((reject) => ({ ...reject, cells: [...reject.cells] })),
    warnings: warningsOf(source, read, plan, overlaps),
    overlaps,
    names: [...plan.names],
    differing: [...plan.differing],
    sample: read.creators
      .slice(0, SAMPLE_ROWS)
      .map(({ row, handle, profile, values }) => ({ row, handle, ...profile, ...values })),
    listId,
  }
}

/** Living lists of the same shop and source that share days with this one. */
function overlapsOf({ period, input, source, listId }: ListSource, { lists }: Plan): ListResult['overlaps'] {
  if (period === null) return []
  return lists.flatMap((list) => {
    const { periodFrom: from, periodTo: to } = list
    const isOther = list.id !== listId && list.deleted === 0 && list.shopId === input.shopId && list.source === source
    return isOther && from !== null && to !== null && periodsOverlap(period, { from, to })
      ? [{ listId: list.id, file: list.fileName ?? '', from, to }]
      : []
  })
}

function warningsOf(
  { head, table, listId }: ListSource,
  { checks, rules }: ReadList,
  plan: Plan,
  overlaps: ListResult['overlaps'],
): ListResult['warnings'] {
  const warn = (code: ListWarning, detail: string) => ({ code, detail })
  const count = (code: ListWarning, many: number) => (many === 0 ? [] : [warn(code, String(many))])
  const same = plan.lists.filter(
    ({ id, deleted, mapping }) => id !== listId && deleted === 0 && mapping?.includes(table.content) === true,
  )
  const again = plan.lists.some(({ id, deleted }) => id === listId && deleted === 0)
  const fractions = [...rules.scales].filter(([, scale]) => scale === 'fraction').map(([name]) => name)
  return [
    ...(again ? [warn('alreadyImported', table.name)] : []),
    ...same.map(({ fileName }) => warn('sameFileOtherShop', fileName ?? '')),
    ...overlaps.map(({ file, from, to }) => warn('overlapsList', `${file} · ${from} – ${to}`)),
    ...head.averages.map((header) => warn('dailyAverage', header)),
    ...head.unknown.map((header) => warn('unknownColumn', header)),
    ...fractions.map((name) => warn('ratioScaleAssumed', head.headers[head.columns.indexOf(name)] ?? name)),
    ...count('partsDiffer', checks.partsDiffer),
    ...count('aovDiffers', checks.aovDiffers),
    ...count('erasedCreators', plan.erased.size),
    ...(table.encodingCertain ? [] : [warn('encodingAssumed', 'gb18030')]),
  ]
}
