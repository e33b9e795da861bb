/** Tasks in the words of the contract. */

import type { ReadableDb } from '../../../db/database'
import { placesOf } from '../../../db/repositories/pipelines'
import type { Task } from '../../../shared/contract/tasks'
import { allLadders, type KnownTask } from './tasks'
import { openZones } from './zones'

/** Reads what tasks are shown with, once for all of them. `day`: the day whose market rules hold. */
export function viewTasks(db: ReadableDb, tasks: readonly KnownTask[], day: string): Task[] {
  const ids = [...new Set(tasks.flatMap(({ creatorId }) => creatorId ?? []))]
  const places = new Map(placesOf(db, ids).map((place) => [place.id, place]))
  const zoneOf = openZones(db, day)
  const ladders = allLadders(db)
  return tasks.map(({ origin: _origin, ...task }) => {
    const place = task.creatorId === null ? undefined : places.get(task.creatorId)
    const ladder = task.ladder === null ? undefined : ladders.get(task.ladder)
    const step = task.step === null ? undefined : ladder?.steps[task.step]
    return {
      ...task,
      handle: place?.handle ?? null,
      zone: zoneOf(place, task.shopId),
      ladderName: ladder?.name ?? null,
      stepDay: step?.day ?? null,
      stepEvent: step?.event ?? null,
    }
  })
}
