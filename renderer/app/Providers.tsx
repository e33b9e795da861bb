/** What every screen stands on: theme, dates in the language that is on, the cache of answers. */

import { type MantineColorScheme, MantineProvider, useMantineColorScheme } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'

import { desktop } from '../api'
import { useLanguage } from '../messages/i18n'
import { useWorkspace } from '../session/workspace'
import { styleNonce } from '../style-nonce'
import { theme, variables } from '../ui/theme'

export interface ProvidersProps {
  readonly answers: QueryClient
  readonly children: ReactNode
}

export function Providers({ answers, children }: ProvidersProps) {
  const language = useLanguage()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      getStyleNonce={styleNonce}
      defaultColorScheme="auto"
    >
      <DatesProvider settings={{ locale: language === 'zh-CN' ? 'zh-cn' : 'en', firstDayOfWeek: 1, weekendDays: [] }}>
        <QueryClientProvider client={answers}>
          <Appearance />
          {children}
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

const THEMES: Readonly<Record<MantineColorScheme, 'light' | 'dark' | 'system'>> = {
  light: 'light',
  dark: 'dark',
  auto: 'system',
}

/** Tells the desktop, so that title bar, menu and dialogs look and speak alike. */
function Appearance() {
  const language = useLanguage()
  const { colorScheme } = useMantineColorScheme()
  const name = useWorkspace()?.name
  const title = name === undefined ? 'Starboard' : `${name} · Starboard`
  useEffect(() => {
    document.title = title
    void desktop.setAppearance({ theme: THEMES[colorScheme], language, title })
  }, [colorScheme, language, title])
  return null
}
