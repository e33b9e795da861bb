/** What is sent to the creator: made of the grade, its reasons and the notes for them; theirs to be edited, copied by one key. */

import { Button, Kbd, Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Review } from '../../../shared/contract/reviews'
import { FEEDBACK_LANGUAGES, type FeedbackLanguage } from '../../../shared/domain/feedback-texts'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { useCommand } from '../../ui/use-save'
import classes from './reviews.module.css'

export function Feedback({ review: { id, handle } }: { readonly review: Review }) {
  const t = useText('reviews')
  const [chosen, choose] = useState<FeedbackLanguage | null>(null)
  const draft = useQuery(
    orpc.reviews.feedback.queryOptions({ input: { id, ...(chosen && { language: chosen }) } }),
  ).data
  // What was typed holds until the draft under it is another one.
  const [typed, setTyped] = useState<{ readonly over: string; readonly text: string } | null>(null)
  const made = draft?.text ?? ''
  const text = typed?.over === made ? typed.text : made
  const copy = useCommand(
    async () => {
      await navigator.clipboard.writeText(text)
      return api.reviews.sent({ id, text })
    },
    ({ touchId }) => (touchId === null ? t('feedback.copiedNobody') : t('feedback.copied', { creator: handle ?? '' })),
  )
  useKeys({ [KEYS.feedback.keys[0]]: () => text !== '' && copy.run() })
  return (
    <section className={classes.panel}>
      <div className={classes.headLine}>
        <h3 className={classes.part}>{t('feedback.title')}</h3>
        <Select
          aria-label={t('feedback.language')}
          data={FEEDBACK_LANGUAGES.map((value) => ({ value, label: t(`feedback.languages.${value}`) }))}
          value={draft?.language ?? null}
          onChange={(language) => choose(FEEDBACK_LANGUAGES.find((known) => known === language) ?? null)}
        />
      </div>
      <Textarea
        size="xs"
        aria-label={t('feedback.text')}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={20_000}
        value={text}
        onChange={({ currentTarget: { value } }) => setTyped({ over: made, text: value })}
      />
      <p className={classes.quiet}>{t('feedback.help')}</p>
      <Button variant="default" loading={copy.busy} leftSection={<Kbd size="xs">F</Kbd>} onClick={() => copy.run()}>
        {t('feedback.copy')}
      </Button>
    </section>
  )
}
