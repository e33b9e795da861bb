/** Paper that came back signed: the file, whose names are on it, and when it was signed. */

import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'

import { instantInZone } from '../../../../shared/domain/days'
import { api, desktop, orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { finish } from '../../../session/job'
import { say } from '../../../session/status'
import { DayField } from '../../../ui/DayField'
import { type FieldErrors, type Form, useForm } from '../../../ui/form'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import classes from './files.module.css'
import { OverrideField } from './OverrideField'
import { type SealedProps, unsigned } from './sealed'

interface Values {
  readonly path: string
  readonly agency: string
  readonly creator: string
  readonly shop: string
  readonly day: string
  readonly override: string
}

const EMPTY: Values = { path: '', agency: '', creator: '', shop: '', day: '', override: '' }
const NOON = 12 * 60

export function ImportDrawer({ contractId, papers, newest, onClose }: SealedProps & { readonly onClose: () => void }) {
  const t = useText('contractFiles')
  const open = unsigned(papers, newest)
  const form = useImport({ contractId, newest, papers, onClose })
  const choose = async () => {
    const filters = [{ name: t('importing.files'), extensions: ['pdf', 'jpg', 'jpeg', 'png'] }]
    const [path] = await desktop.chooseFiles({ title: t('importing.chooseTitle'), filters, many: false })
    if (path !== undefined) form.set('path', path)
  }
  return (
    <FormDrawer
      form={form}
      title={t('importing.title', { version: newest.version })}
      saveWord={t('importing.save')}
      onClose={onClose}
    >
      <div className={classes.line}>
        <Button size="xs" variant="default" onClick={() => void choose()}>
          {t('importing.choose')}
        </Button>
        {form.values.path !== '' && <span>{t('importing.file', { file: nameOf(form.values.path) })}</span>}
      </div>
      {form.errors.path !== undefined && (
        <p className={classes.wrong} role="alert">
          {form.errors.path}
        </p>
      )}
      <p className={classes.quiet}>{t('importing.names')}</p>
      {open.map((party) => (
        <TextField
          key={party}
          form={form}
          name={party}
          label={t('importing.name', { party: t(`parties.${party}`) })}
          maxLength={120}
        />
      ))}
      <DayField label={t('importing.day')} value={form.values.day} onChange={(day) => form.set('day', day)} />
      <OverrideField form={form} />
    </FormDrawer>
  )
}

type Importing = Pick<SealedProps, 'contractId' | 'newest' | 'papers'> & { readonly onClose: () => void }

function useImport({ contractId, newest, papers, onClose }: Importing): Form<Values> {
  const t = useText('contractFiles')
  const answers = useQueryClient()
  const open = unsigned(papers, newest)
  return useForm<Values>({
    initial: EMPTY,
    check: (values): FieldErrors<Values> => ({
      ...(values.path === '' && { path: t('importing.fileMissing') }),
      ...(open.every((party) => values[party].trim() === '') && { [open[0] ?? 'creator']: t('importing.nameMissing') }),
    }),
    save: async (values) => {
      const signers = open.flatMap((party) => {
        const signer = values[party].trim()
        return signer === '' ? [] : [{ party, signer }]
      })
      const { state } = await finish(
        await api.contractFiles.importSigned({
          contractId,
          versionId: newest.id,
          signers,
          // A day is all that paper tells: its middle.
          at: values.day === '' ? null : instantInZone(values.day, NOON, papers.zone),
          override: values.override,
          path: values.path,
        }),
      )
      await Promise.all(
        [orpc.contractFiles, orpc.attachments].map((asked) => answers.invalidateQueries({ queryKey: asked.key() })),
      )
      say(t(state === 'signed' ? 'importing.complete' : 'importing.done', { file: nameOf(values.path) }))
      onClose()
    },
  })
}

function nameOf(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? path
}
