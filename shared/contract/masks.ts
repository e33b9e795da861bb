/**
 * What of an answer a role does not get to see, said in the schema of the answer itself, so that no way out can forget it.
 *
 * `masked(Minor, 'cost')` is a value of one kind. Where the kind depends on which field of which record it is (a change in
 * the log, a record by name), `concealed(schema, …)` says how the whole is made fit to be seen.
 */

import { getEventIteratorSchemaDetails } from '@orpc/contract'

import type { Mask } from '../domain/roles'
import { z } from '../schema'

/** What is hidden from whoever asks. */
export interface Hidden {
  readonly has: (mask: Mask) => boolean
  /** Whether a field of a kind of record is hidden; of an unknown one nothing is. */
  readonly hidesField: (entity: string, field: string) => boolean
  /** The fields of a kind of record that are hidden. */
  readonly fieldsOf: (entity: string) => readonly string[]
}

/** What is shown of an answer; `input` is what was asked. */
type Conceal = (value: unknown, hidden: Hidden, input: unknown) => unknown

const CONCEALED = new WeakMap<object, Conceal>()

/** A value that is null for whoever may not see its kind. */
export function masked<T extends z.ZodType>(schema: T, mask: Mask): z.ZodNullable<T> {
  // A new schema: the one given may stand in other places too.
  const own = z.nullable(schema)
  CONCEALED.set(own, (value, hidden) => (hidden.has(mask) ? null : value))
  return own
}

/** An answer of which `conceal` leaves out what is hidden. Its type says what `conceal` may leave. */
export function concealed<T extends z.ZodType>(
  schema: T,
  conceal: (value: z.output<T>, hidden: Hidden, input: unknown) => z.output<T>,
): T {
  const own = schema.clone()
  // The value was parsed by this very schema.
  CONCEALED.set(own, (value, hidden, input) => conceal(value as z.output<T>, hidden, input))
  return own
}

/** A record by name without its hidden fields: every field of such a record may be null. */
export function withoutHidden<V>(
  row: Readonly<Record<string, V | null>>,
  entity: string,
  hidden: Hidden,
): Record<string, V | null> {
  return { ...row, ...Object.fromEntries(hidden.fieldsOf(entity).map((field) => [field, null])) }
}

/** What of an answer may be shown: null where nothing of it ever needs hiding. */
export type Concealer = (value: unknown, hidden: Hidden, input: unknown) => unknown

/** The concealer of a schema, made once: only the parts that hold something maskable are visited. */
export function concealerOf(schema: unknown): Concealer | null {
  const iterator = getEventIteratorSchemaDetails(schema as Parameters<typeof getEventIteratorSchemaDetails>[0])
  const own = iterator ? iterator.returns : schema
  return own instanceof z.core.$ZodType ? concealerOfType(own) : null
}

function concealerOfType(schema: z.core.$ZodType): Concealer | null {
  const inner = concealerOfParts(schema)
  const own = CONCEALED.get(schema)
  if (own === undefined) return inner
  if (inner === null) return own
  return (value, hidden, input) => own(inner(value, hidden, input), hidden, input)
}

function concealerOfParts(schema: z.core.$ZodType): Concealer | null {
  if (schema instanceof z.ZodObject) return ofObject(schema.shape)
  if (schema instanceof z.ZodArray) return ofArray(concealerOfType(schema.element))
  if (schema instanceof z.ZodRecord) return ofRecord(concealerOfType(schema.valueType))
  if (schema instanceof z.ZodUnion) return ofUnion(schema.options)
  if (
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return concealerOfType(schema.unwrap())
  return null
}

function ofObject(shape: Readonly<Record<string, z.core.$ZodType>>): Concealer | null {
  const parts = Object.entries(shape).flatMap(([key, part]) => {
    const conceal = concealerOfType(part)
    return conceal === null ? [] : [[key, conceal] as const]
  })
  if (parts.length === 0) return null
  return (value, hidden, input) => {
    if (!isObject(value)) return value
    const shown: Record<string, unknown> = { ...value }
    for (const [key, conceal] of parts) if (key in shown) shown[key] = conceal(shown[key], hidden, input)
    return shown
  }
}

function ofArray(element: Concealer | null): Concealer | null {
  return (
    element &&
    ((value, hidden, input) =>
      Array.isArray(value) ? value.map((one: unknown) => element(one, hidden, input)) : value)
  )
}

function ofRecord(element: Concealer | null): Concealer | null {
  return (
    element &&
    ((value, hidden, input) =>
      isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, element(one, hidden, input)]))
        : value)
  )
}

/** Each alternative conceals what is its own: values that it does not know it leaves alone. */
function ofUnion(options: readonly z.core.$ZodType[]): Concealer | null {
  const parts = options.flatMap((option) => {
    const conceal = concealerOfType(option)
    return conceal === null ? [] : [{ option, conceal }]
  })
  if (parts.length === 0) return null
  return (value, hidden, input) => {
    const fitting = parts.find(({ option }) => z.safeParse(option, value).success)
    return fitting ? fitting.conceal(value, hidden, input) : value
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
