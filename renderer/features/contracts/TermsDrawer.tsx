/** The terms of a contract and the values that its text asks for, in one form. */

import { Button, Select } from '@mantine/core'

import type { Contract, Preview } from '../../../shared/contract/contract-views'
import { variableOf } from '../../../shared/domain/contract-variables'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { CURRENCY_CHOICES } from '../../ui/currencies'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { RecordHistory } from '../../ui/RecordHistory'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'
import classes from './contracts.module.css'
import {
  ownField,
  ownVariables,
  TERMS,
  type Term,
  termsDraft,
  type TermsDraft,
  termsFields,
  wrongInTerms,
} from './terms-form'
import { useVariableName } from './variable-name'

interface TermsDrawerProps {
  readonly contract: Contract
  readonly preview: Preview
  readonly onClose: () => void
  readonly onRemoved: () => void
}

export function TermsDrawer({ contract, preview, onClose, onRemoved }: TermsDrawerProps) {
  const t = useText('contracts')
  const first = termsDraft(contract, preview)
  const form = useForm<TermsDraft>({
    initial: first,
    check: (draft) =>
      Object.fromEntries(
        Object.entries(wrongInTerms(draft, contract.kind)).map(([field, wrong]) => [field, t(`wrong.${wrong}`)]),
      ),
    async save(draft) {
      await api.contracts.put({ id: contract.id, fields: termsFields(draft, first, contract) })
      say(t('saved'))
      onClose()
    },
  })
  const fields: Readonly<Record<string, string>> = t('fields', { returnObjects: true })
  return (
    <FormDrawer
      title={t('terms', { title: contract.title })}
      wide
      form={form}
      onClose={onClose}
      more={contract.state === 'draft' && <Remove id={contract.id} onDone={onRemoved} />}
      below={
        <>
          <h3 className={classes.part}>{t('history')}</h3>
          <RecordHistory
            entity="contracts"
            id={contract.id}
            fields={fields}
            restorable={[]}
            currency={contract.currency ?? 'USD'}
          />
        </>
      }
    >
      <Terms form={form} />
      <Money form={form} />
      <Own form={form} preview={preview} />
    </FormDrawer>
  )
}

const ROWS: readonly (readonly Term[])[] = [
  ['title', 'number'],
  ['fromDay', 'toDay'],
  ['videos', 'lives', 'rounds'],
  ['usageDays', 'noticeDays', 'renewMonths'],
  ['exclusive', 'exclusiveUntil'],
  ['counterparty', 'party'],
  ['law', 'owner'],
  ['note'],
]

function Terms({ form }: { readonly form: Form<TermsDraft> }) {
  const t = useText('contracts')
  return (
    <>
      <h3 className={classes.part}>{t('sections.terms')}</h3>
      {ROWS.map((names) => (
        <FieldPair key={names.join(' ')}>
          {names.map((name) => (
            <Field key={name} form={form} name={name} />
          ))}
        </FieldPair>
      ))}
    </>
  )
}

function Field({ form, name }: { readonly form: Form<TermsDraft>; readonly name: Term }) {
  const t = useText('contracts')
  const label = t(`fields.${name}`)
  return TERMS[name] === 'day' ? (
    <DayField
      label={label}
      value={form.values[name] ?? ''}
      onChange={(day) => form.set(name, day)}
      error={form.errors[name]}
    />
  ) : (
    <TextField
      form={form}
      name={name}
      label={label}
      lines={name === 'note' ? 2 : 1}
      maxLength={name === 'note' ? 5000 : 200}
    />
  )
}

function Money({ form }: { readonly form: Form<TermsDraft> }) {
  const t = useText('contracts')
  const currency = form.values['currency'] ?? ''
  return (
    <>
      <h3 className={classes.part}>{t('sections.money')}</h3>
      <FieldPair>
        <Select
          size="xs"
          label={t('fields.currency')}
          data={[...CURRENCY_CHOICES]}
          searchable
          value={currency === '' ? null : currency}
          onChange={(value) => value && form.set('currency', value)}
          error={form.errors['currency']}
        />
        <Field form={form} name="rate" />
      </FieldPair>
      <FieldPair>
        {(['fee', 'advance', 'guaranteed', 'cap'] as const).map((name) => (
          <Field key={name} form={form} name={name} />
        ))}
      </FieldPair>
    </>
  )
}

function Own({ form, preview }: { readonly form: Form<TermsDraft>; readonly preview: Preview }) {
  const t = useText('contracts')
  const nameOf = useVariableName()
  const own = ownVariables(preview)
  if (own.length === 0) return null
  return (
    <>
      <h3 className={classes.part}>{t('sections.text')}</h3>
      <FieldPair>
        {own.map(({ name, standard }) => {
          const usual = variableOf(name).standard
          return (
            <TextField
              key={name}
              form={form}
              name={ownField(name)}
              label={nameOf(name)}
              maxLength={2000}
              {...(standard && usual !== undefined && { placeholder: t('standard', { value: usual }) })}
            />
          )
        })}
      </FieldPair>
    </>
  )
}

function Remove({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const t = useText('contracts')
  const common = useText('common')
  const remove = useCommand(
    async () => {
      await api.contracts.remove({ id })
      onDone()
    },
    () => t('removed'),
  )
  return (
    <Button variant="default" loading={remove.busy} onClick={() => remove.run()}>
      {common('remove')}
    </Button>
  )
}
