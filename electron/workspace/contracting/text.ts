/** The text of a contract: which clauses it has, what fills their variables, and the body that becomes a version. */

import type { ReadableDb } from '../../../db/database'
import { clauseRows, templateRows } from '../../../db/repositories/contract-library'
import type { ContractRecord } from '../../../db/repositories/contracts'
import { vettedCreators } from '../../../db/repositories/vetting'
import type { Preview } from '../../../shared/contract/contract-views'
import { agreedTerms } from '../../../shared/domain/contract-agreed'
import type { Bilingual, ContractLanguage } from '../../../shared/domain/contract-body'
import {
  bodyOf,
  type ChosenClause,
  chosenClauses,
  clauseLibrary,
  type ContractClause,
  type LibraryClause,
  type LibraryTemplate,
  readContractClauses,
  templateLibrary,
} from '../../../shared/domain/contract-library'
import { contractTotal, CONTRACT_KINDS } from '../../../shared/domain/contract-terms'
import {
  openFilling,
  type OwnValues,
  readOwnValues,
  valueOf,
  variableOf,
  type VariableValues,
} from '../../../shared/domain/contract-variables'
import { variablesOf } from '../../../shared/domain/templates'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { allShops } from '../lookups/shops'
import { identityOf } from '../lookups/workspace'
import { kindOf, termsOf } from './terms'

export function ownLibrary(db: ReadableDb): readonly LibraryClause[] {
  return clauseLibrary(clauseRows(db).map((row) => ({ ...row, archived: row.archived === 1 })))
}

export function ownTemplates(db: ReadableDb): readonly LibraryTemplate[] {
  return templateLibrary(
    templateRows(db).map(({ key, name, kind, clauses, archived }) => ({
      key,
      name,
      kind: CONTRACT_KINDS.find((known) => known === kind) ?? null,
      clauses: keysIn(clauses),
      archived: archived === 1,
    })),
  )
}

/** A stored list of keys; null for what is none. */
function keysIn(stored: string | null): readonly string[] | null {
  const read = readContractClauses(stored === null ? null : keyed(stored))
  return read === null ? null : read.map(({ key }) => key)
}

/** Templates keep keys alone, contracts keys with words of their own. */
function keyed(stored: string): string {
  try {
    const keys: unknown = JSON.parse(stored)
    return Array.isArray(keys) ? JSON.stringify(keys.map((key: unknown) => ({ key }))) : ''
  } catch {
    return ''
  }
}

/** A contract's clauses: its own list, else its template's, else the starter's of its kind. */
export function clausesOf(db: ReadableDb, record: ContractRecord): readonly ContractClause[] {
  const own = readContractClauses(record.clauses)
  if (own !== null) return own
  const templates = ownTemplates(db)
  const template =
    templates.find(({ key }) => key === record.templateKey) ??
    templates.find(({ kind }) => kind === kindOf(record.kind))
  return (template?.clauses ?? []).map((key) => ({ key }))
}

interface Text {
  readonly clauses: readonly ChosenClause[]
  readonly records: VariableValues
  readonly own: OwnValues
  readonly parties: { readonly agency: string; readonly creator: string; readonly shop: string }
}

function textOf(context: WorkspaceContext, record: ContractRecord): Text {
  const opened = context.host.current()
  const { db } = opened.workspace
  const merged = mergedCreators(db)
  const [creator] =
    record.creatorId === null ? [] : vettedCreators(db, [merged.get(record.creatorId) ?? record.creatorId])
  const shop = allShops(db).find(({ id }) => id === record.shopId)
  const parties = {
    agency: record.party ?? identityOf(opened).name,
    creator: record.counterparty ?? creator?.displayName ?? creator?.handle ?? '',
    shop: shop?.name ?? '',
  }
  const terms = termsOf(record)
  const { title, number, law, currency, fee, advance, guaranteed, cap, rate, videos, lives, rounds } = record
  const { usageDays, noticeDays, renewMonths, fromDay, toDay, exclusive, exclusiveUntil } = record
  return {
    clauses: chosenClauses(clausesOf(db, record), ownLibrary(db)),
    records: {
      ...parties,
      title,
      number,
      law,
      currency,
      fee,
      advance,
      guaranteed,
      cap,
      rate,
      videos,
      lives,
      rounds,
      usageDays,
      noticeDays,
      renewMonths,
      fromDay,
      toDay,
      exclusive,
      // Exclusivity that names no day ends with the contract.
      exclusiveUntil: exclusiveUntil ?? toDay,
      handle: creator?.handle ?? null,
      client: shop?.clientName ?? null,
      campaign: record.campaign,
      total: contractTotal(terms),
    },
    own: readOwnValues(record.variables),
    parties,
  }
}

/** The text as it stands, in pieces. */
export function previewOf(context: WorkspaceContext, record: ContractRecord): Preview {
  const { clauses, records, own } = textOf(context, record)
  const filling = (language: ContractLanguage) => openFilling({ records, own }, { language, currency: record.currency })
  const [zh, en] = [filling('zh'), filling('en')]
  const parts = (text: Bilingual) => ({ zh: [...zh(text.zh).parts], en: [...en(text.en).parts] })
  const names = clauses.flatMap(({ title, text }) =>
    [title.zh, title.en, text.zh, text.en].flatMap((one) => variablesOf(one)),
  )
  return {
    clauses: clauses.map(({ key, topic, risk, reworded, title, text }) => ({
      key,
      topic,
      risk,
      reworded,
      title: parts(title),
      text: parts(text),
    })),
    variables: [...new Set(names)].map((name) => {
      const { kind, from, standard } = variableOf(name)
      const missing = valueOf(name, records, own) === null
      return { name, kind, from, missing, standard: !missing && standard !== undefined && own[name] === undefined }
    }),
  }
}

export interface Wording {
  readonly languages: readonly ContractLanguage[]
  readonly governs: ContractLanguage
}

/** The filled body of the text as it stands, with what is missing from it. */
export function draftBody(context: WorkspaceContext, record: ContractRecord, { languages, governs }: Wording) {
  const { clauses, records, own, parties } = textOf(context, record)
  const body = bodyOf({
    title: record.title ?? '',
    number: record.number ?? '',
    languages: [...languages],
    governs: languages.includes(governs) ? governs : (languages[0] ?? governs),
    parties,
    clauses,
    values: { records, own },
    currency: record.currency,
  })
  return { ...body, body: { ...body.body, terms: { ...agreedTerms(record) } }, clauses }
}
