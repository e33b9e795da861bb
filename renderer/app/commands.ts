/** What the palette offers: each command once, with its title in both languages, so that either finds it. */

import { useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import i18next from 'i18next'

import { openLog } from '../creator/quick-log'
import { LANGUAGES } from '../format/language'
import { setLanguage, useText } from '../messages/i18n'
import { choosePackages } from '../session/choose-packages'
import { sendTo } from '../session/exchange'
import { GO_KEYS, KEYS } from '../session/key-table'
import { closeWorkspace } from '../session/opening'
import { PERIOD_PRESETS } from '../session/period'
import { choosePeriod, chooseShop, goTo } from '../session/place'
import { useShops } from '../session/shops'
import { useFileCommands } from './file-commands'
import { useViewCommands } from './found'
import { ROUTES } from './routes'
import { useUndo } from './undo'

export const GROUPS = ['go', 'shop', 'view', 'creator', 'edit', 'colleagues', 'workspace', 'period', 'look'] as const

export interface Command {
  readonly id: string
  readonly group: (typeof GROUPS)[number]
  readonly title: string
  /** In whatever language it may be searched. */
  readonly names: readonly string[]
  readonly chord?: string
  readonly run: () => void
}

/** Every command that can be given now. */
export function useCommands(showKeys: () => void): readonly Command[] {
  return [
    ...useGoing(),
    ...useShopCommands(),
    ...useViewCommands(),
    ...useEditing(showKeys),
    ...useColleagues(),
    ...useWorkspaceCommands(),
    ...usePeriods(),
    ...useLooks(),
  ]
}

function useGoing(): Command[] {
  const t = useText('shell')
  return ROUTES.map(({ section }) => ({
    id: `go.${section}`,
    group: 'go',
    title: t(`sections.${section}`),
    names: both((inLanguage) => inLanguage('shell')(`sections.${section}`)),
    chord: `G ${GO_KEYS[section]}`,
    run: () => goTo(section),
  }))
}

function useShopCommands(): Command[] {
  const t = useText('shell')
  const shops = useShops()
  const all: Command = {
    id: 'shop.all',
    group: 'shop',
    title: t('shop.all'),
    names: both((inLanguage) => inLanguage('shell')('shop.all')),
    chord: 'Mod+0',
    run: () => chooseShop(null),
  }
  return [
    all,
    ...shops.map((shop, index): Command => ({
      id: `shop.${shop.id}`,
      group: 'shop',
      title: shop.name,
      names: [shop.name, shop.clientName ?? '', shop.market],
      ...(index < 9 && { chord: `Mod+${index + 1}` }),
      run: () => chooseShop(shop.id),
    })),
  ]
}

function useEditing(showKeys: () => void): Command[] {
  const undo = useUndo(useQueryClient())
  const named = useNamed('edit')
  return [
    named('undo', () => void undo('undo'), KEYS.undo.keys[0]),
    named('redo', () => void undo('redo'), KEYS.redo.keys[0]),
    named('keys', showKeys, KEYS.help.keys[0]),
    named('logContact', () => openLog(), KEYS.log.keys[0]),
  ]
}

function useColleagues(): Command[] {
  const t = useText('sync')
  const named = useNamed('colleagues')
  return [
    named('send', () => sendTo(null), KEYS.send.keys[0]),
    named('openPackage', () => void choosePackages(t('openTitle'), t('packages'))),
    named('inbox', () => goTo('sync', { show: 'inbox' })),
    named('people', () => goTo('sync', { show: 'people' })),
  ]
}

function useWorkspaceCommands(): Command[] {
  const answers = useQueryClient()
  const files = useFileCommands()
  const named = useNamed('workspace')
  return [
    named('openWorkspace', () => void files.open()),
    named('newWorkspace', () => void closeWorkspace(answers)),
    named('backUp', () => void files.backUp()),
    named('verify', () => goTo('settings', { show: 'verify' })),
    named('closeWorkspace', () => void closeWorkspace(answers)),
  ]
}

function usePeriods(): Command[] {
  const t = useText('common')
  return PERIOD_PRESETS.map((preset) => ({
    id: `period.${preset}`,
    group: 'period',
    title: t(`period.${preset}`),
    names: both((inLanguage) => inLanguage('common')(`period.${preset}`)),
    run: () => choosePeriod({ preset }),
  }))
}

function useLooks(): Command[] {
  const { setColorScheme } = useMantineColorScheme()
  const named = useNamed('look')
  return [
    named('themeLight', () => setColorScheme('light')),
    named('themeDark', () => setColorScheme('dark')),
    named('themeSystem', () => setColorScheme('auto')),
    named('languageZh', () => setLanguage('zh-CN')),
    named('languageEn', () => setLanguage('en')),
  ]
}

type Named =
  | 'undo'
  | 'redo'
  | 'keys'
  | 'logContact'
  | 'send'
  | 'openPackage'
  | 'inbox'
  | 'people'
  | 'openWorkspace'
  | 'newWorkspace'
  | 'backUp'
  | 'verify'
  | 'closeWorkspace'
  | 'themeLight'
  | 'themeDark'
  | 'themeSystem'
  | 'languageZh'
  | 'languageEn'

function useNamed(group: Command['group']): (name: Named, run: () => void, chord?: string) => Command {
  const t = useText('shell')
  return (name, run, chord) => ({
    id: name,
    group,
    title: t(`palette.commands.${name}`),
    names: both((inLanguage) => inLanguage('shell')(`palette.commands.${name}`)),
    ...(chord !== undefined && { chord }),
    run,
  })
}

/** One text in every language. */
function both(
  text: (inLanguage: <N extends 'shell' | 'common'>(namespace: N) => ReturnType<typeof i18next.getFixedT<N>>) => string,
): string[] {
  return LANGUAGES.map((language) => text((namespace) => i18next.getFixedT(language, namespace)))
}
