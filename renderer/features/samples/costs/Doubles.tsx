/** Costs entered by hand that look like a sample's own: until somebody says so, both count. */

import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { SuspectedDouble } from '../../../../shared/contract/sample-costs'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { DASH } from '../../../ui/dash'
import { StateMark } from '../../../ui/StateMark'
import { useCommand } from '../../../ui/use-save'
import classes from './costs.module.css'

/** So many are shown at once; naming one brings up the next. */
const SHOWN = 5

export function Doubles({ shops }: { readonly shops: readonly string[] | undefined }) {
  const t = useText('sampleCosts')
  const [isOpen, setOpen] = useState(false)
  const { data = [] } = useQuery(
    orpc.sampleCosts.doubles.queryOptions({ input: { ...(shops && { shops: [...shops] }) } }),
  )
  if (data.length === 0) return null
  return (
    <section className={classes.doubles} aria-label={t('doublesList')}>
      <button type="button" className={classes.doublesHead} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <StateMark tone="watch">{t('doubles', { count: data.length })}</StateMark>
      </button>
      {isOpen && data.slice(0, SHOWN).map((double) => <OneDouble key={double.costId} double={double} />)}
    </section>
  )
}

function OneDouble({ double }: { readonly double: SuspectedDouble }) {
  const t = useText('sampleCosts')
  const format = useFormat()
  const answers = useQueryClient()
  const { costId, sampleId, amount, currency, day, creator, shippedDay } = double
  const name = useCommand(
    async () => {
      await api.sampleCosts.name({ costId, sampleId })
      await answers.invalidateQueries({ queryKey: orpc.sampleCosts.key() })
    },
    () => t('named'),
  )
  return (
    <div className={classes.double}>
      <span>
        {t('doubleOf', {
          amount: amount === null ? DASH : format.money(amount, currency),
          day: format.day(day),
          creator,
          shipped: format.day(shippedDay),
        })}
      </span>
      <Button variant="default" size="compact-xs" loading={name.busy} onClick={() => name.run()}>
        {t('isSamples')}
      </Button>
    </div>
  )
}
