/** What can be typed or pasted into a cell of a list, by the kind of the cell. */

export const CELL_KINDS = [
  'text',
  'number',
  'decimal',
  'money',
  'percent',
  'day',
  'instant',
  'choice',
  'tags',
  'person',
  'creator',
  'bool',
] as const
/** `number` whole, `decimal` exact and kept as text, `percent` basis points, `creator` a handle, `person` a name. */
export type CellKind = (typeof CELL_KINDS)[number]
