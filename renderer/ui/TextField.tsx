/** A text of a form, by its name: what was typed, what is wrong with it. */

import { Textarea, TextInput } from '@mantine/core'

import { focusNow } from './focus'
import type { Form } from './form'

type TextName<V> = { [K in keyof V]: V[K] extends string ? K : never }[keyof V] & string

export interface TextFieldProps<V> {
  readonly form: Form<V>
  readonly name: TextName<V>
  readonly label: string
  readonly description?: string
  readonly placeholder?: string
  /** On hover. */
  readonly title?: string
  readonly required?: boolean
  readonly maxLength?: number
  /** More than one: grows with what is written. */
  readonly lines?: number
  /** Codes are written in capitals. */
  readonly capitals?: boolean
  /** Takes the cursor when the form opens. */
  readonly first?: boolean
  readonly inputMode?: 'decimal' | 'numeric'
}

export function TextField<V>({
  form,
  name,
  required = false,
  lines = 1,
  capitals = false,
  first = false,
  ...rest
}: TextFieldProps<V>) {
  const shared = {
    ...rest,
    size: 'xs',
    withAsterisk: required,
    value: String(form.values[name]),
    error: form.errors[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      const text = capitals ? currentTarget.value.toUpperCase() : currentTarget.value
      // `TextName` takes only fields that are texts.
      form.set(name, text as V[TextName<V>])
    },
  }
  const focus = first ? focusNow : undefined
  return lines > 1 ? (
    <Textarea {...shared} ref={focus} autosize minRows={lines} />
  ) : (
    <TextInput {...shared} ref={focus} />
  )
}
