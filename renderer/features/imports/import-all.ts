/** Imports everything that is ready: exports of orders first, then lists of creators, products and posts. */

import { importLists } from './lists/list-work'
import { importTables } from './tables/table-work'
import { importFiles } from './work'

export async function importAll(): Promise<void> {
  await importFiles()
  await importLists()
  await importTables()
}
