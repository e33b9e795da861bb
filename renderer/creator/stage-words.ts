/** Stages in words: the agency's own where it gave them, else the app's. */

import { STAGE_KEYS } from '../../shared/domain/pipelines'
import { useText } from '../messages/i18n'
import { useStable } from '../ui/use-stable'

export interface NamedStage {
  readonly key: string
  readonly name: string | null
}

export function useStageName(): (stage: NamedStage) => string {
  const t = useText('pipelines')
  return ({ key, name }) => {
    const shipped = STAGE_KEYS.find((known) => known === key)
    return name ?? (shipped ? t(`stages.${shipped}`) : key)
  }
}

/** The same function at every drawing, for event handlers. */
export function useStableStageName(): (stage: NamedStage) => string {
  return useStable(useStageName())
}
