/**
 * The program that copies a shared folder between computers, at its worst.
 *
 * Each person has a real folder. What appears in one appears in the others: late, in any order, first in part or empty,
 * under the name of a conflict copy, twice, behind a file that cannot be read yet. Folders are at times empty, gone or
 * another team's. What it never does is lose a file for ever or change its bytes for good.
 */

import fs from 'node:fs'
import path from 'node:path'

import type { Random } from './random'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** How one file reaches one computer. */
export type Manner = 'plain' | 'inPart' | 'empty' | 'unreadable' | 'conflictName' | 'twice' | 'vanishing' | 'upperCase'

export interface Habits {
  /** Longest delay of a file. */
  readonly delay: number
  readonly manners: Readonly<Record<Manner, number>>
  /** How often, per look, a whole folder is empty, gone, or another team's for a while. */
  readonly outages: number
}

/** A faithful program, and the kinds of trouble that the large ones are known for. */
export const HABITS: Readonly<Record<string, Habits>> = {
  faithful: { delay: MINUTE, manners: only({ plain: 1 }), outages: 0 },
  slow: { delay: 9 * DAY, manners: only({ plain: 3, twice: 1 }), outages: 0 },
  placeholders: { delay: DAY, manners: only({ plain: 2, empty: 3, unreadable: 3 }), outages: 0.01 },
  conflicts: { delay: 6 * HOUR, manners: only({ plain: 2, conflictName: 3, upperCase: 1 }), outages: 0.01 },
  torn: { delay: DAY, manners: only({ plain: 1, inPart: 4, vanishing: 2 }), outages: 0.02 },
  everything: {
    delay: 3 * DAY,
    manners: { plain: 3, inPart: 1, empty: 1, unreadable: 1, conflictName: 1, twice: 1, vanishing: 1, upperCase: 1 },
    outages: 0.02,
  },
}

function only(some: Partial<Record<Manner, number>>): Record<Manner, number> {
  return {
    plain: 0,
    inPart: 0,
    empty: 0,
    unreadable: 0,
    conflictName: 0,
    twice: 0,
    vanishing: 0,
    upperCase: 0,
    ...some,
  }
}

export interface Replicator {
  /** Notes what changed in every folder, and lets happen what is due by `now`. */
  run(now: number): void
  /** From now on nothing is late or odd; everything that was uploaded is everywhere after the next `run`. */
  settle(): void
  /** Files that were carried, and their bytes. */
  total(): { readonly files: number; readonly bytes: number }
}

interface Event {
  readonly at: number
  readonly order: number
  readonly happen: () => void
}

export interface ReplicatorOptions {
  readonly folders: readonly string[]
  readonly habits: Habits
  readonly random: Random
  /** Another team's folder, to stand in for this one. */
  readonly stranger: string | null
}

