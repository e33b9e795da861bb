/** Looks at a post after it was published: what was seen each time, and a form for the next look. */

import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { ContentCheck } from '../../../shared/contract/content'
import { api, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { ErrorLine } from '../../ui/ErrorState'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'
import classes from './content.module.css'

const QUESTIONS = ['online', 'linkRight', 'brandNamed', 'disclosed', 'shown'] as const
type Question = (typeof QUESTIONS)[number]
type Answers = Readonly<Partial<Record<Question, boolean>>>

export function Looks({
  contentId,
  onChanged,
}: {
  readonly contentId: string
  readonly onChanged: () => Promise<unknown>
}) {
  const t = useText('content')
  const query = useQuery(orpc.content.checks.queryOptions({ input: { contentId } }))
  return (
    <>
      <LookForm contentId={contentId} onChanged={onChanged} />
      <Answer query={query}>
        {(checks) =>
          checks.length === 0 ? (
            <p className={classes.quiet}>{t('one.noLooks')}</p>
          ) : (
            <ul className={classes.looks}>
              {checks.map((check) => (
                <OneLook key={check.id} check={check} />
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  )
}

function OneLook({ check }: { readonly check: ContentCheck }) {
  const t = useText('content')
  const format = useFormat()
  const { at, person, promised, configured, note } = check
  const differs = promised !== null && configured !== null && promised.trim() !== configured.trim()
  return (
    <li>
      <span className={classes.quiet}>{[format.instant(at), person].filter(Boolean).join(' · ')}</span>
      {QUESTIONS.flatMap((question) => {
        const answer = check[question]
        return answer === null
          ? []
          : [
              <StateMark key={question} tone={answer ? 'good' : 'bad'}>
                {`${t(`one.ask.${question}`)}: ${t(`one.answers.${answer ? 'yes' : 'no'}`)}`}
              </StateMark>,
            ]
      })}
      {differs && <StateMark tone="bad">{t('one.mismatch')}</StateMark>}
      {(promised ?? configured) !== null && (
        <span>{[promised, configured].map((text) => text ?? '–').join(' / ')}</span>
      )}
      {note !== null && <span>{note}</span>}
    </li>
  )
}

function LookForm({
  contentId,
  onChanged,
}: {
  readonly contentId: string
  readonly onChanged: () => Promise<unknown>
}) {
  const t = useText('content')
  const [answers, setAnswers] = useState<Answers>({})
  const [texts, setTexts] = useState({ promised: '', configured: '', note: '' })
  const save = useCommand(
    async () => {
      const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))
      await api.content.check({ fields: { contentId, ...answers, ...said } })
      setAnswers({})
      setTexts({ promised: '', configured: '', note: '' })
      await onChanged()
    },
    () => t('one.lookSaved'),
  )
  const isEmpty = Object.keys(answers).length === 0 && Object.values(texts).every((text) => text.trim() === '')
  return (
    <fieldset className={classes.look}>
      <legend>{t('one.look')}</legend>
      {QUESTIONS.map((question) => (
        <Ask key={question} question={question} answers={answers} onAnswer={setAnswers} />
      ))}
      {(['promised', 'configured', 'note'] as const).map((name) => (
        <TextInput
          key={name}
          size="xs"
          label={t(`one.${name}`)}
          maxLength={500}
          value={texts[name]}
          onChange={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
        />
      ))}
      <div>
        <Button size="xs" variant="default" disabled={isEmpty} loading={save.busy} onClick={() => save.run()}>
          {t('one.saveLook')}
        </Button>
      </div>
      {save.error !== null && <ErrorLine error={save.error} />}
    </fieldset>
  )
}

interface AskProps {
  readonly question: Question
  readonly answers: Answers
  readonly onAnswer: (answers: Answers) => void
}

function Ask({ question, answers, onAnswer }: AskProps) {
  const t = useText('content')
  const { [question]: answer, ...others } = answers
  return (
    <div className={classes.ask}>
      <span>{t(`one.ask.${question}`)}</span>
      <SegmentedControl
        size="xs"
        aria-label={t(`one.ask.${question}`)}
        value={answer === undefined ? 'open' : answer ? 'yes' : 'no'}
        onChange={(value) => onAnswer(value === 'open' ? others : { ...others, [question]: value === 'yes' })}
        data={(['yes', 'no', 'open'] as const).map((value) => ({ value, label: t(`one.answers.${value}`) }))}
      />
    </div>
  )
}
