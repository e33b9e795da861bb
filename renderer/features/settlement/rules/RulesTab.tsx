/** Rules of commission: the app's and own ones by shop, market and day; a rate is tried out on a month before it is promised. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { CommissionRule } from '../../../../shared/contract/commission'
import { BASE_PARTS } from '../../../../shared/domain/commission'
import { orpc } from '../../../api'
import { rateText } from '../../../format/rates'
import { type Format, useFormat } from '../../../format/use-format'
import { type Text, useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { DASH } from '../../../ui/dash'
import { Page } from '../../../ui/Page'
import { SmallTable } from '../../../ui/SmallTable'
import { ForShopMonth, type OfShopMonth } from '../ForShopMonth'
import type { SettlementTabProps } from '../tabs'
import { Deviations } from './Deviations'
import { RateDrawer } from './RateDrawer'
import classes from '../settlement.module.css'
import { RuleDrawer } from './RuleDrawer'

export function RulesTab({ tabs }: SettlementTabProps) {
  const t = useText('commission')
  return (
    <ForShopMonth title={t('title')} tabs={tabs}>
      {(of) => <Rules {...of} />}
    </ForShopMonth>
  )
}

function Rules({ shop, month, filters }: OfShopMonth) {
  const t = useText('commission')
  const rules = useQuery(orpc.commission.rules.queryOptions({ input: {} }))
  const [opened, setOpened] = useState<CommissionRule | null>(null)
  const [trying, setTrying] = useState(false)
  const [comparing, setComparing] = useState(false)
  const whoOf = ({ key, shopName }: Pick<CommissionRule, 'key' | 'shopName'>): string =>
    shopName ?? (key === '*' ? t('everybody') : key)
  const [plain] = rules.data?.filter(({ id, key }) => id === null && key === shop.market) ?? []
  const first = plain ?? rules.data?.find(({ id }) => id === null)
  return (
    <Page
      title={t('title')}
      padded
      filters={filters}
      actions={
        <>
          <Button onClick={() => first && setOpened(first)}>{t('add')}</Button>
          <Button variant="default" onClick={() => setTrying(true)}>
            {t('tryRate')}
          </Button>
          <Button variant="default" onClick={() => setComparing(true)}>
            {t('deviations.open')}
          </Button>
        </>
      }
    >
      <Answer query={rules}>
        {(all) => <RuleList rules={all} currency={shop.currency} whoOf={whoOf} onOpen={setOpened} />}
      </Answer>
      {opened && (
        <RuleDrawer
          key={`${opened.id ?? ''} ${opened.key}`}
          rule={opened}
          shop={shop}
          month={month}
          whoOf={whoOf}
          onClose={() => setOpened(null)}
        />
      )}
      {comparing && !opened && !trying && (
        <Deviations shop={shop} month={month} whoOf={whoOf} onRule={setOpened} onClose={() => setComparing(false)} />
      )}
      {trying && !opened && <RateDrawer shop={shop} month={month} onClose={() => setTrying(false)} />}
    </Page>
  )
}

interface RuleListProps {
  readonly rules: readonly CommissionRule[]
  readonly currency: string
  readonly whoOf: (rule: CommissionRule) => string
  readonly onOpen: (rule: CommissionRule) => void
}

function RuleList({ rules, currency, whoOf, onOpen }: RuleListProps) {
  const t = useText('commission')
  const common = useText('common')
  const format = useFormat()
  return (
    <>
      <p className={classes.lead}>{t('about')}</p>
      <SmallTable
        label={t('list')}
        columns={[
          { title: t('fields.who'), words: true },
          { title: t('fields.fromDay'), words: true },
          { title: t('fields.base') },
          { title: t('fields.tiers') },
          { title: t('fields.shares') },
          { title: t('fields.source') },
          { title: '' },
        ]}
        rows={rules.map((rule) => ({
          key: `${rule.id ?? ''} ${rule.key}`,
          cells: [
            whoOf(rule),
            rule.fromDay === null ? t('always') : format.day(rule.fromDay),
            words('base', baseText(rule, t)),
            tiersText(rule, currency, t, format),
            sharesText(rule, t, format),
            words('source', rule.note === null ? rule.source : `${rule.source}. ${rule.note}`),
            rule.id === null ? (
              t('builtIn')
            ) : (
              <Button key="edit" size="compact-xs" variant="default" onClick={() => onOpen(rule)}>
                {common('edit')}
              </Button>
            ),
          ],
        }))}
      />
    </>
  )
}

const words = (key: string, text: string) => (
  <span key={key} className={classes.words}>
    {text}
  </span>
)

function baseText({ base }: CommissionRule, t: Text<'commission'>): string {
  const counted = BASE_PARTS.filter((part) => base[part]).map((part) => t('counted', { part: t(`parts.${part}`) }))
  return [t('price'), ...counted].join(' · ')
}

function tiersText({ tiers }: CommissionRule, currency: string, t: Text<'commission'>, format: Format): string {
  const texts = tiers.map(({ from, rate }) =>
    t('tier', { from: format.money(from, currency), rate: rateText(rate, format) }),
  )
  return texts.length === 0 ? DASH : texts.join(' · ')
}

function sharesText(rule: CommissionRule, t: Text<'commission'>, format: Format): string {
  const shares = [
    ['tap', rule.tapShare],
    ['cap', rule.capShare],
    ['bonus', rule.bonusRate],
    ['tax', rule.taxRate],
  ] as const
  const texts = shares.flatMap(([name, share]) =>
    share === 0 ? [] : [t(`share.${name}`, { share: rateText(share, format) })],
  )
  return texts.length === 0 ? DASH : texts.join(' · ')
}
