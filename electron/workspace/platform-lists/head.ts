/** Which list of the platform a table is: where its header stands, what its columns say, of which days it is. */

import type { FoundTable } from '../../../shared/contract/imports'
import { periodOfName } from '../../../shared/domain/creator-lists'
import { type Days, periodOfBanner } from '../../../shared/domain/platform-lists/banner'
import { type PlatformHeader, recognisePlatformList } from '../../../shared/domain/platform-lists/recognise'
import type { Table } from '../files/table-file'
import { unknownKind } from '../files/recognition'
import { currencyOfHeaders } from '../list-files/open'
import type { Headed } from '../list-files/rows'

export interface PlatformHead extends PlatformHeader, Headed {
  readonly container: Table['container']
  /** Of the lines above the header, else of the file's name. */
  readonly period: Days | null
  /** The only one that the headers' symbols can mean. */
  readonly currency: string | null
}

/** The first header of a list in any sheet, or null. The batch template's other sheets hold none. */
export function findPlatformHead(table: Table): PlatformHead | null {
  for (const view of table.views) {
    let above: readonly string[] | null = null
    for (const { row, cells } of view.head) {
      const header = recognisePlatformList(cells, above)
      if (header) {
        const lines = view.head.filter((line) => line.row < row).map((line) => line.cells)
        return {
          ...header,
          view,
          headerRow: row,
          container: table.container,
          period: periodOfBanner(lines) ?? periodOfName(table.name),
          currency: currencyOfHeaders(cells),
        }
      }
      above = cells
    }
  }
  return null
}

/** The header of a list, or the refusal of a table that is none. */
export function requirePlatformHead(table: Table): PlatformHead {
  const head = findPlatformHead(table)
  if (head) return head
  throw unknownKind(
    table.path,
    table.views.flatMap(({ head: lines }) => lines.map(({ cells }) => cells)),
  )
}

export function foundTable({ kind, layout, container, headers, columns, period, currency }: PlatformHead): FoundTable {
  const asksCreator = kind === 'liveList' && !columns.some((target) => target === 'creator' || target === 'creatorId')
  const { name, language } = layout
  return {
    kind,
    layout: name,
    language,
    container,
    headers: [...headers],
    columns: [...columns],
    period,
    currency,
    asksCreator,
  }
}
