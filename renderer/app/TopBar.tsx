/** Whose figures, of when; and the ways to everything else. */

import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconLanguage, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'

import { LANGUAGES } from '../format/language'
import { setLanguage, useLanguage, useText } from '../messages/i18n'
import { IS_MAC, KEYS, keyText } from '../session/key-table'
import { PeriodPicker } from './PeriodPicker'
import classes from './shell.module.css'
import { ShopSwitcher } from './ShopSwitcher'

export function TopBar({ onPalette }: { readonly onPalette: () => void }) {
  const t = useText('shell')
  return (
    <header className={classes.top}>
      <ShopSwitcher />
      <PeriodPicker />
      <button type="button" className={classes.switch} data-grows onClick={onPalette}>
        <IconSearch size={15} aria-hidden />
        <span className={classes.name}>{t('palette.hint')}</span>
        <span className={classes.key}>{keyText(KEYS.palette.keys[0], IS_MAC)}</span>
      </button>
      <LanguageMenu />
      <ThemeMenu />
    </header>
  )
}

function LanguageMenu() {
  const t = useText('shell')
  const current = useLanguage()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('language.label')}>
          <ActionIcon aria-label={t('language.label')}>
            <IconLanguage size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((language) => (
          <Menu.Item key={language} onClick={() => setLanguage(language)} fw={language === current ? 600 : undefined}>
            {language === 'zh-CN' ? t('language.zh') : t('language.en')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const THEMES = [
  { scheme: 'light', name: 'light', icon: IconSun },
  { scheme: 'dark', name: 'dark', icon: IconMoon },
  { scheme: 'auto', name: 'system', icon: IconDeviceDesktop },
] as const

function ThemeMenu() {
  const t = useText('shell')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const Current = THEMES.find(({ scheme }) => scheme === colorScheme)?.icon ?? IconSun
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('theme.label')}>
          <ActionIcon aria-label={t('theme.label')}>
            <Current size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {THEMES.map(({ scheme, name, icon: Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={15} />}
            onClick={() => setColorScheme(scheme)}
            fw={scheme === colorScheme ? 600 : undefined}
          >
            {t(`theme.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
