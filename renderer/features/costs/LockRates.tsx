/** A month's rates: pasted, shown line by line as they were understood, then locked in one step. */

import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'

import { api, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { useWorkspace } from '../../session/workspace'
import { Answer } from '../../ui/Answer'
import { useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { MonthField } from '../../ui/MonthField'
import { TextField } from '../../ui/TextField'
import classes from './costs.module.css'
import { NO_SOURCE, secondOf, Understood } from './PasteRates'
import { useLastMonth } from './use-last-month'

export function LockRates({ onClose }: { readonly onClose: () => void }) {
  const t = useText('costs')
  const common = useText('common')
  const format = useFormat()
  const books = useWorkspace()?.currency ?? ''
  const form = useForm({
    initial: { month: useLastMonth(), text: '', source: '', quote: books },
    check: ({ text, source }) => ({
      ...(text.trim() === '' && { text: common('required') }),
      ...(source.trim() === '' && { source: common('required') }),
    }),
    async save({ month, text, source, quote }) {
      const { taken } = await api.rates.lockMonth({
        month,
        text,
        source: source.trim(),
        ...secondOf(quote),
        dryRun: false,
      })
      say(t('locks.locked', { count: taken, month: format.month(month) }))
      onClose()
    },
  })
  const { month, source, quote } = form.values
  const [settled] = useDebouncedValue(form.values.text, 200)
  const preview = useQuery(
    orpc.rates.lockMonth.queryOptions({
      input: { month, text: settled, source: source.trim() || NO_SOURCE, ...secondOf(quote), dryRun: true },
      enabled: settled.trim() !== '',
    }),
  )
  return (
    <FormDrawer
      title={t('locks.lockTitle')}
      onClose={onClose}
      wide
      form={form}
      saveWord={t('locks.lockCount', { count: preview.data?.taken ?? 0 })}
      below={
        settled.trim() !== '' && (
          <div className={classes.preview}>
            <Answer query={preview}>{({ rows }) => <Understood rows={rows} />}</Answer>
          </div>
        )
      }
    >
      <p className={classes.lead}>{t('locks.lockLead')}</p>
      <MonthField month={month} onChange={(value) => form.set('month', value)} />
      {/* The one thing that is refused about a month: its books are closed. */}
      {form.errors.month !== undefined && <p className={classes.bad}>{t('locks.monthClosed')}</p>}
      <TextField form={form} name="text" label={t('pasteText')} description={t('locks.pasteLead')} lines={6} />
      <TextField form={form} name="source" label={t('pasteSource')} placeholder={t('pasteSourceHint')} required />
      <TextField form={form} name="quote" label={t('pasteQuote')} maxLength={3} capitals />
    </FormDrawer>
  )
}
