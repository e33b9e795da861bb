/** Statements as files: each whole or not at all, and the records of all of them in one command. */

import fs from 'node:fs'
import path from 'node:path'

import { type StatementRecord, statementsOf } from '../../../db/repositories/statements'
import { STATEMENT_FORMATS } from '../../../shared/contract/statements'
import { decimalsOf } from '../../../shared/domain/currencies'
import type { Shop } from '../../../shared/contract/shops'
import {
  type Both,
  CAUSE_WORDS,
  feeWords,
  STATEMENT_WORDS as WORDS,
  STATUS_WORDS,
} from '../../../shared/domain/statement-words'
import {
  feeTotals,
  statementFigures,
  type StatementFee,
  type StatementFigures,
  type StatementLine,
  statementNumber,
} from '../../../shared/domain/statements'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { writeTable } from '../exporting/write-table'
import type { Reporter } from '../progress'
import { hiddenFrom } from '../roles/roles'
import { creatorNames } from '../settling/frozen'
import { put, write } from '../support'
import { type CreatorMonth, statedMonth, type StatedMonth } from './month'
import { type StatementPaper, writeStatement } from './paper'

export type StatementFormat = (typeof STATEMENT_FORMATS)[number]

export interface MakeStatements {
  /** Absent: everybody with lines in the month. */
  readonly creators?: readonly string[] | undefined
  readonly formats: readonly StatementFormat[]
  readonly folder: string
}

export interface MadeStatements {
  readonly folder: string
  /** Statements that are new, or that say something else than the last one. */
  readonly made: number
  readonly files: number
  /** Statements that were made before and say the same: written again under their number. */
  readonly kept: number
}

interface Made {
  readonly one: CreatorMonth
  readonly number: string
  readonly figures: StatementFigures
}

/**
 * Writes the statements one after the other. When it is cancelled, or a file cannot be written, those that are whole keep
 * their files and get their records; of the one that was being written nothing stays.
 */
export async function makeStatements(
  context: WorkspaceContext,
  { shop, month }: { readonly shop: Shop; readonly month: string },
  { creators, formats, folder }: MakeStatements,
  reporter: Reporter,
): Promise<MadeStatements> {
  // A statement without its amounts is none.
  if (hiddenFrom(context)?.has('cost') === true)
    throw new AppError('role.hidden', { entity: 'statements', field: 'figures' })
  reporter.report({ step: 'read', done: 0, total: null })
  const stated = await statedMonth(context, shop, month)
  const { db } = context.host.current().workspace
  const wanted = wantedOf(stated, creators)
  const handles = creatorNames(
    context,
    wanted.map(({ creatorId }) => creatorId),
  )
  const before = newestOf(statementsOf(db, shop.id, month))
  const made: Made[] = []
  let kept = 0
  let files = 0
  makeFolder(folder)
  try {
    for (const [done, one] of wanted.entries()) {
      reporter.checkWanted()
      const creator = handles.get(one.creatorId) ?? one.creatorId
      reporter.report({ step: 'write', done, total: wanted.length, detail: creator })
      const figures = statementFigures(one.lines)
      const known = before.get(one.creatorId)
      const isKept = known?.sha256 === one.sha256
      const number = isKept ? known.number : statementNumber(month, one.sha256)
      files += await writeFiles(folder, formats, paperOf(stated, one, { creator, number, figures, at: context.now() }))
      if (isKept) kept += 1
      else made.push({ one, number, figures })
    }
  } finally {
    if (made.length > 0) await writeRecords(context, stated, made)
  }
  return { folder, made: made.length, files, kept }
}

function wantedOf({ creators }: StatedMonth, ids: readonly string[] | undefined): readonly CreatorMonth[] {
  if (ids === undefined) return [...creators.values()]
  return [...new Set(ids)].map((id) => {
    const one = creators.get(id)
    if (one === undefined) throw new AppError('record.notFound', { entity: 'statements', id })
    return one
  })
}

/** The newest of each creator. */
export function newestOf(records: readonly StatementRecord[]): ReadonlyMap<string, StatementRecord> {
  return new Map(records.toReversed().map((record) => [record.creatorId, record]))
}

async function writeRecords(
  context: WorkspaceContext,
  { shop, month }: StatedMonth,
  made: readonly Made[],
): Promise<void> {
  await write(context, 'statements.make', `${shop.name} ${month} (${made.length})`, (tx) => {
    const at = context.now()
    for (const { one, number, figures } of made) {
      put(context, tx, 'statements', null, {
        shopId: shop.id,
        creatorId: one.creatorId,
        month,
        number,
        language: 'zh-en',
        currency: shop.currency,
        figures: JSON.stringify({ ...figures, fees: feeTotals(one.fees) }),
        sha256: one.sha256,
        at,
        person: context.author(),
      })
    }
  })
}

