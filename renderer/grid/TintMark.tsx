/** The sign beside a coloured row or cell: nobody has to tell colours apart, and it says why. */

import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconPlayerPause, IconPointFilled } from '@tabler/icons-react'

import { useText } from '../messages/i18n'
import classes from './grid.module.css'
import type { Tint } from './tints'

const SIGNS = {
  good: IconCircleCheck,
  watch: IconAlertTriangle,
  bad: IconCircleX,
  held: IconPlayerPause,
  accent: IconPointFilled,
}

export function TintMark({ tint }: { readonly tint: Tint | null }) {
  const t = useText('views')
  if (!tint) return null
  const Sign = SIGNS[tint.color]
  const words = t('color.mark', { tone: t(`color.tones.${tint.color}`), why: tint.why })
  return (
    <span className={classes.tint} data-tint={tint.color} role="img" aria-label={words} title={words}>
      <Sign size={12} aria-hidden />
    </span>
  )
}
