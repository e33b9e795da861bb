/** Teams that are kept open between histories, one for each size. */

import type { History } from './commands'
import { play, type Played } from './play'
import { openTeam, type Team } from './team'

/** Histories that one team plays before its files are thrown away. */
const HISTORIES = 24

export interface Stage {
  /** Plays one history to its end, checks included. */
  play(history: History): Promise<void>
  /** What was played so far. */
  total(): Played & { readonly histories: number }
  close(): void
}

export function createStage(): Stage {
  const teams = new Map<number, { readonly team: Team; played: number }>()
  const sum = { histories: 0, steps: 0, refused: 0, writes: 0, siblings: 0, holds: 0 }
  const drop = (size: number): void => {
    teams.get(size)?.team.close()
    teams.delete(size)
  }
  return {
    play: async (history) => {
      const size = history.members
      const used = teams.get(size) ?? { team: await openTeam(size), played: 0 }
      teams.set(size, used)
      try {
        const played = await play(used.team, history, `h${size}.${used.played}`)
        used.played++
        sum.histories++
        for (const key of ['steps', 'refused', 'writes', 'siblings', 'holds'] as const) sum[key] += played[key]
      } catch (error) {
        drop(size)
        throw error
      }
      if (used.played === HISTORIES) drop(size)
    },
    total: () => sum,
    close: () => [...teams.keys()].forEach(drop),
  }
}
