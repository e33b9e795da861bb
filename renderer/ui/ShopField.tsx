/** Which shop a record belongs to. */

import { Select } from '@mantine/core'
import type { ReactNode } from 'react'

import type { Shop } from '../../shared/contract/shops'
import { useShops } from '../session/shops'

export interface ShopFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (shop: Shop) => void
  readonly error?: ReactNode
}

export function ShopField({ label, value, onChange, error }: ShopFieldProps) {
  const shops = useShops()
  return (
    <Select
      label={label}
      data={shops.map(({ id, name, market }) => ({ value: id, label: `${name} · ${market}` }))}
      value={value === '' ? null : value}
      onChange={(id) => {
        const shop = shops.find((one) => one.id === id)
        if (shop) {
          onChange(shop)
        }
      }}
      error={error}
      searchable
      withAsterisk
    />
  )
}
