/** Taking steps back, and doing them again: the result is named in the status line, never in a dialog. */

import type { QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'

import { api } from '../api'
import { errorText } from '../messages/error-text'
import { useLanguage, useText } from '../messages/i18n'
import { stepText } from '../messages/step-text'
import { say } from '../session/status'

export function useUndo(answers: QueryClient): (which: 'undo' | 'redo') => Promise<void> {
  const t = useText('shell')
  const language = useLanguage()
  return useCallback(
    async (which) => {
      try {
        const step = await api.history[which]({})
        say(which === 'undo' ? t('undo.undone', { step: stepText(step) }) : t('undo.redone', { step: stepText(step) }))
        await answers.invalidateQueries()
      } catch (error) {
        const { what, next } = errorText(error, language)
        say(`${what} ${next}`, 'bad')
      }
    },
    [answers, t, language],
  )
}
