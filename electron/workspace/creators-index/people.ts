/** Everybody by slot: a person keeps their slot for as long as the file is open, whoever comes and goes beside them. */

import type { Person } from './person'
import { Orders } from './orders'
import { SearchText, searchLine } from './search-text'

export class People {
  readonly bySlot: (Person | null)[] = []
  readonly text = new SearchText()
  /** Another number whenever anybody changed. */
  version = 0
  private readonly slots = new Map<string, number>()
  private kept: Orders | null = null
  private passed: { readonly key: string; readonly version: number; readonly slots: Uint8Array } | null = null

  get(id: string): Person | null {
    const slot = this.slots.get(id)
    return slot === undefined ? null : (this.bySlot[slot] ?? null)
  }

  orders(): Orders {
    this.kept ??= new Orders(this.bySlot)
    return this.kept
  }

  /**
   * Who passes a test, by slot: 1 where they do. `key` says all that the answer depends on beside the people: while somebody
   * types a search the conditions stay the same, and nobody is asked twice.
   */
  passing(key: string, test: (person: Person) => boolean): Uint8Array {
    const { passed, version, bySlot } = this
    if (passed !== null && passed.key === key && passed.version === version) return passed.slots
    const slots = Uint8Array.from(bySlot, (person) => (person !== null && test(person) ? 1 : 0))
    this.passed = { key, version, slots }
    return slots
  }

  put(person: Person): void {
    const known = this.slots.get(person.id)
    const slot = known ?? this.bySlot.length
    this.slots.set(person.id, slot)
    this.bySlot[slot] = person
    this.text.set(slot, searchLine(textsOf(person)))
    this.kept?.set(slot)
    this.version += 1
  }

  remove(id: string): void {
    const slot = this.slots.get(id)
    if (slot === undefined || this.bySlot[slot] === null) return
    this.bySlot[slot] = null
    this.text.set(slot, null)
    this.kept?.set(slot)
    this.version += 1
  }
}

/** What a person is searched by. */
function* textsOf(person: Person): Generator<string | null> {
  yield person.handle
  yield* person.otherNames
  yield person.displayName
  yield* person.otherDisplayNames
  yield person.platformId
  yield* person.tags
  for (const { tags } of person.work.values()) yield* tags
  yield person.remark
}
