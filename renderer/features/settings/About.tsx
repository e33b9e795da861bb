/** What a support person needs, shown in full before it is copied. */

import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { desktop } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { Answer } from '../../ui/Answer'
import classes from './settings.module.css'

export function About() {
  const t = useText('settings')
  const common = useText('common')
  const query = useQuery({ queryKey: ['desktop', 'diagnostics'], queryFn: () => desktop.diagnostics({}), staleTime: 0 })
  async function copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text)
    say(common('copied'))
  }
  return (
    <div className={classes.settings}>
      <p className={classes.lead}>{t('diagnosticsLead')}</p>
      <Answer query={query}>
        {({ text }) => (
          <>
            {/* A text that scrolls must be reachable by the keyboard. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre className={classes.log} tabIndex={0} aria-label={t('diagnostics')}>
              {text}
            </pre>
            <Group>
              <Button onClick={() => void copy(text)}>{t('copyDiagnostics')}</Button>
            </Group>
          </>
        )}
      </Answer>
    </div>
  )
}
