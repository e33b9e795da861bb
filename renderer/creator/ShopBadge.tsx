/** A shop as a dot of its colour and its name. */

import { useComputedColorScheme } from '@mantine/core'

import { useShops } from '../session/shops'
import { DASH } from '../ui/dash'
import { shopColour } from '../ui/tokens'
import classes from './creator.module.css'

export function ShopBadge({ shopId }: { readonly shopId: string | null }) {
  const dark = useComputedColorScheme('light') === 'dark'
  const shop = useShops().find(({ id }) => id === shopId)
  if (shop === undefined) return DASH
  return (
    <span className={classes.badge} title={shop.name}>
      <span className={classes.dot} style={{ background: shopColour(shop.color, dark) }} aria-hidden />
      <span className={classes.short}>{shop.name}</span>
    </span>
  )
}
