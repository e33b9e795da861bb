/** Everything that is kept of one person, as one file for programs and one for people; what the role may not see is left out. */

import fs from 'node:fs/promises'
import path from 'node:path'

import { BELONGINGS } from '../../../db/belongings'
import type { ReadableDb } from '../../../db/database'
import { findAttachment } from '../../../db/repositories/attachments'
import { importsNaming } from '../../../db/repositories/creator-timeline'
import { filesOf, recordsOf } from '../../../db/repositories/erasing'
import { historyOf } from '../../../db/repositories/history'
import { getRecord, listRecords, type RecordRow } from '../../../db/repositories/records'
import { AppError } from '../../../shared/errors'
import type { EntityName } from '../../../shared/sync/registry'
import { columnsOf, entityOf } from '../../../shared/sync/registry'
import type { WorkspaceContext } from '../context'
import { idsOfPerson, textOf } from '../lookups/creator-record'
import { hiddenFrom } from '../roles/roles'

/** Names of fields of an entity that the person here may not see. */
type HiddenFields = (entity: EntityName) => readonly string[]

type Section = { readonly name: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }

const MOST = 5000

export async function exportPerson(
  context: WorkspaceContext,
  {
    id,
    folder,
    words,
  }: { readonly id: string; readonly folder: string; readonly words: Readonly<Record<string, string>> },
): Promise<{ files: string[]; records: number; hidden: string[] }> {
  const { db } = context.host.current().workspace
  const handle = textOf(getRecord(db, 'creators', id)['handle']) ?? id
  const hiddenOf: HiddenFields = (entity) => hiddenFrom(context)?.fieldsOf(entity) ?? []
  const sections = sectionsOf(db, id, hiddenOf)
  const base = path.join(path.resolve(folder), handle.replaceAll(/[^\p{L}\p{N}._-]/gu, '_'))
  const files = [`${base}.json`, `${base}.html`]
  const about = { handle, at: new Date(context.now()).toISOString() }
  await writeAll([
    [
      files[0] ?? '',
      JSON.stringify({ ...about, ...Object.fromEntries(sections.map((one) => [one.name, one.rows])) }, null, 2),
    ],
    [files[1] ?? '', page(about, sections, words)],
  ])
  return {
    files,
    records: sections.reduce((sum, { rows }) => sum + rows.length, 0),
    hidden: [...hiddenOf('creators')],
  }
}

function sectionsOf(db: ReadableDb, id: string, hiddenOf: HiddenFields): Section[] {
  const ids = idsOfPerson(db, id)
  const shown = (entity: EntityName, row: RecordRow) =>
    Object.fromEntries(Object.entries(row).filter(([field]) => !hiddenOf(entity).includes(field)))
  const all = (entity: EntityName, where: Record<string, string>) =>
    listRecords(db, entity, { where, limit: MOST }).rows.map((row) => shown(entity, row))
  const handles = ids.flatMap((one) => textOf(getRecord(db, 'creators', one)['handle']) ?? [])
  return [
    { name: 'creators', rows: ids.map((one) => shown('creators', getRecord(db, 'creators', one))) },
    ...BELONGINGS.map((one) => ({
      name: one.entity,
      rows: recordsOf(db, one, ids).map((record) => shown(one.entity, getRecord(db, one.entity, record))),
    })),
    { name: 'costLines', rows: handles.flatMap((creatorHandle) => all('costLines', { creatorHandle })) },
    {
      name: 'attachments',
      rows: filesOf(db, ids).flatMap((file) => {
        const found = findAttachment(db, file)
        if (found === undefined) return []
        const { entity, name, size, sha256, addedBy, addedAt } = found
        return [{ entity, name, size, sha256, addedBy, addedAt }]
      }),
    },
    { name: 'imports', rows: importsNaming(db, ids).map((one) => ({ ...one })) },
    { name: 'history', rows: ids.flatMap((one) => historyRows(db, one, hiddenOf('creators'))) },
  ]
}

function historyRows(db: ReadableDb, id: string, hidden: readonly string[]) {
  return historyOf(db, 'creators', id)
    .filter(({ field }) => !hidden.includes(field))
    .map(({ at, author, kind, field, before, after }) => ({ at, author, kind, field, before, after }))
}

/** A page that any browser shows, from any disk, and that asks nothing of any network. */
function page(
  about: { readonly handle: string; readonly at: string },
  sections: readonly Section[],
  words: Readonly<Record<string, string>>,
): string {
  const word = (name: string) => escaped(Object.hasOwn(words, name) ? (words[name] ?? name) : name)
  const table = ({ name, rows }: Section): string => {
    const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((field) =>
      rows.some((row) => (row[field] ?? null) !== null),
    )
    const head = fields.map((field) => `<th scope="col">${word(field)}</th>`).join('')
    const body = rows.map((row) => `<tr>${fields.map((field) => `<td>${cell(field, row[field])}</td>`).join('')}</tr>`)
    return `<h2>${word(name)} · ${rows.length}</h2>${rows.length === 0 ? '' : `<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`}`
  }
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(about.handle)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(about.handle)}</h1><p>${escaped(about.at)}</p>
${sections.map(table).join('\n')}
</body></html>
`
}

const STYLE =
  'body{font:14px/1.5 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border:1px solid;padding:.25rem .5rem;text-align:start;vertical-align:top;white-space:pre-wrap}'

const INSTANTS = new Set(
  BELONGINGS.flatMap(({ entity }) =>
    columnsOf(entityOf(entity)).flatMap(({ field, kind }) => (kind === 'instant' ? [field] : [])),
  ),
)

function cell(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  const isInstant = typeof value === 'number' && (INSTANTS.has(field) || field.endsWith('At'))
  return escaped(isInstant ? new Date(value).toISOString() : typeof value === 'string' ? value : JSON.stringify(value))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Both or an error; each gets its name when it is whole. */
async function writeAll(files: readonly (readonly [file: string, content: string])[]): Promise<void> {
  for (const [file, content] of files) {
    try {
      await fs.writeFile(`${file}.part`, content)
      await fs.rename(`${file}.part`, file)
    } catch (error) {
      await fs.rm(`${file}.part`, { force: true })
      throw new AppError('export.notWritable', { file }, { cause: error })
    }
  }
}
