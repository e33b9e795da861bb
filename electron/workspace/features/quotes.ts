/** Quote requests: the seven things a creator or agency must know to name a price, as text and PDF. */

import type { ReadableDb } from '../../../db/database'
import { handlesOf, keepCreator } from '../../../db/repositories/creators'
import { findQuote, pageQuotes } from '../../../db/repositories/quotes'
import { deleteRecord } from '../../../db/repositories/records'
import { QuoteRequest } from '../../../shared/contract/quotes'
import {
  letterText,
  missingInputs,
  type QuoteLanguage,
  type QuoteLetter,
  quoteLetter,
} from '../../../shared/domain/quotes'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { writePdf } from '../documents/pdf'
import { shownTo } from '../roles/showing'
import { os } from '../serve'
import { nextOffset, put, readOffset, write } from '../support'

type Row = NonNullable<ReturnType<typeof findQuote>>

export const quotes = {
  list: os.quotes.list.handler(({ input: { cursor, limit, shopId }, context }) => {
    const { db } = context.host.current().workspace
    const offset = readOffset(cursor)
    const { rows, total } = pageQuotes(db, shopId, { offset, limit })
    return { rows: rows.map((row) => toRequest(db, row)), total, nextCursor: nextOffset(offset, limit, total) }
  }),

  put: os.quotes.put.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const { products, ...rest } = fields
    refuseTurned('followersTo', fields.followersFrom, fields.followersTo)
    refuseTurned('toDay', fields.fromDay, fields.toDay)
    const subject = [fields.category, fields.market].filter(Boolean).join(' · ')
    const saved = await write(context, id === null ? 'quotes.add' : 'quotes.update', subject, (tx) => {
      if (fields.creatorId) keepCreator(tx, fields.creatorId)
      return put(context, tx, 'quoteRequests', id, { ...rest, ...(products && { products: JSON.stringify(products) }) })
    })
    return requestOf(db, saved)
  }),

  remove: os.quotes.remove.handler(async ({ input: { id }, context }) => {
    const { category, market } = requestOf(context.host.current().workspace.db, id)
    await write(context, 'quotes.remove', [category, market].filter(Boolean).join(' · '), (tx) =>
      deleteRecord(tx, 'quoteRequests', id),
    )
    return {}
  }),

  text: os.quotes.text.handler(({ input: { id, language }, context }) => ({
    text: letterText(letterOf(context, id, language), language),
  })),

  pdf: os.quotes.pdf.handler(({ input: { id, language, to }, context }) => {
    const letter = letterOf(context, id, language)
    return writePdf(to, { title: letter.title, language, at: context.now() }, (page) => drawLetter(page, letter))
  }),

  sent: os.quotes.sent.handler(async ({ input: { id, sent }, context }) => {
    const { db } = context.host.current().workspace
    const { category, market } = requestOf(db, id)
    const subject = [category, market].filter(Boolean).join(' · ')
    await write(context, sent ? 'quotes.sent' : 'quotes.notSent', subject, (tx) =>
      put(context, tx, 'quoteRequests', id, { sentAt: sent ? context.now() : null }),
    )
    return requestOf(db, id)
  }),
}

/** A range whose end comes before its beginning is a slip of the hand. */
function refuseTurned<V extends string | number>(field: string, from: V | null | undefined, to: V | null | undefined) {
  if (from !== null && from !== undefined && to !== null && to !== undefined && to < from) {
    throw new AppError('record.invalid', { entity: 'quoteRequests', field, reason: 'endBeforeBeginning' })
  }
}

function requestOf(db: ReadableDb, id: string): QuoteRequest {
  const row = findQuote(db, id)
  if (!row) throw new AppError('record.notFound', { entity: 'quoteRequests', id })
  return toRequest(db, row)
}

function toRequest(db: ReadableDb, row: Row): QuoteRequest {
  const products = Array.isArray(row.products) ? row.products.map(String) : []
  const request = { ...row, products }
  return {
    ...request,
    handle: row.creatorId === null ? null : (handlesOf(db, [row.creatorId]).get(row.creatorId) ?? null),
    missing: missingInputs(request),
  }
}

/** A letter goes to others: what is hidden from who writes it is not in it. */
function letterOf(context: WorkspaceContext, id: string, language: QuoteLanguage): QuoteLetter {
  const request = requestOf(context.host.current().workspace.db, id)
  const shown = (shownTo(context, QuoteRequest, {})?.(request) ?? request) as QuoteRequest
  return quoteLetter(shown, language, shown.handle)
}

function drawLetter(page: PDFKit.PDFDocument, { title, greeting, lines, note, closing }: QuoteLetter): void {
  page.font('bold').fontSize(18).text(title).moveDown()
  page.font('regular').fontSize(11).text(greeting).moveDown()
  for (const { name, value } of lines) {
    page.font('bold').fontSize(10).text(name)
    page.font('regular').fontSize(11).text(value).moveDown(0.6)
  }
  if (note !== null) page.moveDown(0.4).text(note)
  page.moveDown().text(closing)
}
