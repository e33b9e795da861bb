/**
 * Copies of one workspace on the computers of a team, in real files, and what happens to them.
 *
 * Opening files costs more than a short history, so a team plays several, each with rows of its own, and starts each
 * with everybody at the same state. A team in which something failed is not used again.
 */

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { createWorkspace, type OpenOptions, type OpenWorkspace, openWorkspace } from '../../../db/open'
import type { LogRun, Vector } from '../../../db/sync/types'

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 15, 12)

export interface Member {
  readonly file: string
  workspace: OpenWorkspace
  /** Milliseconds this computer's clock is off, or the moment it stands still at. */
  clock: { readonly off: number } | { readonly frozen: number }
  backup: string | null
}

export interface Team {
  readonly folder: string
  readonly members: readonly Member[]
  /** Moves everybody's time on. */
  pass(ms: number): void
  setClock(who: number, days: number | 'frozen'): void
  /** Closes the file and opens it again, as another start of the program. */
  restart(who: number): Promise<void>
  /** Dies: what was not committed is gone, and nothing is tidied up. */
  kill(who: number): Promise<void>
  backUp(who: number): void
  /** Puts the backup in place of the file; it goes on as a new life. */
  restore(who: number): Promise<void>
  close(): void
}

const base = fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir()
let root: string | null = null
let template: string | null = null

/** A folder that goes away with the process. */
function rootFolder(): string {
  if (root === null) {
    const made = fs.mkdtempSync(path.join(base, 'starboard-teams-'))
    process.on('exit', () => fs.rmSync(made, { recursive: true, force: true }))
    root = made
  }
  return root
}

/** An empty workspace that all teams start from. */
async function templateFile(): Promise<string> {
  if (template === null) {
    const file = path.join(rootFolder(), 'template.starboard')
    const workspace = await createWorkspace(file, { now: () => START })
    workspace.close()
    template = file
  }
  return template
}

export async function openTeam(size: number): Promise<Team> {
  const folder = fs.mkdtempSync(path.join(rootFolder(), 'team-'))
  const from = await templateFile()
  let time = START
  const members: Member[] = []
  const nowOf = (member: Pick<Member, 'clock'>) => (): number =>
    'frozen' in member.clock ? member.clock.frozen : time + member.clock.off
  const open = (member: Omit<Member, 'workspace'>, options: OpenOptions = {}): Promise<OpenWorkspace> =>
    openWorkspace(member.file, { now: nowOf(member), ...options })
  const member = (who: number): Member => {
    const found = members[who % members.length]
    if (found === undefined) throw new RangeError(`no member ${who}`)
    return found
  }
  const reopen = async (one: Member): Promise<void> => {
    one.workspace.close()
    one.workspace = await open(one)
  }

  for (let who = 0; who < size; who++) {
    const file = path.join(folder, `${who}.starboard`)
    fs.copyFileSync(from, file)
    // The clock that its file is opened with is this very member's, whatever it is set to later.
    const one: Omit<Member, 'workspace'> = { file, clock: { off: 0 }, backup: null }
    members.push(Object.assign(one, { workspace: await open(one, { newLife: 'copied' }) }))
  }

  return {
    folder,
    members,
    pass: (ms) => void (time += ms),
    setClock: (who, days) => {
      const one = member(who)
      one.clock = days === 'frozen' ? { frozen: nowOf(one)() } : { off: days * DAY }
    },
    restart: (who) => reopen(member(who)),
    kill: async (who) => {
      const one = member(who)
      // The bytes as they are on the disk this moment, write-ahead file and all, are what the next start finds.
      const copies = ['', '-wal'].map((end) => [`${one.file}${end}`, `${one.file}${end}.dead`] as const)
      for (const [from, to] of copies) if (fs.existsSync(from)) fs.copyFileSync(from, to)
      one.workspace.close()
      for (const end of ['-wal', '-shm']) fs.rmSync(`${one.file}${end}`, { force: true })
      for (const [to, from] of copies) if (fs.existsSync(from)) fs.renameSync(from, to)
      one.workspace = await open(one)
    },
    backUp: (who) => {
      const one = member(who)
      one.workspace.writer.pragma('wal_checkpoint(TRUNCATE)')
      one.backup = `${one.file}.backup`
      fs.copyFileSync(one.file, one.backup)
    },
    restore: async (who) => {
      const one = member(who)
      if (one.backup === null) return
      one.workspace.close()
      for (const end of ['-wal', '-shm']) fs.rmSync(`${one.file}${end}`, { force: true })
      fs.copyFileSync(one.backup, one.file)
      one.workspace = await open(one, { newLife: 'restored' })
    },
    close: () => {
      for (const one of members) one.workspace.close()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What `to` lacks of what `from` has, waiting steps of others among it. */
export function runsFor(from: OpenWorkspace, to: OpenWorkspace, steps = Number.MAX_SAFE_INTEGER): readonly LogRun[] {
  return [...from.exchange.runs(to.exchange.storedVector(), { steps, bytes: Number.MAX_SAFE_INTEGER })]
}

/** Stores runs as one arrival, without applying them. */
export async function store(to: OpenWorkspace, runs: readonly LogRun[]): Promise<number> {
  const arrival = await to.exchange.open({ kind: 'file', name: 'packet', package: null, sender: null })
  for (const run of runs) await to.exchange.store(arrival, run)
  return arrival
}

export async function receive(to: OpenWorkspace, runs: readonly LogRun[]): Promise<void> {
  await to.exchange.settle(await store(to, runs), 'keep')
  await to.exchange.drain()
}

/** Everybody gets everything: through one of them, then from that one to all. */
export async function exchangeAll(
  members: readonly { readonly workspace: OpenWorkspace }[],
  hub: number,
): Promise<void> {
  const middle = members[hub % members.length]
  if (middle === undefined) return
  const others = members.filter((member) => member !== middle)
  for (const { workspace } of others) await receive(middle.workspace, runsFor(workspace, middle.workspace))
  for (const { workspace } of others) await receive(workspace, runsFor(middle.workspace, workspace))
}

export function sameVector(a: Vector, b: Vector): boolean {
  const filled = (vector: Vector): string =>
    JSON.stringify([...vector].filter(([, seq]) => seq > 0).toSorted(([x], [y]) => (x < y ? -1 : 1)))
  return filled(a) === filled(b)
}
