/** One document of a shop: what it is, its number and days, its files. */

import { Button, Divider, Select } from '@mantine/core'

import type { ShopDocument } from '../../../shared/contract/onboarding'
import { DOCUMENT_KINDS, type DocumentKind } from '../../../shared/domain/onboarding'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { Attachments } from '../../ui/Attachments'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'

export interface DocumentDrawerProps {
  readonly shopId: string
  /** Null: a new one. */
  readonly document: ShopDocument | null
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

export function DocumentDrawer({ shopId, document, onPrevious, onNext, onClose }: DocumentDrawerProps) {
  const t = useText('onboarding')
  const common = useText('common')
  const kinds: Readonly<Record<DocumentKind, string>> = t('kinds', { returnObjects: true })
  const remove = useCommand(
    async (id: string) => {
      await api.onboarding.removeDocument({ id })
      onClose()
    },
    () => t('documentRemoved'),
  )
  const first = draftOf(document)
  const form = useForm<Draft>({
    initial: first,
    check: ({ issuedOn, expires }) =>
      issuedOn !== '' && expires !== '' && expires < issuedOn ? { expires: t('beforeIssued') } : {},
    async save(values) {
      const { kind, number, ...rest } = values
      const said = Object.fromEntries(Object.entries(rest).map(([field, text]) => [field, text.trim() || null]))
      // A number that is hidden from this role is not written over.
      const fields = { shopId, kind, ...said, ...(number !== first.number && { number: number.trim() || null }) }
      await api.onboarding.putDocument({ id: document?.id ?? null, fields })
      say(t('saved', { step: kinds[kind] }))
      onClose()
    },
  })
  return (
    <FormDrawer
      title={document ? kinds[document.kind] : t('addDocument')}
      form={form}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      more={
        document && (
          <Button variant="subtle" onClick={() => remove.run(document.id)}>
            {common('remove')}
          </Button>
        )
      }
      below={
        document && (
          <>
            <Divider my="md" label={t('fields.files')} labelPosition="left" />
            <Attachments entity="shopDocuments" id={document.id} />
          </>
        )
      }
    >
      <Fields form={form} />
    </FormDrawer>
  )
}

interface Draft {
  readonly kind: DocumentKind
  readonly name: string
  readonly number: string
  readonly issuedOn: string
  readonly expires: string
  readonly owner: string
  readonly note: string
}

function draftOf(document: ShopDocument | null): Draft {
  return {
    kind: document?.kind ?? DOCUMENT_KINDS[0],
    name: document?.name ?? '',
    number: document?.number ?? '',
    issuedOn: document?.issuedOn ?? '',
    expires: document?.expires ?? '',
    owner: document?.owner ?? '',
    note: document?.note ?? '',
  }
}

function Fields({ form }: { readonly form: Form<Draft> }) {
  const t = useText('onboarding')
  const kinds: Readonly<Record<DocumentKind, string>> = t('kinds', { returnObjects: true })
  return (
    <>
      <Select
        size="xs"
        label={t('fields.kind')}
        data={DOCUMENT_KINDS.map((value) => ({ value, label: kinds[value] }))}
        allowDeselect={false}
        value={form.values.kind}
        onChange={(kind) => kind && form.set('kind', kind)}
      />
      <FieldPair>
        <TextField form={form} name="name" label={t('fields.name')} />
        <TextField form={form} name="number" label={t('fields.number')} />
      </FieldPair>
      <FieldPair>
        <DayField
          label={t('fields.issuedOn')}
          value={form.values.issuedOn}
          onChange={(day) => form.set('issuedOn', day)}
        />
        <DayField
          label={t('fields.expires')}
          value={form.values.expires}
          onChange={(day) => form.set('expires', day)}
          error={form.errors.expires}
        />
      </FieldPair>
      <TextField form={form} name="owner" label={t('fields.owner')} />
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </>
  )
}
