/** The agency's own rules: tiers by market, weights of the score by shop, waits before deciding. */

import { useQuery } from '@tanstack/react-query'

import { orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { Tiers } from './Tiers'
import { Waits } from './Waits'
import { Weights } from './Weights'
import classes from './vetting.module.css'

export function Rules() {
  const t = useText('vetting')
  const query = useQuery(orpc.vetting.rules.queryOptions({ input: {} }))
  return (
    <div className={classes.form}>
      <p className={classes.small}>{t('rules.lead')}</p>
      <Answer query={query}>
        {(rules) => (
          <>
            <Tiers rules={rules} />
            <Weights rules={rules} />
            <Waits rules={rules} />
          </>
        )}
      </Answer>
    </div>
  )
}
