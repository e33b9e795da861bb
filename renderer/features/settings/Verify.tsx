/** Reads the whole file again and says of each check how it came out. */

import { Button, Group } from '@mantine/core'
import { useRef, useState } from 'react'

import type { Verification } from '../../../shared/contract/workspace'
import type { z } from '../../../shared/schema'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { finish } from '../../session/job'
import { ErrorLine } from '../../ui/ErrorState'
import { SmallTable } from '../../ui/SmallTable'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'
import classes from './settings.module.css'

type Result = z.infer<typeof Verification>

export function Verify() {
  const t = useText('settings')
  const words: Readonly<Record<string, string>> = t('checks', { returnObjects: true })
  const [result, setResult] = useState<Result | null>(null)
  const [step, setStep] = useState('')
  const stop = useRef<AbortController | null>(null)
  const verify = useCommand(
    async () => {
      const abort = new AbortController()
      stop.current = abort
      setResult(null)
      const found = await finish(await api.workspace.verify({}, { signal: abort.signal }), (progress) =>
        setStep(progress.step),
      )
      setResult(found)
      return found
    },
    ({ ok }) => (ok ? t('verified') : t('notVerified')),
  )
  return (
    <div className={classes.settings}>
      <p className={classes.lead}>{t('verifyLead')}</p>
      <Group>
        <Button onClick={() => verify.run()} loading={verify.busy}>
          {t('verify')}
        </Button>
        {verify.busy && (
          <Button variant="default" onClick={() => stop.current?.abort()}>
            {t('cancel')}
          </Button>
        )}
        {verify.busy && <span className={classes.lead}>{t('verifying', { step: words[step] ?? step })}</span>}
      </Group>
      {verify.error !== null && <ErrorLine error={verify.error} />}
      {result && <Checks result={result} />}
    </div>
  )
}

function Checks({ result }: { readonly result: Result }) {
  const t = useText('settings')
  const words: Readonly<Record<string, string>> = t('checks', { returnObjects: true })
  return (
    <>
      <div>
        <StateMark tone={result.ok ? 'good' : 'bad'}>{result.ok ? t('verified') : t('notVerified')}</StateMark>
      </div>
      <SmallTable
        label={t('tabs.verify')}
        columns={[{ title: t('check') }, { title: t('result') }, { title: t('detail') }]}
        rows={result.checks.map(({ name, ok, detail }) => ({
          key: name,
          cells: [
            words[name] ?? name,
            <StateMark key="result" tone={ok ? 'good' : 'bad'}>
              {ok ? t('fine') : t('broken')}
            </StateMark>,
            detail,
          ],
        }))}
      />
    </>
  )
}