interface Named {
  readonly creator: string
  readonly number: string
  readonly figures: StatementFigures
  readonly at: number
}

function paperOf(
  { shop, month, basis }: StatedMonth,
  { lines, fees, sha256 }: CreatorMonth,
  named: Named,
): StatementPaper {
  const { name, currency, timezone } = shop
  return { ...named, shop: name, month, currency, timezone, basis, lines, fees, sha256 }
}

function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new AppError('export.notWritable', { file: folder }, { cause })
  }
}

/** All files of one statement; where one cannot be written, those before it go again. */
async function writeFiles(folder: string, formats: readonly StatementFormat[], paper: StatementPaper): Promise<number> {
  const name = `${fileName(paper.creator)}_${paper.month}_${paper.number}`
  const written: string[] = []
  try {
    for (const format of new Set(formats)) {
      const file = path.join(folder, `${name}.${format}`)
      if (format === 'pdf') await writeStatement(file, paper)
      else await writeTable(file, format, HEADERS, tableOf(paper))
      written.push(file)
    }
  } catch (error) {
    for (const file of written) fs.rmSync(file, { force: true })
    throw error
  }
  return written.length
}

/** A handle as a file's name on every system. */
function fileName(handle: string): string {
  return handle.replaceAll(/[^\p{L}\p{N}._-]/gu, '_').replaceAll(/^\.+|\.+$/gu, '_') || '_'
}

const HEADER_WORDS: readonly Both[] = [
  WORDS.order,
  WORDS.day,
  ['商品ID', 'Product ID'],
  WORDS.product,
  ['SKU ID', 'SKU ID'],
  WORDS.status,
  WORDS.quantity,
  WORDS.returned,
  ['GMV', 'GMV'],
  WORDS.refunds,
  WORDS.estimated,
  WORDS.actual,
  WORDS.cause,
  WORDS.file,
  WORDS.row,
  WORDS.changed,
  WORDS.fee,
  WORDS.currency,
]
const HEADERS = HEADER_WORDS.map(headerOf)

function headerOf([zh, en]: Both): string {
  return zh === en ? en : `${zh} ${en}`
}

function* tableOf({ lines, fees, currency, figures }: StatementPaper): Generator<(string | number | null)[]> {
  const money = (amount: number) => amount / 10 ** decimalsOf(currency)
  for (const line of lines) yield [...rowOf(line), ...amountsOf(line, money), ...proofOf(line), null, currency]
  const { units, gmv, refunds, estimated, actual } = figures
  yield [
    'Σ',
    '',
    '',
    '',
    '',
    '',
    units,
    null,
    money(gmv),
    money(refunds),
    money(estimated),
    money(actual),
    '',
    '',
    null,
    '',
    null,
    currency,
  ]
  // In a column of their own: whoever adds up commission adds no fee to it.
  for (const fee of fees) yield feeRow(fee)
}

function feeRow(fee: StatementFee): (string | number | null)[] {
  const { kind, state } = feeWords(fee)
  const row: (string | number | null)[] = HEADERS.map(() => null)
  const set = (words: Both, value: string | number): void => {
    row[HEADERS.indexOf(headerOf(words))] = value
  }
  set(WORDS.order, WORDS.fees.join(' '))
  set(WORDS.day, fee.dueDay)
  set(WORDS.product, kind.join(' '))
  set(WORDS.status, state.join(' '))
  set(WORDS.fee, fee.amount / 10 ** decimalsOf(fee.currency))
  set(WORDS.currency, fee.currency)
  return row
}

function rowOf(line: StatementLine): (string | number | null)[] {
  const { orderId, day, productId, productName, skuId, status, quantity, returned } = line
  return [orderId, day, productId, productName, skuId, STATUS_WORDS[status].join(' '), quantity, returned]
}

function amountsOf({ gmv, refund, estimated, actual }: StatementLine, money: (amount: number) => number): number[] {
  return [money(gmv), money(refund), money(estimated), money(actual)]
}

function proofOf({ cause, proof, changedSince }: StatementLine): (string | number | null)[] {
  return [
    cause === null ? '' : CAUSE_WORDS[cause].join(' '),
    proof?.file ?? '',
    proof?.row ?? null,
    changedSince ? WORDS.changed.join(' ') : '',
  ]
}
