/** A standard rate, tried out on a month's lines: what each creator would have got. */

import { Switch } from '@mantine/core'
import { useState } from 'react'

import type { Shop } from '../../../../shared/contract/shops'
import { parseRate } from '../../../format/rates'
import { useText } from '../../../messages/i18n'
import { useForm } from '../../../ui/form'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import { Simulation } from './Simulation'

export interface RateDrawerProps {
  readonly shop: Shop
  readonly month: string
  readonly onClose: () => void
}

/** What the platform allows. */
const LEAST = 100
const MOST = 8000

export function RateDrawer({ shop, month, onClose }: RateDrawerProps) {
  const t = useText('commission')
  const [rate, setRate] = useState<number | null>(null)
  const [keepHigher, setKeepHigher] = useState(false)
  const read = (text: string): number | null => {
    const typed = parseRate(text)
    return typed === null || typed < LEAST || typed > MOST ? null : typed
  }
  const form = useForm({
    initial: { rate: '' },
    check: (draft) => (read(draft.rate) === null ? { rate: t('notARate') } : {}),
    save(draft) {
      setRate(read(draft.rate))
      return Promise.resolve()
    },
  })
  return (
    <FormDrawer
      title={t('tryRate')}
      form={form}
      saveWord={t('simulate')}
      wide
      onClose={onClose}
      below={rate !== null && <Simulation shop={shop} month={month} terms={null} rate={rate} keepHigher={keepHigher} />}
    >
      <TextField form={form} name="rate" label={t('fields.rate')} inputMode="decimal" first />
      <Switch
        size="xs"
        label={t('keepHigher')}
        checked={keepHigher}
        onChange={({ currentTarget }) => setKeepHigher(currentTarget.checked)}
      />
    </FormDrawer>
  )
}
