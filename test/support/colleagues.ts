/** Colleagues with a copy of one workspace each, who exchange packages through the contract as people do. */

import path from 'node:path'

import type { Candidate, InboxItem } from '../../shared/contract/inbox'
import type { Recipient } from '../../shared/contract/sync'
import { finish, newCaller, newWorkspace, NOON, temporaryFolder } from './workspace'

export type Colleague = ReturnType<typeof newCaller> & { readonly name: string; readonly file: string }

/** The first makes the workspace, the others join from a package of everything. */
export async function colleagues(...names: readonly string[]): Promise<Colleague[]> {
  const folder = temporaryFolder()
  const [first = 'Li', ...rest] = names
  const made = await newWorkspace({ folder, author: first })
  const team: Colleague[] = [{ ...made, name: first }]
  for (const [i, name] of rest.entries()) {
    const joined = newCaller(NOON + (i + 1) * 1000, name)
    const file = path.join(folder, `${name}.starboard`)
    await finish(joined.client.sync.join({ from: await packageOf(team[0]!), file }))
    team.push({ ...joined, name, file })
  }
  return team
}

let packages = 0

/** Writes a package and answers its name. */
export async function packageOf(from: Colleague, recipient: Recipient = { to: 'everybody' }): Promise<string> {
  const to = path.join(path.dirname(from.file), `${from.name}-${++packages}.starpack`)
  return (await finish(from.client.sync.export({ to, recipient }))).result.file
}

export async function importInto(to: Colleague, file: string) {
  return (await finish(to.client.sync.import({ file }))).result
}

/** Gives everything of `from` to `to`. */
export async function give(from: Colleague, to: Colleague) {
  return importInto(to, await packageOf(from))
}

/** Everybody gets everything: two rounds, so that what the last one has reaches the first. */
export async function meet(team: readonly Colleague[]): Promise<void> {
  for (let round = 0; round < 2; round++) {
    for (const from of team) {
      const file = await packageOf(from)
      for (const to of team) if (to !== from) await importInto(to, file)
    }
  }
}

export async function digestsOf(team: readonly Colleague[]): Promise<Set<string>> {
  const statuses = await Promise.all(team.map(({ client }) => client.sync.status({})))
  return new Set(statuses.map(({ digest }) => digest))
}

/** All items, without what differs from copy to copy. */
export async function inboxOf({ client }: Colleague): Promise<object[]> {
  const { items } = await client.inbox.list({ includeSeen: true, limit: 500 })
  return items.map(({ seen: _seen, candidates, ...item }: InboxItem) => ({
    ...item,
    candidates: candidates.map(({ self: _self, computer: _computer, ...candidate }: Candidate) => candidate),
  }))
}

/** The only item of the inbox. */
export async function onlyItem({ client }: Colleague): Promise<InboxItem> {
  const { items } = await client.inbox.list({})
  const [item] = items
  if (item === undefined || items.length > 1) throw new Error(`${items.length} items instead of one`)
  return item
}

/** The write of the candidate of this value. */
export function writeOf(item: InboxItem, value: Candidate['value']): string {
  const found = item.candidates.find((candidate) => candidate.value === value)
  if (found === undefined) throw new Error(`nobody wrote ${String(value)}`)
  return found.write
}
