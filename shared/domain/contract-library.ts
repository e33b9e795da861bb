/**
 * The clauses and templates that a contract is put together from: those that the app brings, and the agency's own, which take
 * the place of a shipped one by its key. A contract's own list may say a clause in other words for this one time.
 */

import { z } from '../schema'
import {
  type Bilingual,
  type BodyClause,
  CLAUSE_TOPICS,
  CONTRACT_LANGUAGES,
  type ContractBody,
  type ContractLanguage,
} from './contract-body'
import { type Clause, CLAUSES, RISKS } from './contract-clauses'
import type { ContractKind } from './contract-terms'
import { openFilling, type OwnValues, type VariableValues } from './contract-variables'

export interface LibraryClause extends Clause {
  /** `shipped`, `changed` (own words under a shipped key), `own`. */
  readonly origin: 'shipped' | 'changed' | 'own'
  readonly archived: boolean
}

export interface Template {
  readonly key: string
  readonly kind: ContractKind
  /** Blank for shipped ones: the window words their kind. */
  readonly name: string
  readonly clauses: readonly string[]
}

export interface LibraryTemplate extends Template {
  readonly origin: 'shipped' | 'changed' | 'own'
  readonly archived: boolean
}

const FIRST = ['parties', 'deliverables', 'schedule']
const CONTENT = ['review', 'disclosure', 'claims', 'keepOnline', 'rights']
const LAST = ['platform', 'eligibility', 'confidentiality', 'data', 'tax', 'termination', 'law', 'signing']

/** The four starters. A lawyer of the place has to read them before they are used. */
export const TEMPLATES: readonly Template[] = [
  {
    key: 'cpsSample',
    kind: 'cpsSample',
    name: '',
    clauses: [
      ...FIRST,
      'sampleSupply',
      'sampleLiability',
      ...CONTENT,
      'commission',
      'commissionRefunds',
      'noPostSample',
      ...LAST,
    ],
  },
  {
    key: 'flatFee',
    kind: 'flatFee',
    name: '',
    clauses: [...FIRST, ...CONTENT, 'adCodes', 'exclusivity', 'flatFee', 'noPostFee', ...LAST],
  },
  {
    key: 'guaranteed',
    kind: 'guaranteed',
    name: '',
    clauses: [...FIRST, ...CONTENT, 'guaranteed', 'commission', 'commissionRefunds', 'noPostFee', ...LAST],
  },
  {
    key: 'retainer',
    kind: 'retainer',
    name: '',
    clauses: [
      'parties',
      'monthlyWork',
      ...CONTENT,
      'exclusivity',
      'retainer',
      'commissionRefunds',
      'noPostFee',
      'renewal',
      ...LAST,
    ],
  },
]

/** A stored row of the agency's own clause. */
export interface OwnClauseRow {
  readonly key: string
  readonly topic: string | null
  readonly risk: string | null
  readonly titleZh: string | null
  readonly titleEn: string | null
  readonly textZh: string | null
  readonly textEn: string | null
  readonly archived: boolean
}

/** All clauses by topic: own words take the place of shipped ones under the same key. */
export function clauseLibrary(rows: readonly OwnClauseRow[]): readonly LibraryClause[] {
  const own = new Map(rows.map((row) => [row.key, row]))
  const shipped = CLAUSES.map((clause) => {
    const row = own.get(clause.key)
    return row === undefined ? { ...clause, origin: 'shipped' as const, archived: false } : changed(row, clause)
  })
  const keys = new Set(CLAUSES.map(({ key }) => key))
  const added = rows.filter(({ key }) => !keys.has(key)).map((row) => changed(row, null))
  return [...shipped, ...added].toSorted((a, b) => CLAUSE_TOPICS.indexOf(a.topic) - CLAUSE_TOPICS.indexOf(b.topic))
}

function changed(row: OwnClauseRow, shipped: Clause | null): LibraryClause {
  return {
    key: row.key,
    topic: CLAUSE_TOPICS.find((topic) => topic === row.topic) ?? shipped?.topic ?? 'law',
    risk: RISKS.find((risk) => risk === row.risk) ?? shipped?.risk ?? 'low',
    title: { zh: row.titleZh ?? shipped?.title.zh ?? '', en: row.titleEn ?? shipped?.title.en ?? '' },
    text: { zh: row.textZh ?? shipped?.text.zh ?? '', en: row.textEn ?? shipped?.text.en ?? '' },
    origin: shipped === null ? 'own' : 'changed',
    archived: row.archived,
  }
}

