/** Shops on their way to selling: all of them at a glance, or one shop's steps and documents. */

import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'

import { useText } from '../../messages/i18n'
import { chooseShop } from '../../session/place'
import { useCurrentShop } from '../../session/shops'
import { Page } from '../../ui/Page'
import { AddStep } from './AddStep'
import { DocumentDrawer } from './DocumentDrawer'
import { Documents } from './Documents'
import { ShopsOnTheWay } from './ShopsOnTheWay'
import { Steps } from './Steps'

type Part = 'steps' | 'documents'

export function OnboardingScreen() {
  const t = useText('onboarding')
  const shop = useCurrentShop()
  const [part, setPart] = useState<Part>('steps')
  const [adding, setAdding] = useState(false)
  if (shop === null) {
    return (
      <Page title={t('title')}>
        <ShopsOnTheWay onOpen={chooseShop} />
      </Page>
    )
  }
  return (
    <Page
      title={t('of', { shop: shop.name })}
      filters={
        <SegmentedControl
          size="xs"
          value={part}
          onChange={(value) => setPart(value === 'documents' ? 'documents' : 'steps')}
          data={[
            { value: 'steps', label: t('steps') },
            { value: 'documents', label: t('documents') },
          ]}
        />
      }
      actions={<Button onClick={() => setAdding(true)}>{part === 'steps' ? t('addStep') : t('addDocument')}</Button>}
    >
      {part === 'steps' ? <Steps shopId={shop.id} /> : <Documents shopId={shop.id} onAdd={() => setAdding(true)} />}
      {adding && part === 'steps' && <AddStep shopId={shop.id} onClose={() => setAdding(false)} />}
      {adding && part === 'documents' && (
        <DocumentDrawer shopId={shop.id} document={null} onClose={() => setAdding(false)} />
      )}
    </Page>
  )
}
