/** Plays a history on a team and holds what became of it against what its log says must have become of it. */

import type { OpenWorkspace } from '../../../db/open'
import type { LogRun } from '../../../db/sync/types'
import { AppError, type AppErrorCode } from '../../../shared/errors'
import { entityOf } from '../../../shared/sync/registry'
import { quoted } from '../../../db/database'
import { counts } from './audit'
import { checkEqual, checkLog, checkRepeated, checkRows, checkViews, logged, same } from './checks'
import type { Command, Delivery, Edit, History } from './commands'
import { heldRecords, openValues, type Rows, rowsOf, writeEdit } from './rows'
import { exchangeAll, type Member, receive, runsFor, store, type Team } from './team'

/** What a history was made of, for the figures of a proof. */
export interface Played {
  readonly steps: number
  readonly refused: number
  readonly writes: number
  readonly siblings: number
  /** Records on which people's steps contradicted each other in the end. */
  readonly holds: number
}

interface Game {
  readonly team: Team
  readonly rows: Rows
  readonly tag: string
  readonly packets: LogRun[][]
  /** What each step's author had in fact received when making it, by `replica:seq`. */
  readonly received: Map<string, ReadonlyMap<string, number>>
  /** Steps that may end a question: decisions, and steps taken back. */
  readonly decided: Set<string>
  refused: number
}

export async function play(team: Team, { entities, commands }: History, tag: string): Promise<Played> {
  for (const member of team.members) {
    member.backup = null
    // What was done in an earlier history is not taken back in this one.
    member.workspace.writer.exec(`UPDATE local_steps SET state = 'gone'`)
  }
  team.members.forEach((_, who) => team.setClock(who, 0))
  const base = new Map(first(team).workspace.exchange.vector())
  const rows = rowsOf(tag, entities)
  const game: Game = { team, rows, tag, packets: [], received: new Map(), decided: new Set(), refused: 0 }
  for (const command of commands) {
    team.pass(1000)
    await run(game, command)
  }
  const hub = commands.length
  const logs = team.members.map(({ workspace }) => ownSteps(workspace))
  await exchangeAll(team.members, hub)
  same(
    team.members.map(({ workspace }) => ownSteps(workspace)),
    logs,
    'a log grew without anybody doing anything',
  )
  const steps = logged(first(team).workspace, base)
  checkEqual(game)
  checkLog(game, steps)
  checkRows(first(team).workspace, steps)
  checkViews(game, steps)
  await checkRepeated(game, base)
  const holds = heldRecords(first(team).workspace.reader, rows)
  return { steps: steps.length, refused: game.refused, holds, ...counts(steps) }
}

function first(team: Team): Member {
  return at(team.members, 0)
}

function at<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length]
  if (found === undefined) throw new RangeError('the list is empty')
  return found
}

function ownSteps({ exchange }: OpenWorkspace): number {
  return exchange.vector().get(exchange.self) ?? 0
}

async function run(game: Game, command: Command): Promise<void> {
  const { team } = game
  switch (command.do) {
    case 'step':
      return step(game, at(team.members, command.who), command.edits)
    case 'undo':
    case 'redo':
      return move(game, at(team.members, command.who), command.do)
    case 'decide':
      return decide(game, at(team.members, command.who), command.pick, command.value)
    case 'send': {
      const [from, to] = [at(team.members, command.who), at(team.members, command.to)]
      const runs = runsFor(from.workspace, to.workspace, command.steps)
      if (runs.length > 0) game.packets.unshift([...runs])
      return
    }
    case 'deliver': {
      const packet = game.packets[command.packet % Math.max(1, game.packets.length)]
      return packet === undefined ? undefined : deliver(team, command.to, packet, command.how)
    }
    case 'clock':
      return team.setClock(command.who, command.days)
    case 'restart':
      return team.restart(command.who)
    case 'backup':
      return team.backUp(command.who)
    case 'restore':
      return team.restore(command.who)
  }
}

/** Does something that may be refused for one of the named reasons, and notes what its author had received before. */
async function attempt(
  game: Game,
  { workspace }: Member,
  may: readonly AppErrorCode[],
  work: () => Promise<unknown>,
): Promise<string | null> {
  const { exchange } = workspace
  const before = new Map(exchange.vector())
  const seq = before.get(exchange.self) ?? 0
  before.delete(exchange.self)
  try {
    await work()
  } catch (error) {
    if (!(error instanceof AppError) || !may.includes(error.code)) throw error
    game.refused++
    same(ownSteps(workspace), seq, 'a refused step is in the log')
    return null
  }
  if (ownSteps(workspace) === seq) return null
  const made = `${exchange.self}:${seq + 1}`
  game.received.set(made, before)
  return made
}

async function step(game: Game, member: Member, edits: readonly Edit[]): Promise<void> {
  await attempt(game, member, ['sync.undecided'], () =>
    member.workspace.commit({ author: `p${game.team.members.indexOf(member)}`, label: 'test.step' }, (tx) => {
      for (const edit of edits) writeEdit(tx.$client, edit, game.rows, game.tag)
    }),
  )
}

async function move(game: Game, member: Member, direction: 'undo' | 'redo'): Promise<void> {
  const may = ['undo.nothing', 'undo.changedSince'] as const
  const made = await attempt(game, member, may, () => member.workspace[direction]('p'))
  if (made !== null) game.decided.add(made)
}

/** Ends one open question with the value that lost, another, or none. */
async function decide(game: Game, member: Member, pick: number, value: number): Promise<void> {
  const open = openValues(member.workspace.reader, game.rows)
  const chosen = open.length === 0 ? undefined : at(open, pick)
  if (chosen === undefined) return
  const entity = entityOf(chosen.entity)
  const column = Object.entries(entity.columns).find(([, { n }]) => n === chosen.column)?.[0] ?? ''
  const sql = quoted(column.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`))
  const cell = value === 0 ? null : chosen.value
  const made = await attempt(game, member, [], () =>
    member.workspace.commit({ author: 'p', label: 'test.decide', resolve: true }, (tx) => {
      tx.$client.prepare(`UPDATE ${quoted(entity.table)} SET ${sql} = ? WHERE id = ? AND _del = 0`).run(cell, chosen.id)
    }),
  )
  if (made !== null) game.decided.add(made)
}

async function deliver(team: Team, to: number, packet: readonly LogRun[], how: Delivery): Promise<void> {
  const { workspace } = at(team.members, to)
  switch (how) {
    case 'whole':
      return receive(workspace, packet)
    case 'twice':
      await receive(workspace, packet)
      return receive(workspace, packet)
    case 'reversed':
      return receive(workspace, packet.toReversed())
    case 'gap':
      return receive(
        workspace,
        packet.flatMap(({ replica, from, bodies }) =>
          bodies.length > 1 ? [{ replica, from: from + 1, bodies: bodies.slice(1) }] : [],
        ),
      )
    case 'cut':
      return receive(
        workspace,
        packet.map((one) => ({ ...one, bodies: one.bodies.slice(0, Math.ceil(one.bodies.length / 2)) })),
      )
    case 'forgotten':
      return workspace.exchange.settle(await store(workspace, packet), 'forget')
    case 'killed':
      await store(workspace, packet)
      return team.kill(to)
  }
}
