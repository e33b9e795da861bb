/** Keeps a contract's choice of clauses as a template of the agency. */

import type { Contract } from '../../../shared/contract/contract-views'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'
import classes from './contracts.module.css'

interface TemplateDrawerProps {
  readonly contract: Contract
  readonly onClose: () => void
}

export function TemplateDrawer({ contract, onClose }: TemplateDrawerProps) {
  const t = useText('contracts')
  const form = useForm({
    initial: { name: '' },
    check: ({ name }) => (keyOf(name) === '' ? { name: t('wrong.required') } : {}),
    async save({ name }) {
      const clauses = contract.clauses.map(({ key }) => key)
      await api.contracts.putTemplate({ key: keyOf(name), name: name.trim(), kind: contract.kind, clauses })
      say(t('template.saved'))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('template.title')} form={form} onClose={onClose}>
      <TextField form={form} name="name" label={t('template.name')} maxLength={80} required first />
      <p className={classes.quiet}>{t('template.hint')}</p>
    </FormDrawer>
  )
}

/** Two people who keep a template under one name make one. */
function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
}
