/** Which kinds of records people may write by hand. */

import { requireEntity } from '../../../db/repositories/records'
import { AppError } from '../../../shared/errors'
import { entityOf, type EntityName } from '../../../shared/sync/registry'

/** The entity of this name. Imports and settings have commands of their own; writing their records by hand would leave the rest of them behind. */
export function editable(entity: string): EntityName {
  const name = requireEntity(entity)
  if (entityOf(name).system) {
    throw new AppError('record.invalid', { entity: name, field: 'entity', reason: 'keptByTheProgram' })
  }
  return name
}
