/** A package from a colleague: what it would do, then what it did. Cancel changes nothing. */

import { Button, Checkbox, PasswordInput, Progress } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'

import { asAppError } from '../../../shared/contract/refusal'
import type { Progress as Done } from '../../../shared/contract/define'
import { fileName } from '../../messages/error-words'
import { useText } from '../../messages/i18n'
import { goOn } from '../../session/exchange'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { Drawer } from '../../ui/Drawer'
import { ErrorLine } from '../../ui/ErrorState'
import { focusNow } from '../../ui/focus'
import { PackagePreview } from './PackagePreview'
import { PackageResult } from './PackageResult'
import { type PackageWork, usePackage } from './package-work'
import classes from './sync.module.css'

export interface PackageDrawerProps {
  readonly file: string
  /** Packages that wait after this one. */
  readonly more: number
}

export function PackageDrawer({ file, more }: PackageDrawerProps) {
  const t = useText('arrive')
  const answers = useQueryClient()
  const work = usePackage(file, () => void answers.invalidateQueries())
  useKeys({ [KEYS.decide.keys[0]]: work.apply })
  const close = () => {
    work.stop()
    goOn()
  }
  return (
    <Drawer
      title={t('title', { file: fileName(file) })}
      wide
      onClose={close}
      foot={<Foot work={work} more={more} onClose={close} />}
    >
      <Body work={work} file={file} />
    </Drawer>
  )
}

function Body({ work, file }: { readonly work: PackageWork; readonly file: string }) {
  const t = useText('arrive')
  const { stage } = work
  switch (stage.at) {
    case 'reading':
      return <Doing word={t('reading')} progress={stage.progress} />
    case 'locked':
      return <Locked work={work} error={stage.error} key={file} />
    case 'failed':
      return <ErrorLine error={stage.error} />
    case 'shown':
      return (
        <div className={classes.stack}>
          {stage.error !== null && <ErrorLine error={stage.error} />}
          {stage.stopped && <p role="status">{t('appliedStopped')}</p>}
          <PackagePreview summary={stage.summary} />
        </div>
      )
    case 'applying':
      return <Doing word={t('applying')} progress={stage.progress} />
    case 'applied':
      return <PackageResult summary={stage.summary} result={stage.result} />
  }
}

function Doing({ word, progress }: { readonly word: string; readonly progress: Done | null }) {
  const share = progress?.total ? progress.done / progress.total : null
  return (
    <div className={classes.stack}>
      <p className={classes.text} role="status">
        {word}
      </p>
      <Progress aria-label={word} value={(share ?? 1) * 100} animated={share === null} />
    </div>
  )
}

function Locked({ work, error }: { readonly work: PackageWork; readonly error: unknown }) {
  const t = useText('arrive')
  const [typed, setTyped] = useState('')
  const [keep, setKeep] = useState(true)
  const id = useId()
  const isWrong = asAppError(error).code === 'sync.wrongPassphrase'
  return (
    <form
      id={id}
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== '') {
          work.unlock(typed, keep)
        }
      }}
    >
      {isWrong && <ErrorLine error={error} />}
      <PasswordInput
        size="xs"
        label={t('passphrase')}
        description={t('passphraseHint')}
        autoComplete="off"
        ref={focusNow}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Checkbox label={t('keep')} checked={keep} onChange={(event) => setKeep(event.currentTarget.checked)} />
      <div>
        <Button type="submit" disabled={typed === ''}>
          {t('unlock')}
        </Button>
      </div>
    </form>
  )
}

interface FootProps {
  readonly work: PackageWork
  readonly more: number
  readonly onClose: () => void
}

function Foot({ work, more, onClose }: FootProps) {
  const t = useText('arrive')
  const common = useText('common')
  const { stage } = work
  const close = more > 0 ? t('next', { count: more }) : t('close')
  if (stage.at === 'applied') {
    return <Button onClick={onClose}>{close}</Button>
  }
  const cancel = (
    <Button variant="default" onClick={stage.at === 'applying' ? work.stop : onClose}>
      {stage.at === 'applying' ? t('stop') : common('cancel')}
    </Button>
  )
  if (stage.at === 'failed') {
    return (
      <>
        <Button variant="default" onClick={onClose}>
          {close}
        </Button>
        <Button onClick={work.readAgain}>{t('again')}</Button>
      </>
    )
  }
  if (stage.at !== 'shown') {
    return cancel
  }
  const { changes, facts } = stage.summary
  const newFacts = facts.filter(({ had }) => !had).length
  return (
    <>
      {cancel}
      <Button onClick={work.apply}>
        {changes > 0
          ? t('apply', { count: changes })
          : newFacts > 0
            ? t('applyFacts', { count: newFacts })
            : t('applyNothing')}
      </Button>
    </>
  )
}
