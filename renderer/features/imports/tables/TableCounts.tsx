/** What a list brings, in numbers. */

import type { PlatformListResult } from '../../../../shared/contract/platform-lists'
import { LIST_KINDS } from '../../../../shared/domain/platform-lists/kinds'
import { useText } from '../../../messages/i18n'
import classes from '../imports.module.css'

const COUNTS = ['newThings', 'newCreators', 'newPrices', 'filled', 'rejected', 'repeated'] as const

export function TableCounts({ result }: { readonly result: PlatformListResult }) {
  const t = useText('platformLists')
  return (
    <span className={classes.counts}>
      <span className={classes.note}>{t(`counts.${LIST_KINDS[result.kind].of}`, { count: result.things })}</span>
      {COUNTS.filter((name) => result[name] > 0).map((name) => (
        <span key={name} data-count={name}>
          {t(`counts.${name}`, { count: result[name] })}
        </span>
      ))}
    </span>
  )
}
