/**
 * A small form: what was typed, what is wrong with it, and saving.
 *
 * The workspace checks everything again; a field that it refuses is marked here by its name.
 */

import { useState } from 'react'

import { asAppError } from '../../shared/contract/refusal'

export type FieldErrors<V> = Partial<Record<keyof V & string, string>>

export interface Form<V> {
  readonly values: V
  readonly errors: FieldErrors<V>
  /** A refusal that belongs to no single field. */
  readonly failure: unknown
  readonly busy: boolean
  readonly set: <K extends keyof V & string>(field: K, value: V[K]) => void
  readonly submit: () => void
}

export interface FormOptions<V> {
  readonly initial: V
  /** What is wrong, by field; nothing when it may be saved. */
  readonly check: (values: V) => FieldErrors<V>
  readonly save: (values: V) => Promise<void>
}

export function useForm<V extends object>({ initial, check, save }: FormOptions<V>): Form<V> {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<FieldErrors<V>>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  async function submit(): Promise<void> {
    const found = check(values)
    setErrors(found)
    setFailure(null)
    if (Object.keys(found).length > 0 || busy) {
      return
    }
    setBusy(true)
    try {
      await save(values)
    } catch (error) {
      const named = refusedField(error, values)
      setErrors(named ?? {})
      setFailure(named ? null : error)
    } finally {
      setBusy(false)
    }
  }

  return {
    values,
    errors,
    failure,
    busy,
    set: (field, value) => {
      setValues((before) => ({ ...before, [field]: value }))
      setErrors((before) => without(before, field))
    },
    submit: () => void submit(),
  }
}

function without<V>(errors: FieldErrors<V>, field: keyof V & string): FieldErrors<V> {
  const rest = { ...errors }
  delete rest[field]
  return rest
}

/** The field that the workspace refused, when the form has one of that name. */
export function refusedField<V extends object>(error: unknown, values: V): FieldErrors<V> | null {
  const refusal = asAppError(error)
  const [field, reason] =
    refusal.code === 'record.invalid'
      ? [String('field' in refusal.params && refusal.params.field), refusal.params]
      : refusal.code === 'input.invalid'
        ? [
            String('path' in refusal.params && refusal.params.path)
              .split('.')
              .at(-1) ?? '',
            refusal.params,
          ]
        : ['', null]
  if (reason === null || !(field in values)) {
    return null
  }
  // `field` is one of the form's own.
  return { [field]: 'reason' in reason ? reason.reason : '' } as FieldErrors<V>
}
