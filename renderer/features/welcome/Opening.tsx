/** While a workspace is being opened or made. */

import { Progress } from '@mantine/core'

import { useText } from '../../messages/i18n'
import { useLater } from '../../ui/Loading'
import classes from './welcome.module.css'

export function Opening({ share }: { readonly share: number | null }) {
  const t = useText('welcome')
  const late = useLater()
  if (!late) {
    return null
  }
  return (
    <main className={classes.welcome}>
      <p className={classes.lead} role="status">
        {t('opening')}
      </p>
      <Progress value={(share ?? 0) * 100} aria-label={t('opening')} size="sm" transitionDuration={0} />
    </main>
  )
}
