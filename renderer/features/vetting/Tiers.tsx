/** Tiers of a market by their lower ends. */

import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { VettingRules } from '../../../shared/contract/vetting'
import { MARKETS } from '../../../shared/domain/market-packs'
import { EVERY_MARKET } from '../../../shared/domain/tiers'
import { api } from '../../api'
import { useVettingWords } from '../../creator/use-vetting-words'
import { useText } from '../../messages/i18n'
import { ErrorLine } from '../../ui/ErrorState'
import { SmallTable } from '../../ui/SmallTable'
import { useCommand } from '../../ui/use-save'
import classes from './vetting.module.css'

interface Draft {
  readonly key: string
  readonly name: string
  readonly from: string
}

export function Tiers({ rules }: { readonly rules: VettingRules }) {
  const t = useText('vetting')
  const words = useVettingWords()
  const [market, setMarket] = useState(EVERY_MARKET)
  const own = rules.tiers.find((one) => one.market === market)
  const shown = own ?? rules.tiers.find((one) => one.market === EVERY_MARKET)
  const drafts = (shown?.tiers ?? []).map((tier) => ({
    key: tier.key,
    name: words.tier(tier) ?? tier.key,
    from: String(tier.from),
  }))
  return (
    <section className={classes.form}>
      <h2 className={classes.about}>{t('rules.tiersTitle')}</h2>
      <p className={classes.small}>{t('rules.tiersLead')}</p>
      <Select
        size="xs"
        label={t('rules.market')}
        data={[
          { value: EVERY_MARKET, label: t('rules.everyMarket') },
          ...MARKETS.map((code) => ({ value: code, label: words.market(code) })),
        ]}
        value={market}
        onChange={(value) => setMarket(value ?? EVERY_MARKET)}
        allowDeselect={false}
        searchable
      />
      {/* Another market, or what was saved, begins anew. */}
      <TierTable key={JSON.stringify([market, drafts])} market={market} first={drafts} canReset={own?.own ?? false} />
    </section>
  )
}

interface TierTableProps {
  readonly market: string
  readonly first: readonly Draft[]
  readonly canReset: boolean
}

function TierTable({ market, first, canReset }: TierTableProps) {
  const t = useText('vetting')
  const [tiers, setTiers] = useState(first)
  const save = useCommand(
    () =>
      api.vetting.putTiers({
        market,
        tiers: tiers.map(({ key, name, from }) => {
          // A name that nobody changed stays the app's own word, in both languages.
          const before = first.find((one) => one.key === key)
          const isOwn = before === undefined || before.name !== name.trim()
          return { key, name: isOwn ? name.trim() : null, from: Number(from) }
        }),
      }),
    () => t('rules.tiersSaved'),
  )
  const reset = useCommand(
    () => api.vetting.resetTiers({ market }),
    () => t('rules.tiersSaved'),
  )
  return (
    <>
      <TierRows
        tiers={tiers}
        onChange={(key, part) =>
          setTiers((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)))
        }
        onRemove={(key) => setTiers((before) => before.filter((one) => one.key !== key))}
      />
      <div className={classes.bar}>
        <Button
          loading={save.busy}
          disabled={tiers.some(({ from, name }) => isWrong(from) || name.trim() === '')}
          onClick={() => save.run()}
        >
          {t('rules.saveTiers')}
        </Button>
        <Button
          variant="default"
          onClick={() => setTiers((before) => [...before, { key: newKey(before), name: '', from: '' }])}
        >
          {t('rules.addTier')}
        </Button>
        {canReset && (
          <Button variant="default" loading={reset.busy} onClick={() => reset.run()}>
            {market === EVERY_MARKET ? t('rules.resetShipped') : t('rules.resetTiers')}
          </Button>
        )}
      </div>
      {save.error !== null && <ErrorLine error={save.error} />}
    </>
  )
}

interface TierRowsProps {
  readonly tiers: readonly Draft[]
  readonly onChange: (key: string, part: Partial<Draft>) => void
  readonly onRemove: (key: string) => void
}

function TierRows({ tiers, onChange, onRemove }: TierRowsProps) {
  const t = useText('vetting')
  return (
    <SmallTable
      label={t('rules.tiersTitle')}
      columns={[{ title: t('rules.tierName') }, { title: t('rules.from') }, { title: '' }]}
      rows={tiers.map(({ key, name, from }) => ({
        key,
        cells: [
          <TextInput
            key="name"
            size="xs"
            aria-label={t('rules.tierName')}
            value={name}
            onChange={(event) => onChange(key, { name: event.currentTarget.value })}
          />,
          <TextInput
            key="from"
            size="xs"
            aria-label={`${t('rules.from')} ${name}`}
            inputMode="numeric"
            value={from}
            error={isWrong(from) && t('rules.notWhole')}
            onChange={(event) => onChange(key, { from: event.currentTarget.value.trim() })}
          />,
          <Button key="remove" variant="default" disabled={tiers.length === 1} onClick={() => onRemove(key)}>
            {t('rules.removeTier', { tier: name })}
          </Button>,
        ],
      }))}
    />
  )
}

function isWrong(from: string): boolean {
  return !/^\d{1,10}$/u.test(from)
}

function newKey(tiers: readonly Draft[]): string {
  let number = tiers.length + 1
  while (tiers.some(({ key }) => key === `own${number}`)) number += 1
  return `own${number}`
}
