/**
 * What people ask of a list: filters, sorting, groups and colours, as one value that can be saved as a view.
 *
 * Lists in memory and lists in the workspace process answer it by the same rules (`matches`).
 */

import { z } from '../schema'

export const FILTER_OPS = [
  'anyOf',
  'noneOf',
  'contains',
  'notContains',
  'atLeast',
  'atMost',
  'between',
  'empty',
  'notEmpty',
] as const
export type FilterOp = (typeof FILTER_OPS)[number]

/**
 * One condition. `values`: texts, whole numbers (minor units, basis points, epoch ms), days as `YYYY-MM-DD` or counted from
 * today (`today`, `today-30`, `today+7`). Ranges include both ends. A money condition may name its currency after the
 * amounts; amounts in others do not meet it. A condition that needs values and has none yet leaves every row in.
 */
export const ListFilter = z.object({
  field: z.string().min(1).max(80),
  op: z.enum(FILTER_OPS),
  values: z
    .array(z.union([z.string(), z.number(), z.boolean()]))
    .max(1000)
    .default([]),
})
export type ListFilter = z.infer<typeof ListFilter>

export const ListSort = z.object({ field: z.string().min(1).max(80), descending: z.boolean().default(false) })
export type ListSort = z.infer<typeof ListSort>

/** What a list shows: every filter must hold; the first sort counts first. */
export const ListQuery = z.object({
  search: z.string().max(200).default(''),
  filters: z.array(ListFilter).max(50).default([]),
  sort: z.array(ListSort).max(4).default([]),
  /** The field whose equal values stand together. */
  group: z.string().max(80).nullable().default(null),
})
export type ListQuery = z.infer<typeof ListQuery>

/** A row or cell stands out where a condition holds: by a state colour of the theme, never by colour alone. */
export const ColorRule = z.object({
  when: ListFilter,
  color: z.enum(['good', 'watch', 'bad', 'held', 'accent']),
  /** Null: the whole row. */
  column: z.string().max(80).nullable().default(null),
})
export type ColorRule = z.infer<typeof ColorRule>

/** What a saved view keeps. Fields that went away are left out when it is used, and named to the person. */
export const ViewBody = ListQuery.extend({
  colors: z.array(ColorRule).max(20).default([]),
  columns: z
    .object({
      order: z.array(z.string()).default([]),
      hidden: z.array(z.string()).default([]),
      frozen: z.int().min(0).max(10).default(1),
    })
    .prefault({}),
})
export type ViewBody = z.infer<typeof ViewBody>
