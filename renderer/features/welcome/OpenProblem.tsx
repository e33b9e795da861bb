/** Why a workspace did not open, and what to do: one clear page for each reason. */

import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconAlertTriangle } from '@tabler/icons-react'

import { asAppError } from '../../../shared/contract/refusal'
import type { AppErrorCode } from '../../../shared/errors'
import { errorText } from '../../messages/error-text'
import { useLanguage, useText } from '../../messages/i18n'
import { type Attempt, createWorkspace, failedAttempt, openWorkspace, tryAgain } from '../../session/opening'
import { BackupsOf } from './BackupsOf'
import { chooseNewPlace, chooseWorkspaceFile } from './choose-file'
import classes from './welcome.module.css'

const TITLES = {
  'workspace.damaged': 'damaged',
  'workspace.locked': 'locked',
  'workspace.fromFuture': 'fromFuture',
  'workspace.inReplicatedFolder': 'replicated',
  'workspace.notFound': 'notFound',
  'workspace.notWritable': 'notWritable',
  'workspace.diskFull': 'diskFull',
  'workspace.gone': 'gone',
  'workspace.exists': 'exists',
} as const satisfies Partial<Record<AppErrorCode, string>>

/** The word for a code's page; `other` for whatever cannot stand in the way of opening. */
export function problemOf(code: AppErrorCode): (typeof TITLES)[keyof typeof TITLES] | 'other' {
  return code in TITLES ? TITLES[code as keyof typeof TITLES] : 'other'
}

export function OpenProblem({ attempt }: { readonly attempt: Attempt }) {
  const t = useText('welcome')
  const refusal = asAppError(attempt.error)
  const { what, next } = errorText(attempt.error, useLanguage())
  const problem = problemOf(refusal.code)
  return (
    <div className={classes.scroller}>
      <main className={classes.welcome} role="alert">
        <IconAlertTriangle size={22} aria-hidden />
        <h1 className={classes.title}>{t(`problem.${problem}`)}</h1>
        <p className={classes.place}>{what}</p>
        <p className={classes.lead}>{next}</p>
        {'detail' in refusal.params && refusal.params.detail !== '' && (
          <p className={classes.lead}>{t('problem.detail', { detail: refusal.params.detail })}</p>
        )}
        <Ways attempt={attempt} problem={problem} />
        {(problem === 'damaged' || problem === 'notFound') && <BackupsOf file={attempt.file} />}
      </main>
    </div>
  )
}

interface WaysProps {
  readonly attempt: Attempt
  readonly problem: ReturnType<typeof problemOf>
}

/** What helps with this problem first, the ways out after it. */
function Ways({ attempt, problem }: WaysProps) {
  const t = useText('welcome')
  const common = useText('common')
  const answers = useQueryClient()
  const { create, file } = attempt
  async function another(): Promise<void> {
    const chosen = await chooseWorkspaceFile(t('openTitle'), t('files'))
    if (chosen) {
      await openWorkspace(answers, chosen)
    }
  }
  async function elsewhere(): Promise<void> {
    const place = create && (await chooseNewPlace(t('newTitle'), t('files'), create.name))
    if (create && place) {
      await createWorkspace(answers, place, create)
    }
  }
  return (
    <Group gap="sm">
      {problem === 'exists' && (
        <Button onClick={() => void openWorkspace(answers, file)}>{t('problem.openExisting')}</Button>
      )}
      {create && ['replicated', 'exists', 'notWritable', 'diskFull'].includes(problem) && (
        <Button onClick={() => void elsewhere()}>{t('problem.elsewhere')}</Button>
      )}
      {problem !== 'exists' && problem !== 'fromFuture' && problem !== 'replicated' && (
        <Button onClick={() => void tryAgain(answers, attempt)}>{common('retry')}</Button>
      )}
      {!create && (
        <Button variant="default" onClick={() => void another()}>
          {t('problem.another')}
        </Button>
      )}
      {problem === 'replicated' && (
        <Button variant="default" onClick={() => void tryAgain(answers, attempt, true)}>
          {t('problem.openAnyway')}
        </Button>
      )}
      <Button variant="default" onClick={() => failedAttempt.set(null)}>
        {common('back')}
      </Button>
    </Group>
  )
}
