/** A field of a shop that may be in question between colleagues. */

import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import type { Shop } from '../../../shared/contract/shops'
import { orpc } from '../../api'
import { useText } from '../../messages/i18n'
import type { Value } from '../../questions/choice'
import { AskedField } from '../../questions/marked'
import { useNames } from '../../questions/names'
import { useMarks } from '../../questions/use-questions'
import type { Form } from '../../ui/form'
import type { ShopDraft } from './shop-form'

export interface AskedShopFieldProps {
  readonly form: Form<ShopDraft>
  /** Null for a new one, which has no questions. */
  readonly shop: Shop | null
  readonly field: Exclude<keyof ShopDraft, 'reportLanguage'>
  readonly children: ReactNode
}

export function Asked({ form, shop, field, children }: AskedShopFieldProps) {
  const t = useText('shops')
  const common = useText('common')
  const answers = useQueryClient()
  const marks = useMarks('shops')
  const names = useNames()
  if (!shop) {
    return children
  }
  const now = field === 'client' ? shop.clientName : shop[field]
  const take = (value: Value) => {
    if (field === 'crossBorder') {
      form.set(field, value === true || value === 1)
    } else {
      const text = String(value ?? '')
      form.set(field, field === 'client' ? (names.get(text) ?? '') : text)
    }
    void answers.invalidateQueries({ queryKey: orpc.shops.key() })
  }
  return (
    <AskedField
      marks={marks}
      entity="shops"
      id={shop.id}
      field={field === 'client' ? 'clientId' : field}
      label={t(`fields.${field}`)}
      shown={typeof now === 'boolean' ? (now ? common('yes') : common('no')) : now}
      onDecided={take}
    >
      {children}
    </AskedField>
  )
}
