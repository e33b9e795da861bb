/** A market's code in words; `*` is every one. */

import { useCallback } from 'react'

import { EVERY } from '../../../../shared/domain/claim-sheet'
import { useText } from '../../../messages/i18n'

export function useMarketText(): (market: string) => string {
  const t = useText('claimSheets')
  const words = useText('words')
  return useCallback(
    (market) => {
      const names: Readonly<Record<string, string>> = words('market', { returnObjects: true })
      return market === EVERY ? t('everyMarket') : (names[market] ?? market)
    },
    [t, words],
  )
}
