/**
 * The words of a contract as they were laid before people: what a version holds, what is hashed, shown, printed and signed.
 *
 * A body is complete: every variable is filled in, no clause is looked up again, so a version reads the same for ever
 * whatever becomes of the library, the creator's name or the fee. Its canonical bytes are UTF-8 of `canonicalJson(body)`
 * (the very text that is stored); `sha256` of a version is the hex SHA-256 over them, which public tools work out too.
 */

import { canonicalJson } from '../canonical-json'
import { z } from '../schema'

/** The languages of the texts, in the order in which they stand side by side. */
export const CONTRACT_LANGUAGES = ['zh', 'en'] as const
export type ContractLanguage = (typeof CONTRACT_LANGUAGES)[number]

/** What a clause is about; the order is the usual one of a contract. */
export const CLAUSE_TOPICS = [
  'parties',
  'deliverables',
  'dates',
  'samples',
  'revisions',
  'disclosure',
  'rights',
  'exclusivity',
  'money',
  'noPost',
  'platform',
  'eligibility',
  'confidentiality',
  'data',
  'tax',
  'renewal',
  'termination',
  'law',
] as const
export type ClauseTopic = (typeof CLAUSE_TOPICS)[number]

const BothLanguages = z.object({ zh: z.string().max(20_000).default(''), en: z.string().max(20_000).default('') })
/** A text in both languages; '' where a language has none. */
export type Bilingual = z.output<typeof BothLanguages>

/** One clause with its variables filled in. `key` is the library's, the same in every version: versions are compared by it. */
export const BodyClause = z.object({
  key: z.string().min(1).max(80),
  topic: z.string().max(40).default('parties'),
  title: BothLanguages,
  /** Paragraphs are separated by line ends. */
  text: BothLanguages,
})
export type BodyClause = z.output<typeof BodyClause>

const Name = z.string().max(300).default('')

/**
 * `languages`: those that the paper is made in; a text of another is not printed. `title` and `number` head the paper,
 * `parties` are the names below the signature lines ('' where nobody said). `clauses` stand in their order and are numbered
 * from 1. `governs`: the language that counts where the two differ.
 */
export const ContractBody = z.object({
  title: z.string().max(300).default(''),
  number: Name,
  languages: z.array(z.enum(CONTRACT_LANGUAGES)).min(1).max(2).default(['zh', 'en']),
  governs: z.enum(CONTRACT_LANGUAGES).default('zh'),
  parties: z.object({ agency: Name, creator: Name, shop: Name }),
  clauses: z.array(BodyClause).max(200),
  /** The figures, dates and names that the words were made of, as they stood: what is written of the contract later is compared with them. */
  terms: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
})
export type ContractBody = z.output<typeof ContractBody>

/** What is hashed of a body, as text: encode it as UTF-8. */
export function canonicalBody(body: ContractBody): string {
  return canonicalJson(body)
}

/** A stored body (the text of the cell); null for what is none: a damaged file or a newer program's. */
export function readContractBody(stored: string | null): ContractBody | null {
  if (stored === null) return null
  try {
    return z.safeParse(ContractBody, JSON.parse(stored)).data ?? null
  } catch {
    return null
  }
}
