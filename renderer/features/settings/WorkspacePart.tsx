/** What this workspace is called, what its books are kept in, where it is and what is in it. */

import { Button, Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'

import { api, desktop, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { type OpenWorkspace, useWorkspace } from '../../session/workspace'
import { Answer } from '../../ui/Answer'
import { CURRENCY_CHOICES } from '../../ui/currencies'
import { Facts } from '../../ui/Facts'
import { useForm } from '../../ui/form'
import { FieldPair, FormBody } from '../../ui/FormBody'
import { TextField } from '../../ui/TextField'
import classes from './settings.module.css'

const COUNTS = ['clients', 'shops', 'creators', 'products', 'orders', 'lines', 'imports', 'steps'] as const

export function WorkspacePart() {
  const workspace = useWorkspace()
  return (
    <div className={classes.settings}>
      {workspace && <NameAndCurrency key={workspace.workspaceId} workspace={workspace} />}
      <Contents />
    </div>
  )
}

function NameAndCurrency({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useText('settings')
  const common = useText('common')
  const id = useId()
  const form = useForm({
    initial: { name: workspace.name, currency: workspace.currency },
    check: ({ name }) => (name.trim() === '' ? { name: common('required') } : {}),
    async save({ name, currency }) {
      await api.workspace.rename({ name: name.trim(), currency })
      say(common('saved'))
    },
  })
  const { values, errors, set, failure, submit, busy } = form
  const choices: readonly string[] = CURRENCY_CHOICES
  return (
    <FormBody id={id} onSubmit={submit} failure={failure}>
      <FieldPair>
        <TextField form={form} name="name" label={t('name')} maxLength={120} />
        <Select
          label={t('currency')}
          data={choices.includes(values.currency) ? [...choices] : [values.currency, ...choices]}
          value={values.currency}
          onChange={(currency) => set('currency', currency ?? values.currency)}
          error={errors.currency}
          searchable
        />
      </FieldPair>
      <Group>
        <Button
          type="submit"
          loading={busy}
          disabled={values.name === workspace.name && values.currency === workspace.currency}
        >
          {common('save')}
        </Button>
      </Group>
    </FormBody>
  )
}

function Contents() {
  const t = useText('settings')
  const format = useFormat()
  const query = useQuery(orpc.workspace.info.queryOptions({ input: {}, staleTime: 0 }))
  return (
    <Answer query={query}>
      {(info) => (
        <>
          <Facts
            facts={[
              [t('file'), info.file],
              [t('size'), format.size(info.sizeBytes)],
              [t('version'), format.count(info.schemaVersion)],
              [t('ids'), `${info.workspaceId} · ${info.replicaId}`],
              ...COUNTS.map((name) => [t(`count.${name}`), format.count(info.counts[name])] as const),
            ]}
          />
          <Group>
            <Button variant="default" onClick={() => void desktop.reveal({ file: info.file })}>
              {t('reveal')}
            </Button>
          </Group>
        </>
      )}
    </Answer>
  )
}
