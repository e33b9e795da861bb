/** A command from a button: what it did goes to the status line, a refusal is kept for the page. */

import { useMutation } from '@tanstack/react-query'

import { errorText } from '../messages/error-text'
import { useLanguage } from '../messages/i18n'
import { say } from '../session/status'

export interface Command<I> {
  readonly run: (input: I) => void
  readonly busy: boolean
  readonly error: unknown
}

/** `done` is what the status line says afterwards. */
export function useCommand<I = void, O = unknown>(
  work: (input: I) => Promise<O>,
  done: (result: O, input: I) => string,
): Command<I> {
  const language = useLanguage()
  const { mutate, isPending, error } = useMutation({
    mutationFn: work,
    onSuccess: (result, input) => say(done(result, input)),
    onError: (refusal) => {
      const { what, next } = errorText(refusal, language)
      say(`${what} ${next}`, 'bad')
    },
  })
  return { run: mutate, busy: isPending, error }
}
