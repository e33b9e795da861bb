/** What the screen looks at beside shop and period: keys, settled only, currency, chips, search. */

import { Button, Pill, Select, Switch, TextInput, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'

import type { RoiKey } from '../../../shared/contract/roi'
import { ROI_KEYS } from '../../../shared/domain/roi'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useKeys } from '../../session/keys'
import { useShops } from '../../session/shops'
import { useWorkspace } from '../../session/workspace'
import classes from './roi.module.css'
import { chipsOf, NO_FILTERS, type RoiFilters, withoutChip } from './scope'
import type { Filtering } from './use-filters'
import { chipText } from './words'

export interface FilterBarProps extends Filtering {
  readonly search: string
  readonly onSearch: (search: string) => void
}

export function FilterBar({ filters, set, search, onSearch }: FilterBarProps) {
  const t = useText('roi')
  const field = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => field.current?.select() })
  return (
    <>
      <KeyChoice filters={filters} set={set} />
      <CurrencyChoice filters={filters} set={set} />
      <Tooltip label={t('filters.settledHint')}>
        <div>
          <Switch
            label={t('filters.settledOnly')}
            checked={filters.settledOnly}
            onChange={(event) => set({ ...filters, settledOnly: event.currentTarget.checked })}
          />
        </div>
      </Tooltip>
      <Chips filters={filters} set={set} />
      <TextInput
        ref={field}
        className={classes.search ?? ''}
        aria-label={t('filters.search')}
        placeholder={t('filters.search')}
        leftSection={<IconSearch size={14} />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onSearch('')}
      />
    </>
  )
}

type Part = Pick<Filtering, 'filters' | 'set'>

function KeyChoice({ filters, set }: Part) {
  const t = useText('roi')
  const [first, second] = filters.by
  const options = ROI_KEYS.map((key) => ({ value: key, label: t(`keys.${key}`) }))
  const choose = (by: RoiFilters['by']) => set({ ...filters, by })
  return (
    <>
      <span className={classes.prefix} aria-hidden>
        {t('filters.by')}
      </span>
      <Select<RoiKey>
        className={classes.key ?? ''}
        aria-label={t('filters.by')}
        data={options}
        value={first}
        allowDeselect={false}
        onChange={(key) => key && choose(second && second !== key ? [key, second] : [key])}
      />
      <span className={classes.prefix} aria-hidden>
        {t('filters.andBy')}
      </span>
      <Select<RoiKey>
        className={classes.key ?? ''}
        aria-label={t('filters.andBy')}
        placeholder={t('filters.nothing')}
        data={options.filter(({ value }) => value !== first)}
        value={second ?? null}
        clearable
        onChange={(key) => choose(key ? [first, key] : [first])}
      />
    </>
  )
}

function CurrencyChoice({ filters, set }: Part) {
  const t = useText('roi')
  const shops = useShops()
  const own = useWorkspace()?.currency
  const known = new Set([...(own === undefined ? [] : [own]), ...shops.map(({ currency }) => currency)])
  if (known.size < 2 && filters.currency === null) {
    return null
  }
  return (
    <Select
      className={classes.currency ?? ''}
      aria-label={t('filters.currency')}
      placeholder={t('filters.currencyAuto')}
      data={[...known].sort()}
      value={filters.currency}
      clearable
      onChange={(currency) => set({ ...filters, currency })}
    />
  )
}

function Chips({ filters, set }: Part) {
  const t = useText('roi')
  const words = { t, words: useText('words'), format: useFormat() }
  const chips = chipsOf(filters)
  if (chips.length === 0) {
    return null
  }
  return (
    <>
      {chips.map((chip) => {
        const text = chipText(chip, words)
        return (
          <Pill
            key={text}
            withRemoveButton
            onRemove={() => set(withoutChip(filters, chip))}
            removeButtonProps={{
              'aria-label': t('filters.remove', { value: text }),
              'aria-hidden': false,
              tabIndex: 0,
            }}
          >
            {text}
          </Pill>
        )
      })}
      <Button variant="subtle" onClick={() => set({ ...NO_FILTERS, by: filters.by, currency: filters.currency })}>
        {t('filters.clear')}
      </Button>
    </>
  )
}
