/** Imports everything that is ready: exports of orders first, then lists of creators. */

import { importLists } from './lists/list-work'
import { importFiles } from './work'

export async function importAll(): Promise<void> {
  await importFiles()
  await importLists()
}
