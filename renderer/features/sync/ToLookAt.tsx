/** What is put right where the record is: what happened, who did what, and the way there. */

import { Button } from '@mantine/core'

import type { InboxItem } from '../../../shared/contract/inbox'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { goTo } from '../../session/place'
import { SmallTable } from '../../ui/SmallTable'
import { candidatesOf } from '../../questions/choice'

export type LookedAt = InboxItem & { readonly kind: 'paidTwice' | 'changedTerms' }

export function isLookedAt(item: InboxItem): item is LookedAt {
  return item.kind === 'paidTwice' || item.kind === 'changedTerms'
}

export function ToLookAt({ item }: { readonly item: LookedAt }) {
  const t = useText('inbox')
  const format = useFormat()
  const candidates = candidatesOf(item)
  const go = () =>
    item.kind === 'paidTwice'
      ? goTo('settlement', { tab: 'payables', payable: item.recordId })
      : goTo('contracts', { contract: item.recordId })
  return (
    <>
      <p>{t(`lookAt.${item.kind}`)}</p>
      {candidates.length > 0 && (
        <SmallTable
          label={t('lookAt.payments')}
          columns={[{ title: t('lookAt.person') }, { title: t('lookAt.day') }, { title: t('lookAt.at') }]}
          rows={candidates.map(({ write, self, person, computer, value, at }) => ({
            key: write,
            cells: [
              self ? t('mine') : t('by', { person: person || t('unnamed'), computer }),
              typeof value === 'string' ? format.day(value) : '',
              format.instant(at),
            ],
          }))}
        />
      )}
      <div>
        <Button onClick={go}>{t(`lookAt.open.${item.kind}`)}</Button>
      </div>
    </>
  )
}
