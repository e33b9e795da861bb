/** A state in colour, sign and word at once, so that nobody has to tell colours apart. */

import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelp, IconPlayerPause } from '@tabler/icons-react'

import classes from './states.module.css'

const ICONS = {
  good: IconCircleCheck,
  watch: IconAlertTriangle,
  bad: IconCircleX,
  held: IconPlayerPause,
  unknown: IconHelp,
}
export type Tone = keyof typeof ICONS

export function StateMark({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  const Icon = ICONS[tone]
  return (
    <span className={classes.mark} data-tone={tone}>
      <Icon size={12} aria-hidden />
      {children}
    </span>
  )
}
