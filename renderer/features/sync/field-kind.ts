/** The kind of a field, for writing its values: what the registry says of its column. */

import { entityOf, isEntityName } from '../../../shared/sync/registry'

/** '' where the field is no column of a record. */
export function kindOfField(entity: string, field: string): string {
  const columns = isEntityName(entity) ? entityOf(entity).columns : {}
  return Object.hasOwn(columns, field) ? (columns[field]?.kind ?? '') : ''
}
