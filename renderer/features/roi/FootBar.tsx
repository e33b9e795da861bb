/** Under the page: until when there is data, in which zones and currency, and what is missing from the figures. */

import { Button, Tooltip } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'

import type { Footnotes } from '../../../shared/contract/roi'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { goTo } from '../../session/place'
import classes from './roi.module.css'
import { lastOf } from './words'

export function FootBar({ footnotes }: { readonly footnotes: Footnotes }) {
  const t = useText('roi')
  const format = useFormat()
  const { missingRates, unknownCosts, currency, usedRates } = footnotes
  const list = new Intl.ListFormat(format.language, { type: 'conjunction' })
  return (
    <div className={classes.foot}>
      <ShopDays footnotes={footnotes} />
      <span>{t('foot.currency', { currency })}</span>
      {usedRates.length > 0 && (
        <Tooltip
          label={
            <span className={classes.lines}>
              {usedRates
                .map(({ base, quote, rate, day, source }) =>
                  t('explain.rate', { base, quote, rate, day: format.day(day), source }),
                )
                .join('\n')}
            </span>
          }
        >
          <span>{t('foot.rates', { count: usedRates.length })}</span>
        </Tooltip>
      )}
      {missingRates.map(({ base, quote, from, to, lines }) => (
        <span key={`${base} ${from}`} className={classes.missing}>
          <IconAlertTriangle size={14} aria-hidden />
          {t('foot.missing', { count: lines, base, quote, from: format.day(from), to: format.day(to) })}
          <Button variant="subtle" size="compact-xs" onClick={() => goTo('costs', { tab: 'rates', base, quote })}>
            {t('foot.enterRates')}
          </Button>
        </span>
      ))}
      {unknownCosts.length > 0 && (
        <span className={classes.missing}>
          <IconAlertTriangle size={14} aria-hidden />
          {t('foot.unknown', { costs: list.format(unknownCosts.map((cost) => t(`foot.costs.${cost}`))) })}
          <Button variant="subtle" size="compact-xs" onClick={() => enterCosts(unknownCosts)}>
            {t('foot.enterCosts')}
          </Button>
        </span>
      )}
    </div>
  )
}

/** Where the first of them is entered: platform fees belong to the market, everything else to the costs. */
function enterCosts([first]: Footnotes['unknownCosts']): void {
  if (first === 'platformFees') {
    goTo('settings', { show: 'markets' })
  } else {
    goTo('costs', { tab: first === 'cogs' ? 'products' : 'lines' })
  }
}

function ShopDays({ footnotes: { shops } }: { readonly footnotes: Footnotes }) {
  const t = useText('roi')
  const format = useFormat()
  const to = lastOf(shops.map(({ dataTo }) => dataTo))
  const without = shops.filter(({ dataTo }) => dataTo === null).length
  const lines = shops.map(({ name, timezone, dataFrom, dataTo }) =>
    dataFrom === null || dataTo === null
      ? t('foot.shopNone', { shop: name })
      : t('foot.shop', { shop: name, from: format.day(dataFrom), to: format.day(dataTo), zone: timezone }),
  )
  if (shops.length === 1) {
    return <span>{lines[0]}</span>
  }
  return (
    <Tooltip label={<span className={classes.lines}>{lines.join('\n')}</span>}>
      <span>
        {to === null ? t('explain.noData') : t('foot.shops', { count: shops.length, to: format.day(to) })}
        {without > 0 && ` · ${t('foot.without', { count: without })}`}
      </span>
    </Tooltip>
  )
}
