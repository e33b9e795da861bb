/** The texts for what is wrong in a form of costs. */

import { decimalsOf } from '../../../shared/domain/currencies'
import { useText } from '../../messages/i18n'
import type { Wrong } from './cost-form'

/** Words to texts, field by field. */
export function useWrongTexts(): <K extends string>(
  wrong: Partial<Record<K, Wrong>>,
  currency: string,
) => Partial<Record<K, string>> {
  const t = useText('costs')
  const common = useText('common')
  return (wrong, currency) => {
    const texts: Readonly<Record<Wrong, string>> = {
      required: common('required'),
      notAnAmount: common('notAnAmount', { digits: decimalsOf(currency) }),
      notADay: common('notADay'),
      notACurrency: t('notACurrency'),
    }
    // The keys stay what they were.
    return Object.fromEntries(
      Object.entries<Wrong | undefined>(wrong).flatMap(([field, word]) => (word ? [[field, texts[word]]] : [])),
    ) as ReturnType<ReturnType<typeof useWrongTexts>>
  }
}
