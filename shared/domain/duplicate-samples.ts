/**
 * The guard against sending one thing twice to one person: same person, address, phone or account, over all shops.
 *
 * What is compared is made plain once for each sample and kept by key, so that a request costs a few look-ups. What a
 * file hides behind asterisks is not compared. It warns; people decide.
 */

import { addressParts, areAlike, type AddressParts } from './address-key'
import { keysOf, phoneKey, type DuplicatePerson } from './duplicates'

export const DUPLICATE_BY = ['person', 'phone', 'address', 'bank', 'payee'] as const
export type DuplicateBy = (typeof DUPLICATE_BY)[number]

/** What is known of where one sample goes. */
export interface GuardedSample {
  readonly id: string
  /** The one creator that stands for all names of the person. */
  readonly person: string
  readonly shopId: string
  /** Null: a shop without a client. */
  readonly clientId: string | null
  readonly productId: string
  /** ISO 3166, for phone numbers without a country. */
  readonly market: string | null
  readonly phone: string | null
  readonly address: string | null
  /** Of the creator's record: what the person has under all their names. */
  readonly contact: Pick<DuplicatePerson, 'phone' | 'address' | 'bank' | 'payee'> | null
}

/** A sample that somebody got or is to get, with what it has in common. `product`: the very product. */
export interface Repeat {
  readonly id: string
  readonly by: readonly DuplicateBy[]
  readonly product: 'same' | 'sameClient'
  /** It is the very person's own, under whichever of their names. */
  readonly isOwn: boolean
}

interface Entry {
  readonly sample: GuardedSample
  readonly keys: readonly string[]
  readonly addresses: readonly AddressParts[]
}

export interface GuardIndex {
  /** Adds a sample, in place of what it said before. */
  put(sample: GuardedSample): void
  drop(id: string): void
  /** Samples of the same product, or of the same client's products, that share something with this one; others never. */
  repeatsOf(sample: GuardedSample): readonly Repeat[]
  readonly size: number
}

/** More samples than this under one address or phone are a warehouse's: an agency that receives for its creators. */
const CROWD = 40
/** Digits at the end of a number that tell two apart, whatever stands before them. */
const LAST_DIGITS = 8

export function createGuardIndex(): GuardIndex {
  const entries = new Map<string, Entry>()
  const byKey = new Map<string, Set<string>>()

  const drop = (id: string): void => {
    for (const key of entries.get(id)?.keys ?? []) {
      const ids = byKey.get(key)
      ids?.delete(id)
      if (ids?.size === 0) byKey.delete(key)
    }
    entries.delete(id)
  }
  return {
    put: (sample) => {
      drop(sample.id)
      const entry = entryOf(sample)
      entries.set(sample.id, entry)
      for (const key of entry.keys) {
        const ids = byKey.get(key)
        if (ids) ids.add(sample.id)
        else byKey.set(key, new Set([sample.id]))
      }
    },
    drop,
    repeatsOf: (sample) => {
      const own = entryOf(sample)
      const found = new Map<string, Set<DuplicateBy>>()
      for (const key of own.keys) {
        const ids = byKey.get(key)
        const by = clueOf(key)
        if (!ids || (by !== 'person' && ids.size > CROWD)) continue
        for (const id of ids) {
          const other = id === sample.id ? undefined : entries.get(id)
          if (!other || productOf(sample, other.sample) === null) continue
          if (by === 'address' && !shareAddress(own, other)) continue
          const clues = found.get(id)
          if (clues) clues.add(by)
          else found.set(id, new Set([by]))
        }
      }
      return [...found].flatMap(([id, clues]) => {
        const other = entries.get(id)?.sample
        const product = other ? productOf(sample, other) : null
        if (!other || product === null) return []
        const by = DUPLICATE_BY.filter((one) => clues.has(one))
        return [{ id, by, product, isOwn: other.person === sample.person }]
      })
    },
    get size() {
      return entries.size
    },
  }
}

/** The last digits of a number; null for what is none, or hides some. */
export function phoneEnd(text: string | null, market: string | null): string | null {
  if (text === null || /[*＊•●xX]{2}/u.test(text)) return null
  const digits = phoneKey(text, market)?.replace('+', '')
  return digits === undefined ? null : digits.slice(-LAST_DIGITS)
}

function entryOf(sample: GuardedSample): Entry {
  const { contact, market } = sample
  const addresses = [sample.address, contact?.address ?? null].flatMap((text) => addressParts(text) ?? [])
  const phones = [sample.phone, contact?.phone ?? null].flatMap((text) => phoneEnd(text, market) ?? [])
  const keys = [
    `person ${sample.person}`,
    ...phones.map((phone) => `phone ${phone}`),
    ...addresses.map(({ numbers, words }) => `address ${numbers === '' ? [...words].toSorted().join('') : numbers}`),
    ...accountsOf(contact),
  ]
  return { sample, keys: [...new Set(keys)], addresses }
}

function accountsOf(contact: GuardedSample['contact']): string[] {
  if (contact === null || (contact.bank === null && contact.payee === null)) return []
  const { bank, payee } = contact
  const nobody = { id: '', handle: '', displayName: null, market: null, platformId: null, phone: null, email: null }
  return keysOf({ ...nobody, address: null, bank, payee, channels: [] }).flatMap(({ clue, text }) =>
    clue === 'bank' || clue === 'payee' ? [`${clue} ${text}`] : [],
  )
}

function clueOf(key: string): DuplicateBy {
  // Keys are made by `entryOf` alone, which begins each with a clue.
  return DUPLICATE_BY.find((by) => key.startsWith(`${by} `)) ?? 'person'
}

function shareAddress(a: Entry, b: Entry): boolean {
  return a.addresses.some((one) => b.addresses.some((other) => areAlike(one, other)))
}

function productOf(a: GuardedSample, b: GuardedSample): Repeat['product'] | null {
  if (a.productId === b.productId) return 'same'
  return a.clientId !== null && a.clientId === b.clientId ? 'sameClient' : null
}

/** Whether a sample that somebody else has keeps another one back: under way, or sent not long ago. */
export function keepsBack(
  other: Pick<Repeat, 'product' | 'isOwn'> & { readonly open: boolean; readonly sentAt: number | null },
  { now, days, sameClient }: { readonly now: number; readonly days: number; readonly sameClient: boolean },
): boolean {
  // Several products of one client for one creator are work, not a trick, unless the rules say otherwise.
  if (other.product === 'sameClient' && other.isOwn && !sameClient) return false
  return other.open || (other.sentAt !== null && now - other.sentAt <= days * 86_400_000)
}
