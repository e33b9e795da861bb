/** Samples as a board: one column a state, or a column for each stretch of time until they are due. */

import { useText } from '../../../messages/i18n'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import type { SampleTabProps } from '../tabs'

export function BoardTab({ tabs }: SampleTabProps) {
  const t = useText('samples')
  return (
    <Page title={t('title')} filters={tabs}>
      <Empty sentence={t('empty')} />
    </Page>
  )
}
