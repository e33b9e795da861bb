/** Theme and language of this window; both change at once. */

import { type MantineColorScheme, Radio, Stack, useMantineColorScheme } from '@mantine/core'

import { LANGUAGES } from '../../format/language'
import { setLanguage, useLanguage, useText } from '../../messages/i18n'
import classes from './settings.module.css'

const THEMES: readonly (readonly [MantineColorScheme, 'light' | 'dark' | 'system'])[] = [
  ['light', 'light'],
  ['dark', 'dark'],
  ['auto', 'system'],
]

export function Look() {
  const t = useText('settings')
  const shell = useText('shell')
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div className={classes.settings}>
      <Radio.Group
        label={t('theme')}
        size="xs"
        value={colorScheme}
        onChange={(value) => setColorScheme(THEMES.find(([scheme]) => scheme === value)?.[0] ?? 'auto')}
      >
        <Stack gap="xs" mt="xs">
          {THEMES.map(([scheme, word]) => (
            <Radio key={scheme} size="xs" value={scheme} label={shell(`theme.${word}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('language')}
        size="xs"
        value={language}
        onChange={(value) => setLanguage(LANGUAGES.find((name) => name === value) ?? 'en')}
      >
        <Stack gap="xs" mt="xs">
          {LANGUAGES.map((name) => (
            <Radio
              key={name}
              size="xs"
              value={name}
              label={name === 'en' ? shell('language.en') : shell('language.zh')}
            />
          ))}
        </Stack>
      </Radio.Group>
    </div>
  )
}
