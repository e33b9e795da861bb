/** M4: thirteen weeks of cash over the lines of many shops, asked through the contract. */

import { join } from 'node:path'

import { createContext } from '../../electron/workspace/create-context'
import { dayOfNumber } from '../../shared/domain/days'
import { watchTurns } from './backup-steps'
import { createAgency, importAll } from './product'
import { each, msOf } from './times'
import { DAYS, FIRST_SECOND, writeWorkload, workloadShops } from './workload'

export interface CashInput {
  readonly folder: string
  readonly lines: number
  readonly shops: number
  readonly rounds: number
}

/** Milliseconds. */
export interface CashTimes {
  readonly first: readonly number[]
  readonly longestTurns: readonly number[]
  readonly again: readonly number[]
  /** The slider on one day after the other, 0 to 31. */
  readonly slips: readonly number[]
  readonly items: readonly number[]
  readonly lines: readonly number[]
}

/** Noon of the last day of the lines, UTC. */
const TODAY = (FIRST_SECOND / 86_400 + DAYS - 1) * 86_400_000 + 12 * 3_600_000
const RESERVE = { reserveRate: 500, reserveDays: 30 }

export async function cashRounds({ folder, lines, shops, rounds }: CashInput): Promise<CashTimes> {
  const file = join(folder, 'cash.starboard')
  const made = await createAgency(file, workloadShops(shops))
  const files = writeWorkload(join(folder, 'cash-files'), { lines, shops })
  await importAll(made, files)
  made.context.host.close()
  // The program's day is the last of the lines.
  const context = createContext({ author: 'bench', now: () => TODAY })
  const { client } = context
  await client.workspace.open({ file })
  const known = await client.shops.list({})
  // One in two keeps a part back, so that what is settled matters as well.
  for (const { id } of known.filter((_, at) => at % 2 === 0)) {
    await client.cash.putRule({ shopId: id, fromDay: dayOfNumber(FIRST_SECOND / 86_400), ...RESERVE })
  }
  const first: number[] = []
  const longestTurns: number[] = []
  const turns = Array.from({ length: rounds }, (_, round) => round)
  for (const _ of turns) {
    await client.workspace.close({})
    await client.workspace.open({ file })
    const longest = watchTurns()
    first.push(await msOf(() => client.cash.calendar({})))
    longestTurns.push(longest())
  }
  const calendar = await client.cash.calendar({})
  if (calendar.one.weeks.every(({ inflow }) => inflow === 0)) throw new Error('nothing is foreseen')
  const page = await client.cash.items({ direction: 'in', limit: 100 })
  const behind = page.rows.filter((row) => row.behind !== null && row.shopId !== null).slice(0, rounds)
  const times = {
    first,
    longestTurns,
    again: await each(turns, () => client.cash.calendar({})),
    slips: await each(
      Array.from({ length: 32 }, (_, day) => day),
      (slipTo) => client.cash.calendar({ slipTo }),
    ),
    items: await each(turns, (round) => client.cash.items({ week: round % 13, limit: 100 })),
    lines: await each(behind, ({ shopId, behind: of }) =>
      client.cash.lines({ shopId: shopId ?? '', settled: of!.settled, known: of!.known, day: of!.day, limit: 100 }),
    ),
  }
  context.host.close()
  return times
}
