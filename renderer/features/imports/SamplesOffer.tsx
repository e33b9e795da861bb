/** A file that tells of samples: an export of all orders, or our template. It is taken in where parcels are packed. */

import { Button } from '@mantine/core'

import type { Found } from '../../../shared/contract/imports'
import { useText } from '../../messages/i18n'
import { goTo } from '../../session/place'
import { StateMark } from '../../ui/StateMark'

const SAMPLE_FILES: readonly unknown[] = ['allOrders', 'sampleTemplate']

export function tellsOfSamples({ problem }: Found): boolean {
  return problem?.code === 'import.unknownKind' && SAMPLE_FILES.includes(problem.params['looksLike'])
}

export function SamplesOffer({ found: { path } }: { readonly found: Found }) {
  const t = useText('sampleFiles')
  return (
    <>
      <StateMark tone="good">{t('offer.what')}</StateMark>
      <Button variant="default" onClick={() => goTo('pick', { open: 'file', path })}>
        {t('offer.take')}
      </Button>
    </>
  )
}
