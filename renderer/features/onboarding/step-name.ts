/** What a step is called: as people named it, else the app's word. */

import { useCallback } from 'react'

import { EN } from '../../messages/catalogues'
import { useText } from '../../messages/i18n'

export function useStepName(): (step: { readonly key: string; readonly title: string | null }) => string {
  const t = useText('onboarding')
  return useCallback(
    ({ key, title }) => {
      const words: Readonly<Record<string, string>> = t('step', { returnObjects: true })
      return title ?? (Object.hasOwn(EN.onboarding.step, key) ? (words[key] ?? key) : key)
    },
    [t],
  )
}
