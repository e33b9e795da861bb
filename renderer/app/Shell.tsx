/** The frame around the page: shop line, rail, top bar, page, drawer, status line. */

import { useComputedColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { QuickLog } from '../creator/QuickLog'
import { useText } from '../messages/i18n'
import { sendTo } from '../session/exchange'
import { GO_KEYS, KEYS } from '../session/key-table'
import { type Bindings, useKeys } from '../session/keys'
import { recall, remember } from '../session/memory'
import { chooseShop, goTo, usePlace } from '../session/place'
import { useCurrentShop, useShops } from '../session/shops'
import { z } from '../../shared/schema'
import { drawerPlace } from '../ui/Drawer'
import { shopColour } from '../ui/tokens'
import { CheatSheet } from './CheatSheet'
import { Exchange } from './Exchange'
import { Palette } from './Palette'
import { Rail } from './Rail'
import { ROUTES, routeOf } from './routes'
import classes from './shell.module.css'
import { StatusLine } from './StatusLine'
import { TopBar } from './TopBar'
import { useUndo } from './undo'

const Closed = z.boolean()
type Overlay = 'palette' | 'keys' | null

export function Shell() {
  const t = useText('shell')
  const { section } = usePlace()
  const route = routeOf(section)
  const [closed, setClosed] = useState(() => recall('rail', Closed) ?? false)
  const [overlay, setOverlay] = useState<Overlay>(null)
  const toggleRail = (): void => {
    setClosed(!closed)
    remember('rail', !closed)
  }
  useShellKeys(toggleRail, setOverlay)
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#page">
        {t('skip')}
      </a>
      <ShopLine />
      <Rail closed={closed} onToggle={toggleRail} current={route?.section ?? null} />
      <TopBar onPalette={() => setOverlay('palette')} />
      <main id="page" className={classes.page} tabIndex={-1} key={route?.section}>
        {route && <route.Screen />}
      </main>
      <DrawerPlace />
      <Exchange />
      <QuickLog />
      <StatusLine />
      {overlay === 'palette' && <Palette onClose={() => setOverlay(null)} onKeys={() => setOverlay('keys')} />}
      {overlay === 'keys' && <CheatSheet onClose={() => setOverlay(null)} />}
    </div>
  )
}

function DrawerPlace() {
  return <aside ref={takeDrawers} className={classes.drawer} />
}

function takeDrawers(element: HTMLElement | null): void {
  drawerPlace.set(element)
}

/** Each shop has its own hue; with all shops there is no line. */
function ShopLine() {
  const shop = useCurrentShop()
  const dark = useComputedColorScheme('light') === 'dark'
  return (
    <div
      className={classes.shopLine}
      style={shop ? { background: shopColour(shop.color, dark) } : undefined}
      aria-hidden
    />
  )
}

function useShellKeys(toggleRail: () => void, show: (overlay: Overlay) => void): void {
  const shops = useShops()
  const answers = useQueryClient()
  const undo = useUndo(answers)
  const bindings: Record<string, () => void> = {
    [KEYS.palette.keys[0]]: () => show('palette'),
    [KEYS.help.keys[0]]: () => show('keys'),
    [KEYS.rail.keys[0]]: toggleRail,
    [KEYS.undo.keys[0]]: () => void undo('undo'),
    [KEYS.find.keys[0]]: focusSearch,
    [KEYS.send.keys[0]]: () => sendTo(null),
  }
  for (const key of KEYS.redo.keys) {
    bindings[key] = () => void undo('redo')
  }
  KEYS.shop.keys.forEach((key, index) => {
    bindings[key] = () => {
      const shop = shops[index - 1]
      if (index === 0 || shop) {
        chooseShop(shop?.id ?? null)
      }
    }
  })
  useKeys({ ...bindings, ...goBindings() })
}

function goBindings(): Bindings {
  return Object.fromEntries(ROUTES.map(({ section }) => [`G ${GO_KEYS[section]}`, () => goTo(section)]))
}

/** A page's search is its first field of type search. */
function focusSearch(): void {
  document.querySelector<HTMLInputElement>('#page input[type=search], #page [data-find]')?.focus()
}