export function createReplicator({ folders, habits, random, stranger }: ReplicatorOptions): Replicator {
  let settled = false
  let order = 0
  let now = 0
  let events: Event[] = []
  const carried = { files: 0, bytes: 0 }
  // Everything that was ever uploaded; null: its owner has removed it.
  const cloud = new Map<string, Buffer | null>()
  const views = folders.map((folder) => ({ folder, known: new Set<string>(), away: false }))
  type View = (typeof views)[number]

  const at = (delay: number, happen: () => void): void => void events.push({ at: now + delay, order: order++, happen })
  const later = (): number => Math.floor(random.next() * random.next() * habits.delay)
  const put = (view: View, name: string, bytes: Uint8Array): void => {
    const file = path.join(view.folder, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    if (fs.statSync(file, { throwIfNoEntry: false })?.isDirectory()) fs.rmSync(file, { recursive: true })
    fs.writeFileSync(`${file}~carried`, bytes)
    fs.renameSync(`${file}~carried`, file)
    const when = new Date(now - random.below(365) * DAY)
    fs.utimesSync(file, when, when)
  }
  /** Does it when the folder is there, else tries again later. */
  const whenThere = (view: View, happen: () => void): void => {
    if (!view.away) return happen()
    at(HOUR, () => whenThere(view, happen))
  }
  const arrive = (view: View, name: string): void => {
    const bytes = cloud.get(name)
    if (bytes === undefined || bytes === null) return
    view.known.add(name)
    put(view, name, bytes)
    carried.files++
    carried.bytes += bytes.length
  }
  const strange = (view: View, name: string, bytes: Buffer): void => {
    const file = path.join(view.folder, name)
    const manner = settled ? 'plain' : random.weighted(habits.manners)
    const soon = (): void => at(later() + MINUTE, () => whenThere(view, () => arrive(view, name)))
    switch (manner) {
      case 'plain':
        return arrive(view, name)
      case 'inPart':
        put(view, name, bytes.subarray(0, random.below(bytes.length)))
        view.known.add(name)
        return soon()
      case 'empty':
        put(view, name, Buffer.alloc(random.chance(0.5) ? 0 : bytes.length))
        view.known.add(name)
        return soon()
      case 'unreadable':
        // A file that is listed and cannot be read: what opening a placeholder without a network is like.
        fs.mkdirSync(file, { recursive: true })
        view.known.add(name)
        return soon()
      case 'conflictName': {
        const odd = path.join(path.dirname(name), conflictName(path.basename(name), random))
        put(view, odd, bytes)
        view.known.add(odd)
        return soon()
      }
      case 'upperCase': {
        const odd = path.join(path.dirname(name), path.basename(name).toUpperCase())
        put(view, odd, bytes)
        view.known.add(odd)
        return soon()
      }
      case 'twice':
        arrive(view, name)
        return soon()
      case 'vanishing':
        arrive(view, name)
        at(later(), () =>
          whenThere(view, () => {
            fs.rmSync(file, { force: true, recursive: true })
            soon()
          }),
        )
    }
  }
  const carry = (from: View, name: string): void => {
    const bytes = fs.readFileSync(path.join(from.folder, name))
    from.known.add(name)
    // Two computers wrote one name: the first is kept, the other copy stays where it is.
    if (cloud.has(name)) return
    cloud.set(name, bytes)
    for (const view of views) {
      if (view === from) continue
      at(settled ? 0 : later(), () =>
        whenThere(view, () => {
          if (!view.known.has(name)) strange(view, name, bytes)
        }),
      )
    }
  }
  const look = (view: View): void => {
    if (view.away) return
    const here = new Set(listFiles(view.folder))
    for (const name of here) if (!view.known.has(name) && !isTemporary(name)) carry(view, name)
  }
  const outage = (view: View): void => {
    const aside = `${view.folder}.aside`
    view.away = true
    fs.renameSync(view.folder, aside)
    const kind = random.weighted({ empty: 2, gone: 1, stranger: stranger === null ? 0 : 1 })
    if (kind === 'empty') fs.mkdirSync(view.folder)
    if (kind === 'stranger' && stranger !== null) fs.cpSync(stranger, view.folder, { recursive: true })
    at(HOUR, () => {
      const strays = fs.existsSync(view.folder) && kind !== 'stranger' ? listFiles(view.folder) : []
      if (strays.length > 0)
        throw new Error(`something was written to a folder that was not there: ${strays.join(', ')}`)
      fs.rmSync(view.folder, { recursive: true, force: true })
      fs.renameSync(aside, view.folder)
      view.away = false
    })
  }

  return {
    run: (time) => {
      now = time
      for (const view of views) look(view)
      for (;;) {
        const due = events.filter(({ at }) => settled || at <= now).toSorted((a, b) => a.at - b.at || a.order - b.order)
        if (due.length === 0) break
        events = events.filter((event) => !due.includes(event))
        for (const { happen } of due) happen()
      }
      if (settled) return
      for (const view of views) if (!view.away && random.chance(habits.outages)) outage(view)
    },
    settle: () => void (settled = true),
    total: () => ({ ...carried }),
  }
}

/** What programs write while they copy. */
function isTemporary(name: string): boolean {
  return name.endsWith('.tmp') || name.includes('~')
}

/** Files below a folder, by their path in it. */
export function listFiles(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted()
}

/** The names that OneDrive, Dropbox, Nutstore, Syncthing and Google Drive give to a second version. */
function conflictName(name: string, random: Random): string {
  const dot = name.lastIndexOf('.')
  const [stem, end] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
  return random.pick([
    `${stem}-LAPTOP-7Q2${end}`,
    `${stem} (Li's conflicted copy 2026-01-20)${end}`,
    `${stem}_冲突文件_Li_20260120${end}`,
    `${stem}.sync-conflict-20260120-101500-ABCDEFG${end}`,
    `${stem} (1)${end}`,
  ])
}
