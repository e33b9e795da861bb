/** The list of creators in plain SQL: FTS5 with trigrams; texts of fewer than three signs, which it cannot find, by `instr`. */

import Database from 'better-sqlite3'

import { foldText } from '../../../shared/domain/search-text'
import { foldedText, type MadeCreator } from '../creators-workload'

export interface TrigramList {
  /** The first 50 by GMV and how many there are in all. */
  ask(search: string, regions: readonly string[]): { readonly ids: readonly string[]; readonly total: number }
  close(): void
}

export function openTrigram(file: string, made: readonly MadeCreator[]): TrigramList {
  const db = new Database(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'cache_size = -65536']) db.pragma(pragma)
  db.exec(`
    CREATE TABLE creators (n INTEGER PRIMARY KEY, id TEXT, market TEXT, gmv INTEGER, text TEXT) STRICT;
    CREATE VIRTUAL TABLE found USING fts5 (text, content = 'creators', content_rowid = 'n', tokenize = 'trigram');
  `)
  const insert = db.prepare('INSERT INTO creators VALUES (?, ?, ?, ?, ?)')
  db.transaction(() => {
    for (const [n, one] of made.entries()) insert.run(n + 1, one.id, one.market, one.gmv, foldedText(one))
    db.exec("INSERT INTO found (found) VALUES ('rebuild'); CREATE INDEX by_gmv ON creators (gmv DESC, market); ANALYZE")
  })()
  const regionIs = 'market IN (SELECT value FROM json_each(@regions))'
  const statements = (where: string) => ({
    page: db.prepare(`SELECT id FROM creators WHERE ${where} AND ${regionIs} ORDER BY gmv DESC LIMIT 50`).pluck(),
    count: db.prepare(`SELECT count(*) FROM creators WHERE ${where} AND ${regionIs}`).pluck(),
  })
  const long = statements('n IN (SELECT rowid FROM found WHERE found MATCH @phrase)')
  const short = statements('instr(text, @text) > 0')
  return {
    ask(search, regions) {
      const text = foldText(search)
      const tooShort = Array.from(text).length < 3
      const { page, count } = tooShort ? short : long
      const named = { regions: JSON.stringify(regions), ...(tooShort ? { text } : { phrase: `"${text}"` }) }
      // One column each: the first a list of texts, the second a number.
      return { ids: page.all(named) as string[], total: count.get(named) as number }
    },
    close: () => db.close(),
  }
}
