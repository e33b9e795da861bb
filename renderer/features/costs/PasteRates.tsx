/** Many rates at once: pasted, shown line by line as they were understood, then taken in one step. */

import { Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'

import type { PastedRate } from '../../../shared/contract/rates'
import { api, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { useWorkspace } from '../../session/workspace'
import { Answer } from '../../ui/Answer'
import { useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { SmallTable } from '../../ui/SmallTable'
import { TextField } from '../../ui/TextField'
import classes from './costs.module.css'

/** Lines shown of what was understood. */
const SHOWN = 500

/** What the preview is asked with before a source was named. */
export const NO_SOURCE = '-'

export function PasteRates({ onClose }: { readonly onClose: () => void }) {
  const t = useText('costs')
  const common = useText('common')
  const books = useWorkspace()?.currency ?? ''
  const form = useForm({
    initial: { text: '', source: '', quote: books },
    check: ({ text, source }) => ({
      ...(text.trim() === '' && { text: common('required') }),
      ...(source.trim() === '' && { source: common('required') }),
    }),
    async save({ text, source, quote }) {
      const { taken } = await api.rates.paste({ text, source: source.trim(), ...secondOf(quote), dryRun: false })
      say(t('taken', { count: taken }))
      onClose()
    },
  })
  const [settled] = useDebouncedValue(form.values.text, 200)
  const preview = useQuery(
    orpc.rates.paste.queryOptions({
      input: {
        text: settled,
        source: form.values.source.trim() || NO_SOURCE,
        ...secondOf(form.values.quote),
        dryRun: true,
      },
      enabled: settled.trim() !== '',
    }),
  )
  const good = preview.data?.rows.filter(({ rate }) => rate !== null).length ?? 0
  const understood = settled.trim() !== '' && (
    <div className={classes.preview}>
      <Answer query={preview}>{({ rows }) => <Understood rows={rows} />}</Answer>
    </div>
  )
  return (
    <FormDrawer
      title={t('pasteTitle')}
      onClose={onClose}
      wide
      form={form}
      saveWord={t('take', { count: good })}
      below={understood}
    >
      <Stack gap="sm">
        <TextField form={form} name="text" label={t('pasteText')} description={t('pasteLead')} lines={6} />
        <TextField form={form} name="source" label={t('pasteSource')} placeholder={t('pasteSourceHint')} required />
        <TextField form={form} name="quote" label={t('pasteQuote')} maxLength={3} capitals />
      </Stack>
    </FormDrawer>
  )
}

/** The second currency, once it is a whole code. */
export function secondOf(quote: string): { readonly quote?: string } {
  return /^[A-Z]{3}$/.test(quote) ? { quote } : {}
}

/** Pasted lines as they were understood, and why not. */
export function Understood({ rows }: { readonly rows: readonly PastedRate[] }) {
  const t = useText('costs')
  const format = useFormat()
  const problems: Readonly<Record<string, string>> = t('problems', { returnObjects: true })
  const columns = [
    { title: t('line'), figure: true },
    { title: t('fields.day') },
    { title: t('fields.base') },
    { title: t('fields.quote') },
    { title: t('fields.rate'), figure: true },
    { title: t('problem') },
  ]
  return (
    <SmallTable
      label={t('pasteTitle')}
      columns={columns}
      rows={rows.slice(0, SHOWN).map(({ line, text, rate, problem }) => {
        const why = problem === null ? '' : (problems[problem] ?? problem)
        return {
          key: String(line),
          cells: rate
            ? [line, format.day(rate.day), rate.base, rate.quote, rate.rate, why]
            : [line, '', '', '', '', <span key="why" className={classes.bad}>{`${why} “${text.slice(0, 60)}”`}</span>],
        }
      })}
    />
  )
}
