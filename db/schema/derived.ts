/** What every record row carries besides its cells. */

import { integer } from 'drizzle-orm/sqlite-core'

export const derived = {
  /** 1: deleted; kept for undo, history and colleagues. Never read by a list. */
  deleted: integer('_del').notNull().default(0),
  /** 1: added by an import and not yet in the log. Written by the capture layer only. */
  bornByImport: integer('_flag').notNull().default(0),
}
