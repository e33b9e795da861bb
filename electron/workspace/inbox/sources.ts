/** What the items of the inbox are read from, kept as long as the file is open. */

import { openTables, type RecordTable } from '../../../db/capture/tables'
import type { Sqlite } from '../../../db/database'
import { keepFor } from '../../../db/kept'
import type { OpenWorkspace } from '../../../db/open'
import { copiesOf, type Copy } from '../../../db/sync/copies'
import { openSight, type Sight } from '../../../db/sync/seen'
import type { Me } from '../sync/me'
import { openTitles, type Titles } from './titles'

export interface Sources {
  readonly sqlite: Sqlite
  readonly db: OpenWorkspace['db']
  readonly tables: ReadonlyMap<number, RecordTable>
  readonly sight: Sight
  readonly titles: Titles
  readonly copies: () => ReadonlyMap<string, Copy>
  readonly myself: Me['name']
  /** What was worked out of an item's steps: those never change. */
  readonly remembered: <T>(id: string, work: () => T) => T
}

export function openSources({ reader, db }: OpenWorkspace, myself: Sources['myself']): Sources {
  const tables = openTables(reader)
  const known = new Map<string, unknown>()
  return {
    sqlite: reader,
    db,
    tables,
    myself,
    sight: openSight(reader),
    titles: openTitles(tables),
    copies: keepFor(reader)(() => copiesOf(reader)),
    remembered: <T>(id: string, work: () => T): T => {
      if (!known.has(id)) known.set(id, work())
      // Written one line above, for the same id and by the same kind of work.
      return known.get(id) as T
    },
  }
}
