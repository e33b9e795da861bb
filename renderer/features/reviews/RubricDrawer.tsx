/** Grades, their reasons, and what creators are told about each, in every language. */

import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { FEEDBACK_LANGUAGES, type FeedbackLanguage } from '../../../shared/domain/feedback-texts'
import type { Rubric } from '../../../shared/domain/grades'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { useShops } from '../../session/shops'
import { say } from '../../session/status'
import { useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { useCommand } from '../../ui/use-save'
import { reasonName } from './reason-name'
import classes from './reviews.module.css'

interface RubricDrawerProps {
  /** Of one shop; null: of all. */
  readonly shopId: string | null
  readonly onClose: () => void
}

export function RubricDrawer({ shopId, onClose }: RubricDrawerProps) {
  const { data } = useQuery(orpc.reviews.rubric.queryOptions({ input: { shopId } }))
  return data && <RubricForm rubric={data} shopId={shopId} onClose={onClose} />
}

function RubricForm({ rubric, shopId, onClose }: RubricDrawerProps & { readonly rubric: Rubric }) {
  const t = useText('reviews')
  const shop = useShops().find(({ id }) => id === shopId)
  const [language, setLanguage] = useState<FeedbackLanguage>('en')
  const form = useForm<{ readonly rubric: Rubric }>({
    initial: { rubric },
    check: () => ({}),
    async save(values) {
      await api.reviews.putRubric({ shopId, rubric: values.rubric })
      say(t('rubricForm.saved'))
      onClose()
    },
  })
  const reset = useCommand(
    () => api.reviews.putRubric({ shopId, rubric: null }).then(onClose),
    () => t('rubricForm.wasReset'),
  )
  return (
    <FormDrawer
      form={form}
      wide
      title={t('rubricForm.title')}
      onClose={onClose}
      more={
        <Button variant="subtle" loading={reset.busy} onClick={() => reset.run()}>
          {t('rubricForm.reset')}
        </Button>
      }
    >
      <p className={classes.quiet}>{shop ? t('rubricForm.own', { shop: shop.name }) : t('rubricForm.all')}</p>
      <Select
        label={t('rubricForm.language')}
        data={FEEDBACK_LANGUAGES.map((value) => ({ value, label: t(`feedback.languages.${value}`) }))}
        value={language}
        onChange={(next) => setLanguage(FEEDBACK_LANGUAGES.find((known) => known === next) ?? 'en')}
      />
      <Sentences rubric={form.values.rubric} language={language} onChange={(next) => form.set('rubric', next)} />
    </FormDrawer>
  )
}

interface SentencesProps {
  readonly rubric: Rubric
  readonly language: FeedbackLanguage
  readonly onChange: (rubric: Rubric) => void
}

function Sentences({ rubric, language, onChange }: SentencesProps) {
  const t = useText('reviews')
  const { grades, reasons } = rubric
  const said = <T extends { readonly key: string; readonly says: object }>(
    list: readonly T[],
    key: string,
    text: string,
  ) => list.map((one) => (one.key === key ? { ...one, says: { ...one.says, [language]: text } } : one))
  const [name, setName] = useState('')
  const add = () => {
    onChange({ ...rubric, reasons: [...reasons, { key: newKey(reasons), name: name.trim(), says: {} }] })
    setName('')
  }
  return (
    <>
      {grades.map(({ key, says }) => (
        <Textarea
          key={key}
          size="xs"
          autosize
          label={t('rubricForm.grade', { key })}
          value={says[language] ?? ''}
          maxLength={1000}
          onChange={({ currentTarget: { value } }) => onChange({ ...rubric, grades: said(grades, key, value) })}
        />
      ))}
      {reasons.map((reason) => (
        <Textarea
          key={reason.key}
          size="xs"
          autosize
          label={t('rubricForm.reason', { name: reasonName(reason, t) })}
          value={reason.says[language] ?? ''}
          maxLength={1000}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...rubric, reasons: said(reasons, reason.key, value) })
          }
        />
      ))}
      <div className={classes.publish}>
        <TextInput
          size="xs"
          label={t('rubricForm.newName')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button variant="default" disabled={name.trim() === ''} onClick={add}>
          {t('rubricForm.add')}
        </Button>
      </div>
    </>
  )
}

/** `own1`, `own2`…: the first that is free. */
function newKey(reasons: Rubric['reasons']): string {
  let n = 1
  while (reasons.some(({ key }) => key === `own${n}`)) n++
  return `own${n}`
}
