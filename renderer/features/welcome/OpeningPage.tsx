/** While a workspace is being opened or made. */

import { Progress } from '@mantine/core'

import { useText } from '../../messages/i18n'
import type { Opening } from '../../session/opening'
import { useLater } from '../../ui/Loading'
import classes from './welcome.module.css'

export function OpeningPage({ what, share }: Opening) {
  const t = useText('welcome')
  const late = useLater()
  if (!late) {
    return null
  }
  const text = what === 'demo' ? t('preparing') : t('opening')
  return (
    <main className={classes.welcome}>
      <p className={classes.lead} role="status">
        {text}
      </p>
      {share !== null && <Progress value={share * 100} aria-label={text} size="sm" transitionDuration={0} />}
    </main>
  )
}
