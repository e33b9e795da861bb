/** When a shop's sales become money: what is in force and why, what is known of the market, and the shop's own rules. */

import { Button, Divider, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { SettlementRule, ShopTerms } from '../../../shared/contract/cash'
import { MARKET_TIERS, SETTLEMENT_PARTS, type SettlementPart } from '../../../shared/domain/settlement-rules'
import { api, orpc } from '../../api'
import { type Format, useFormat } from '../../format/use-format'
import { type Text, useText } from '../../messages/i18n'
import { useCurrentShop } from '../../session/shops'
import { Answer } from '../../ui/Answer'
import { DASH } from '../../ui/dash'
import { Drawer } from '../../ui/Drawer'
import { SmallTable } from '../../ui/SmallTable'
import { useCommand } from '../../ui/use-save'
import classes from './cash.module.css'
import { RuleForm } from './RuleForm'

interface RuleDrawerProps {
  readonly shops: readonly ShopTerms[]
  readonly onClose: () => void
}

export function RuleDrawer({ shops, onClose }: RuleDrawerProps) {
  const t = useText('cash')
  const current = useCurrentShop()
  const [shopId, setShopId] = useState(current?.id ?? shops[0]?.shopId ?? '')
  const [adding, setAdding] = useState(false)
  const terms = shops.find((shop) => shop.shopId === shopId)
  if (adding && terms) return <RuleForm terms={terms} onClose={() => setAdding(false)} />
  return (
    <Drawer
      title={t('rule.title')}
      onClose={onClose}
      wide
      foot={
        <Button disabled={!terms} onClick={() => setAdding(true)}>
          {t('rule.newRule')}
        </Button>
      }
    >
      <p className={classes.lead}>{t('rule.lead')}</p>
      <Select
        label={t('rule.shop')}
        data={shops.map(({ shopId: id, shop, market }) => ({ value: id, label: `${shop} · ${market}` }))}
        value={shopId === '' ? null : shopId}
        onChange={(id) => id && setShopId(id)}
        searchable
      />
      {terms && (
        <>
          <Divider my="md" label={t('rule.inForce')} labelPosition="left" />
          <InForce terms={terms} />
          <Divider my="md" label={t('rule.tiers')} labelPosition="left" />
          <Tiers market={terms.market} />
          <Divider my="md" label={t('rule.own')} labelPosition="left" />
          <Own shopId={terms.shopId} />
        </>
      )}
    </Drawer>
  )
}

export function partText(part: SettlementPart, value: number, t: Text<'cash'>, format: Format): string {
  return part === 'reserveRate' ? format.percent(value / 10_000) : t('rule.days', { days: value })
}

function InForce({ terms: { terms, measuredLines } }: { readonly terms: ShopTerms }) {
  const t = useText('cash')
  const format = useFormat()
  return (
    <SmallTable
      label={t('rule.inForce')}
      columns={[{ title: t('rule.part') }, { title: t('rule.value'), figure: true }, { title: t('rule.from') }]}
      rows={SETTLEMENT_PARTS.flatMap((part) => {
        const term = terms[part]
        if (term === undefined) return []
        const origin =
          term.origin === 'measured'
            ? t('rule.origins.measured', { count: measuredLines })
            : t(`rule.origins.${term.origin}`)
        return [
          {
            key: part,
            cells: [
              t(`rule.parts.${part}`),
              partText(part, term.value, t, format),
              [origin, term.source].filter(Boolean).join(' · '),
            ],
          },
        ]
      })}
    />
  )
}

function Tiers({ market }: { readonly market: string }) {
  const t = useText('cash')
  const format = useFormat()
  const names: Readonly<Record<string, string>> = t('rule.tierNames', { returnObjects: true })
  const tiers = MARKET_TIERS.filter((tier) => tier.market === market)
  if (tiers.length === 0) return <p className={classes.lead}>{t('rule.noTiers')}</p>
  return (
    <SmallTable
      label={t('rule.tiers')}
      columns={[
        { title: t('rule.tier'), words: true },
        { title: t('rule.value'), figure: true },
        { title: t('rule.fromDay'), words: true },
        { title: t('rule.source') },
      ]}
      rows={tiers.map(({ tier, days, fromDay, source, confidence }) => ({
        key: tier,
        cells: [
          names[tier] ?? tier,
          t('rule.days', { days }),
          fromDay === null ? DASH : format.day(fromDay),
          `${source} · ${t(`rule.confidence.${confidence}`)}`,
        ],
      }))}
    />
  )
}

function Own({ shopId }: { readonly shopId: string }) {
  const t = useText('cash')
  const common = useText('common')
  const format = useFormat()
  const rules = useQuery(orpc.cash.rules.queryOptions({ input: { shopId } }))
  const remove = useCommand(
    ({ id }: SettlementRule) => api.cash.removeRule({ id }),
    (_, { fromDay }) => t('rule.removed', { day: format.day(fromDay) }),
  )
  const said = (rule: SettlementRule): string =>
    SETTLEMENT_PARTS.flatMap((part) => {
      const value = rule[part]
      return value === null ? [] : [`${t(`rule.short.${part}`)} ${partText(part, value, t, format)}`]
    }).join(' · ')
  return (
    <Answer query={rules}>
      {(rows) =>
        rows.length === 0 ? (
          <p className={classes.lead}>{DASH}</p>
        ) : (
          <SmallTable
            label={t('rule.own')}
            columns={[
              { title: t('rule.fromDay'), words: true },
              { title: t('rule.value') },
              { title: t('rule.source') },
              { title: '' },
            ]}
            rows={rows.map((rule) => ({
              key: rule.id,
              cells: [
                format.day(rule.fromDay),
                [rule.tier, said(rule)].filter(Boolean).join(' · '),
                rule.source ?? DASH,
                <Button
                  key="remove"
                  size="compact-xs"
                  variant="subtle"
                  loading={remove.busy}
                  onClick={() => remove.run(rule)}
                >
                  {common('remove')}
                </Button>,
              ],
            }))}
          />
        )
      }
    </Answer>
  )
}
