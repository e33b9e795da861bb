/** The migrations of a workspace file, in order. Released ones are never edited: a mistake is put right by the next number. */

import type { Migration } from '../migrate'
import workspace from './0001_workspace.sql?raw'
import facts from './0002_facts.sql?raw'
import crm from './0004_crm.sql?raw'
import content from './0005_content.sql?raw'
import money from './0006_money.sql?raw'
import sync from './0003_sync.sql?raw'

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'workspace', sql: workspace },
  { version: 2, name: 'facts', sql: facts },
  { version: 3, name: 'sync', sql: sync },
  { version: 4, name: 'crm', sql: crm },
  { version: 5, name: 'content', sql: content },
  { version: 6, name: 'money', sql: money },
]
