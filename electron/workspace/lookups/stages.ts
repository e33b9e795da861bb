/** Stages of every shop as features see them. */

import type { ReadableDb } from '../../../db/database'
import { listStages } from '../../../db/repositories/pipelines'
import { ALL, type OwnStage, type Stage, stagesOf } from '../../../shared/domain/pipelines'

/** The agency's own stages; records that a merge left without a key say nothing. */
export function ownStages(db: ReadableDb): OwnStage[] {
  return listStages(db).flatMap(({ pipeline, key, entry, archived, ...rest }) =>
    pipeline && key
      ? [{ ...rest, pipeline, key, entry: textsOf(entry), archived: archived === null ? null : archived !== 0 }]
      : [],
  )
}

/** Reads the stages once; answers those of a shop (null: of all shops), archived ones too. */
export function openStages(db: ReadableDb): (shopId: string | null) => readonly Stage[] {
  const own = ownStages(db)
  const known = new Map<string, readonly Stage[]>()
  return (shopId) => {
    const pipeline = shopId ?? ALL
    const stages = known.get(pipeline) ?? stagesOf(own, pipeline)
    known.set(pipeline, stages)
    return stages
  }
}

/** A JSON list of texts; null for anything else. */
export function textsOf(json: string | null): readonly string[] | null {
  if (json === null) return null
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : null
  } catch {
    return null
  }
}
