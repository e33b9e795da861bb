/** The letter as it would be sent, in the language of whoever gets it. */

import { Button, Group, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { QuoteRequest } from '../../../shared/contract/quotes'
import { api, desktop, orpc } from '../../api'
import { type Language, LANGUAGES } from '../../format/language'
import { useLanguage, useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'
import classes from './quotes.module.css'

export function Letter({ request, onRemoved }: { readonly request: QuoteRequest; readonly onRemoved: () => void }) {
  const t = useText('quotes')
  const own = useLanguage()
  const [language, setLanguage] = useState(own)
  const { id, missing } = request
  const letter = useQuery(orpc.quotes.text.queryOptions({ input: { id, language } }))
  return (
    <>
      {missing.length > 0 && (
        <StateMark tone="watch">
          {t('stillMissing', { inputs: missing.map((input) => t(`inputs.${input}`)).join(', ') })}
        </StateMark>
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('language')}
        value={language}
        onChange={(value) => setLanguage(LANGUAGES.find((known) => known === value) ?? own)}
        data={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
      <Answer query={letter}>
        {({ text }) => (
          <>
            <pre className={classes.letter} lang={language}>
              {text}
            </pre>
            <Acts request={request} language={language} text={text} onRemoved={onRemoved} />
          </>
        )}
      </Answer>
    </>
  )
}

interface ActsProps {
  readonly request: QuoteRequest
  readonly language: Language
  readonly text: string
  readonly onRemoved: () => void
}

/** What can be done with the letter. */
function Acts({ request: { id, sentAt }, language, text, onRemoved }: ActsProps) {
  const t = useText('quotes')
  const common = useText('common')
  const copy = useCommand(
    (text: string) => navigator.clipboard.writeText(text),
    () => t('copied'),
  )
  const save = useCommand(
    async () => {
      const to = await desktop.chooseSave({
        title: t('savePdf'),
        suggestedName: `${t('letter')}.pdf`,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      })
      return to === null ? null : api.quotes.pdf({ id, language, to })
    },
    (done) => (done === null ? '' : t('pdfSaved', { file: done.file })),
  )
  const mark = useCommand(
    () => api.quotes.sent({ id, sent: sentAt === null }),
    (saved) => t(saved.sentAt === null ? 'notSent' : 'sent'),
  )
  const remove = useCommand(
    async () => {
      await api.quotes.remove({ id })
      onRemoved()
    },
    () => t('removed'),
  )
  return (
    <Group>
      <Button onClick={() => copy.run(text)}>{t('copy')}</Button>
      <Button variant="default" onClick={() => save.run()} loading={save.busy}>
        {t('savePdf')}
      </Button>
      <Button variant="default" onClick={() => mark.run()} loading={mark.busy}>
        {t(sentAt === null ? 'markSent' : 'markNotSent')}
      </Button>
      <Button variant="subtle" onClick={() => remove.run()}>
        {common('remove')}
      </Button>
    </Group>
  )
}