export interface OwnTemplateRow {
  readonly key: string
  readonly name: string | null
  readonly kind: ContractKind | null
  /** Null: a damaged or newer list, which counts as none. */
  readonly clauses: readonly string[] | null
  readonly archived: boolean
}

export function templateLibrary(rows: readonly OwnTemplateRow[]): readonly LibraryTemplate[] {
  const own = new Map(rows.map((row) => [row.key, row]))
  const toOwn = (row: OwnTemplateRow, shipped: Template | null): LibraryTemplate => ({
    key: row.key,
    kind: row.kind ?? shipped?.kind ?? 'other',
    name: row.name ?? shipped?.name ?? row.key,
    clauses: row.clauses ?? shipped?.clauses ?? [],
    origin: shipped === null ? 'own' : 'changed',
    archived: row.archived,
  })
  const shipped = TEMPLATES.map((one) => {
    const row = own.get(one.key)
    return row === undefined ? { ...one, origin: 'shipped' as const, archived: false } : toOwn(row, one)
  })
  const keys = new Set(TEMPLATES.map(({ key }) => key))
  return [...shipped, ...rows.filter(({ key }) => !keys.has(key)).map((row) => toOwn(row, null))]
}

const Words = z.object({ zh: z.string().max(300), en: z.string().max(300) })
const Texts = z.object({ zh: z.string().max(20_000), en: z.string().max(20_000) })

/** A clause in a contract's own list; `title` and `text` are this contract's own words for it, with variables. */
export const ContractClause = z.object({
  key: z.string().min(1).max(80),
  title: Words.optional(),
  text: Texts.optional(),
})
export type ContractClause = z.output<typeof ContractClause>

const ContractClauses = z.array(ContractClause).max(200)

/** A contract's stored list; null where it has none of its own, or none that can be read. */
export function readContractClauses(stored: string | null): readonly ContractClause[] | null {
  if (stored === null) return null
  try {
    return z.safeParse(ContractClauses, JSON.parse(stored)).data ?? null
  } catch {
    return null
  }
}

/** A clause as a contract has it: from the library, or in own words. */
export interface ChosenClause extends Clause {
  /** This contract says it in its own words. */
  readonly reworded: boolean
}

/** Clauses in the contract's order; a key that nobody knows and that has no words of its own is left out. */
export function chosenClauses(
  list: readonly ContractClause[],
  library: readonly LibraryClause[],
): readonly ChosenClause[] {
  const known = new Map(library.map((clause) => [clause.key, clause]))
  const seen = new Set<string>()
  return list.flatMap(({ key, title, text }) => {
    const clause = known.get(key)
    if (seen.has(key) || (clause === undefined && text === undefined)) return []
    seen.add(key)
    const blank = { zh: '', en: '' }
    return [
      {
        key,
        topic: clause?.topic ?? 'law',
        risk: clause?.risk ?? 'low',
        title: title ?? clause?.title ?? blank,
        text: text ?? clause?.text ?? blank,
        reworded: title !== undefined || text !== undefined,
      },
    ]
  })
}

export interface BodyInput extends Pick<ContractBody, 'title' | 'number' | 'languages' | 'governs' | 'parties'> {
  readonly clauses: readonly ChosenClause[]
  readonly values: { readonly records: VariableValues; readonly own: OwnValues }
  readonly currency: string | null
}

/** The filled body, and the variables that are missing from the languages it is made in. */
export function bodyOf(input: BodyInput): { readonly body: ContractBody; readonly missing: readonly string[] } {
  const { clauses, values, currency, languages, governs, title, number, parties } = input
  const missing = new Set<string>()
  const filled = (text: Bilingual): Bilingual => {
    const [zh = '', en = ''] = CONTRACT_LANGUAGES.map((language) => {
      if (!languages.includes(language)) return ''
      const done = openFilling(values, { language, currency })(text[language])
      for (const name of done.missing) missing.add(name)
      return done.text.normalize('NFC').trim()
    })
    return { zh, en }
  }
  const written = clauses.map(({ key, topic, title: heading, text }): BodyClause => ({
    key,
    topic,
    title: filled(heading),
    text: filled(text),
  }))
  return {
    body: { title, number, languages: [...languages], governs, parties, clauses: written },
    missing: [...missing],
  }
}

/** The languages in which a clause has no words. */
export function silentIn(clause: Clause, languages: readonly ContractLanguage[]): readonly ContractLanguage[] {
  return languages.filter((language) => clause.text[language].trim() === '')
}
