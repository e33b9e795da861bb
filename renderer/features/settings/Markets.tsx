/** Market packs: every rule with its date, source and how sure it is; blank where nobody knows; own figures on top. */

import { Checkbox, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { MarketPack, MarketRuleRow } from '../../../shared/contract/markets'
import { orpc } from '../../api'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useQueryRows } from '../../grid/rows'
import { useLanguage, useText } from '../../messages/i18n'
import { Empty } from '../../ui/Empty'
import { StateMark, type Tone } from '../../ui/StateMark'
import { useOpenRow } from '../../ui/use-open-row'
import { RuleDrawer } from './RuleDrawer'
import classes from './settings.module.css'

const ALL = 'all'

export function Markets() {
  const t = useText('settings')
  const common = useText('common')
  const [market, setMarket] = useState(ALL)
  const [inForce, setInForce] = useState(true)
  const [sort, setSort] = useState<GridSort | null>(null)
  const columns = useColumns()
  const query = useQuery(orpc.markets.list.queryOptions({ input: {} }))
  const packs = query.data
  const rules = useMemo(
    () =>
      packs
        ?.flatMap((pack) => pack.rules)
        .filter((row) => (market === ALL || row.market === market) && (!inForce || row.inForce || row.value === null)),
    [packs, market, inForce],
  )
  const rows = useQueryRows({ ...query, data: rules }, columns, sort, useLanguage())
  const opened = useOpenRow(rows, keyOf)
  return (
    <div className={classes.markets}>
      <Choices packs={packs ?? []} market={market} onMarket={setMarket} inForce={inForce} onInForce={setInForce} />
      <div className={classes.grid}>
        <DataGrid
          name="markets"
          label={t('tabs.markets')}
          columns={columns}
          rows={rows}
          rowId={keyOf}
          sort={sort}
          onSort={setSort}
          onOpen={opened.open}
          empty={<Empty sentence={common('none')} />}
        />
      </div>
      {opened.row && <RuleDrawer key={keyOf(opened.row)} rule={opened.row} {...opened.drawer} />}
    </div>
  )
}

interface ChoicesProps {
  readonly packs: readonly MarketPack[]
  readonly market: string
  readonly onMarket: (market: string) => void
  readonly inForce: boolean
  readonly onInForce: (inForce: boolean) => void
}

function Choices({ packs, market, onMarket, inForce, onInForce }: ChoicesProps) {
  const t = useText('settings')
  const words = useText('words')
  const names: Readonly<Record<string, string>> = words('market', { returnObjects: true })
  const markets = packs.map((pack) => ({
    value: pack.market,
    label: `${names[pack.market] ?? pack.market} · ${pack.market}`,
  }))
  return (
    <div className={classes.note}>
      <p className={classes.lead}>{t('markets.lead')}</p>
      <div className={classes.choices}>
        <Select
          aria-label={t('markets.market')}
          data={[{ value: ALL, label: t('markets.all') }, ...markets]}
          value={market}
          onChange={(value) => onMarket(value ?? ALL)}
          searchable
        />
        <Checkbox
          label={t('markets.onlyInForce')}
          checked={inForce}
          onChange={(event) => onInForce(event.currentTarget.checked)}
        />
      </div>
    </div>
  )
}

function keyOf({ id, market, rule, fromDay }: MarketRuleRow): string {
  return id ?? `${market} ${rule} ${fromDay ?? ''}`
}

const TONES: Readonly<Record<MarketRuleRow['confidence'], Tone>> = {
  confirmed: 'good',
  inferred: 'watch',
  own: 'held',
  unknown: 'unknown',
}

function useColumns(): readonly GridColumn<MarketRuleRow>[] {
  const t = useText('settings')
  const words = useText('words')
  return useMemo(
    () => [
      {
        id: 'rule',
        title: t('markets.rule'),
        kind: 'choice',
        value: (row) => row.rule,
        words: words('rule', { returnObjects: true }),
        width: 260,
      },
      {
        id: 'market',
        title: t('markets.market'),
        kind: 'choice',
        value: (row) => row.market,
        words: words('market', { returnObjects: true }),
        width: 120,
      },
      { id: 'value', title: t('markets.value'), kind: 'text', value: (row) => row.value, width: 150 },
      {
        id: 'fromDay',
        title: t('markets.fromDay'),
        kind: 'day',
        value: (row) => row.fromDay,
        text: (row, format) =>
          row.fromDay === null ? (row.value === null ? null : t('markets.always')) : format.day(row.fromDay),
      },
      {
        id: 'confidence',
        title: t('markets.confidence'),
        kind: 'choice',
        value: (row) => row.confidence,
        render: (row) => <StateMark tone={TONES[row.confidence]}>{t(`markets.${row.confidence}`)}</StateMark>,
      },
      { id: 'source', title: t('markets.source'), kind: 'text', value: (row) => row.source, width: 300 },
      { id: 'note', title: t('markets.note'), kind: 'text', value: (row) => row.note, width: 300 },
    ],
    [t, words],
  )
}
