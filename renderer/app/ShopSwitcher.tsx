/** Which shop, found by typing; the keys `Ctrl+0…9` stand beside the first nine. */

import { Combobox, useCombobox, useComputedColorScheme } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'

import type { Shop } from '../../shared/contract/shops'
import { useText } from '../messages/i18n'
import { IS_MAC, keyText } from '../session/key-table'
import { chooseShop } from '../session/place'
import { useCurrentShop, useShops } from '../session/shops'
import { shopColour } from '../ui/tokens'
import { bestFit } from './match'
import classes from './shell.module.css'

const ALL = ''

export function ShopSwitcher() {
  const t = useText('shell')
  const [typed, setTyped] = useState('')
  const shop = useCurrentShop()
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption()
      box.focusTarget()
      setTyped('')
    },
    onDropdownOpen: () => box.focusSearchInput(),
  })
  return (
    <Combobox
      store={box}
      width={300}
      position="bottom-start"
      onOptionSubmit={(id) => {
        chooseShop(id === ALL ? null : id)
        box.closeDropdown()
      }}
    >
      <Combobox.Target targetType="button">
        <button
          type="button"
          className={classes.switch}
          onClick={() => box.toggleDropdown()}
          aria-label={`${t('shop.label')}: ${shop ? `${shop.name} ${shop.market}` : t('shop.all')}`}
        >
          <Dot shop={shop} />
          {/* The blank parts name and market for those who hear them. */}
          <span className={classes.name}>{shop?.name ?? t('shop.all')}</span>{' '}
          {shop && <span className={classes.muted}>{shop.market}</span>}
          <IconChevronDown size={14} className={classes.muted} aria-hidden />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            box.selectFirstOption()
          }}
          placeholder={t('shop.search')}
          aria-label={t('shop.search')}
        />
        <Options typed={typed} />
      </Combobox.Dropdown>
    </Combobox>
  )
}

function Options({ typed }: { readonly typed: string }) {
  const t = useText('shell')
  const shops = useShops()
  const found = shops
    .map((shop, index) => ({ shop, index, score: bestFit(typed, [shop.name, shop.clientName ?? '', shop.market]) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => (typed === '' ? a.index - b.index : b.score - a.score))
  const all = typed === '' || bestFit(typed, [t('shop.all'), 'all 全部']) > 0
  return (
    <Combobox.Options mah="50vh" className={classes.palette}>
      {all && <Option value={ALL} shop={null} name={t('shop.all')} note="" place={0} />}
      {found.map(({ shop, index }) => (
        <Option
          key={shop.id}
          value={shop.id}
          shop={shop}
          name={shop.name}
          note={`${shop.market} ${shop.clientName ?? ''}`}
          place={index + 1}
        />
      ))}
      {!all && found.length === 0 && <Combobox.Empty>{t('shop.none')}</Combobox.Empty>}
    </Combobox.Options>
  )
}

interface OptionProps {
  readonly value: string
  readonly shop: Shop | null
  readonly name: string
  readonly note: string
  /** Place in the list, which is its key up to 9. */
  readonly place: number
}

function Option({ value, shop, name, note, place }: OptionProps) {
  return (
    <Combobox.Option value={value}>
      <span className={classes.option}>
        <Dot shop={shop} />
        <span className={classes.name}>{name}</span>
        <span className={classes.note}>{note}</span>
        {place <= 9 && <span className={classes.key}>{keyText(`Mod+${place}`, IS_MAC)}</span>}
      </span>
    </Combobox.Option>
  )
}

function Dot({ shop }: { readonly shop: Shop | null }) {
  const dark = useComputedColorScheme('light') === 'dark'
  return (
    <span className={classes.dot} style={shop ? { background: shopColour(shop.color, dark) } : undefined} aria-hidden />
  )
}
