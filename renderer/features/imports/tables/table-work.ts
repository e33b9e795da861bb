/** The work on lists of products, videos and LIVEs, going on while another section is looked at. */

import type { PlatformListResult } from '../../../../shared/contract/platform-lists'
import { api } from '../../../api'
import { createQueue } from '../queue'
import {
  importableTables,
  nextTablePreview,
  type TableAction,
  type TableItem,
  tableOrder,
  tables,
} from './table-intake'

export const {
  useItems: useTables,
  tell: tellTables,
  stop: stopTable,
  forget: forgetTables,
  importAll: importTables,
} = createQueue<TableItem, TableAction, PlatformListResult>({
  reduce: tables,
  nextPreview: nextTablePreview,
  importable: importableTables,
  preview: (item, signal) => api.platformLists.preview(tableOrder(item), { signal }),
  run: (item, signal) => api.platformLists.run(tableOrder(item), { signal }),
})
