/** A new contract: with whom, for which shop, and the template it begins with. */

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { LibraryTemplate } from '../../../shared/contract/contract-views'
import { api, orpc } from '../../api'
import { CreatorField } from '../../creator/CreatorField'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { Answer } from '../../ui/Answer'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { ShopField } from '../../ui/ShopField'
import { TextField } from '../../ui/TextField'
import classes from './contracts.module.css'

export interface NewContractProps {
  /** Key of the template; null: the first. */
  readonly template: string | null
  readonly shopId: string | null
  readonly onClose: () => void
  readonly onMade: (id: string) => void
}

export function NewContract(props: NewContractProps) {
  const query = useQuery(orpc.contracts.templates.queryOptions({ input: {} }))
  return <Answer query={query}>{(templates) => <NewForm {...props} templates={templates} />}</Answer>
}

function NewForm({
  template,
  shopId,
  onClose,
  onMade,
  templates,
}: NewContractProps & { readonly templates: readonly LibraryTemplate[] }) {
  const t = useText('contracts')
  const initial = {
    template: template ?? templates[0]?.key ?? '',
    shopId: shopId ?? '',
    creatorId: '',
    title: '',
    fromDay: '',
    toDay: '',
  }
  const form = useForm<Draft>({
    initial,
    check: (draft) =>
      Object.fromEntries(
        (['template', 'shopId', 'creatorId', 'title'] as const)
          .filter((field) => draft[field].trim() === '')
          .map((field) => [field, t('wrong.required')]),
      ),
    async save({ template: key, shopId: shop, creatorId, title, fromDay, toDay }) {
      const kind = templates.find((one) => one.key === key)?.kind ?? 'other'
      const days = { fromDay: fromDay || null, toDay: toDay || null }
      const made = await api.contracts.put({
        fields: { shopId: shop, creatorId, title, kind, templateKey: key, ...days },
      })
      say(t('saved'))
      onClose()
      onMade(made.id)
    },
  })
  return (
    <FormDrawer title={t('add')} form={form} onClose={onClose}>
      <NewFields form={form} templates={templates} />
      <p className={classes.quiet}>{t('lawyer')}</p>
    </FormDrawer>
  )
}

interface Draft {
  readonly template: string
  readonly shopId: string
  readonly creatorId: string
  readonly title: string
  readonly fromDay: string
  readonly toDay: string
}

function NewFields({
  form,
  templates,
}: {
  readonly form: Form<Draft>
  readonly templates: readonly LibraryTemplate[]
}) {
  const t = useText('contracts')
  const nameOf = ({ name, kind }: LibraryTemplate) =>
    name === '' ? t(`kinds.${kind}`) : t('templateKind', { name, kind: t(`kinds.${kind}`) })
  const { values, errors, set } = form
  return (
    <>
      <Select
        size="xs"
        label={t('fields.template')}
        data={templates.map((one) => ({ value: one.key, label: nameOf(one) }))}
        allowDeselect={false}
        value={values.template}
        error={errors.template}
        onChange={(key) => key && set('template', key)}
      />
      <ShopField
        label={t('fields.shopId')}
        value={values.shopId}
        onChange={({ id }) => set('shopId', id)}
        error={errors.shopId}
      />
      <CreatorField
        label={t('fields.creatorId')}
        none={t('noCreator')}
        value={values.creatorId}
        handle={null}
        onChange={(id) => set('creatorId', id)}
        error={errors.creatorId}
      />
      <TextField form={form} name="title" label={t('fields.title')} maxLength={200} required first />
      <FieldPair>
        {(['fromDay', 'toDay'] as const).map((name) => (
          <DayField
            key={name}
            label={t(`fields.${name}`)}
            value={values[name]}
            onChange={(day) => set(name, day)}
            error={errors[name]}
          />
        ))}
      </FieldPair>
    </>
  )
}
