/** One claim: its words, where it holds, and the files that prove it. */

import { Button, Checkbox, Divider, Select, TagsInput } from '@mantine/core'
import { useState } from 'react'

import type { ProductClaim } from '../../../../shared/contract/claim-sheets'
import { CLAIM_KINDS, type ClaimKind, EVERY } from '../../../../shared/domain/claim-sheet'
import { MARKETS } from '../../../../shared/domain/market-packs'
import { api } from '../../../api'
import { useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { Attachments } from '../../../ui/Attachments'
import { DayField } from '../../../ui/DayField'
import { type Form, useForm } from '../../../ui/form'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import { useCommand } from '../../../ui/use-save'
import { Quiet } from '../ProductParts'
import type { SheetOf } from './ClaimSheetDrawer'
import { useMarketText } from './market-text'

interface Draft {
  readonly kind: ClaimKind
  readonly market: string
  readonly text: string
  readonly terms: readonly string[]
  readonly language: string
  readonly proofExpires: string
  readonly source: string
  readonly note: string
  readonly archived: boolean
}

interface ClaimFormProps {
  readonly sheet: SheetOf
  /** Null: a new one. */
  readonly claim: ProductClaim | null
  readonly onClose: () => void
}

export function ClaimForm({ sheet, claim: given, onClose }: ClaimFormProps) {
  const t = useText('claimSheets')
  const common = useText('common')
  // A new allowed claim stays open for its proof once it is saved.
  const [claim, setClaim] = useState(given)
  const form = useForm<Draft>({
    initial: draftOf(given),
    check: ({ text, language }) => ({
      ...(text.trim() === '' && { text: common('required') }),
      ...(!/^(?:[a-z]{2})?$/u.test(language.trim()) && { language: t('notALanguage') }),
    }),
    async save(draft) {
      const { shopId, productId } = sheet
      const fields = { shopId, productId, ...fieldsOf(draft) }
      const saved = await api.claimSheets.put({ ...(claim && { id: claim.id }), fields })
      if (claim === null && saved.kind === 'allowed') {
        setClaim(saved)
        say(t('savedProve'))
      } else {
        say(t('saved'))
        onClose()
      }
    },
  })
  const isAllowed = form.values.kind === 'allowed'
  return (
    <FormDrawer
      wide
      title={claim?.text ?? t('newClaim')}
      form={form}
      onClose={onClose}
      more={claim && <Remove claim={claim} onDone={onClose} />}
      below={
        isAllowed && (
          <>
            <Divider my="md" label={t('attach')} labelPosition="left" />
            <Quiet>{claim ? t('hints.proof') : t('saveFirst')}</Quiet>
            {claim && <Attachments entity="productClaims" id={claim.id} />}
          </>
        )
      }
    >
      <Fields form={form} />
      {claim && (
        <Checkbox
          size="xs"
          label={t('archive')}
          checked={form.values.archived}
          onChange={({ currentTarget }) => form.set('archived', currentTarget.checked)}
        />
      )}
    </FormDrawer>
  )
}

function draftOf(claim: ProductClaim | null): Draft {
  return {
    kind: claim?.kind ?? 'allowed',
    market: claim?.market ?? EVERY,
    text: claim?.text ?? '',
    terms: claim?.terms ?? [],
    language: claim?.language ?? '',
    proofExpires: claim?.proofExpires ?? '',
    source: claim?.source ?? '',
    note: claim?.note ?? '',
    archived: claim?.archived ?? false,
  }
}

function fieldsOf({ terms, language, proofExpires, source, note, text, ...rest }: Draft) {
  return {
    ...rest,
    text: text.trim(),
    terms: [...terms],
    language: language.trim() || null,
    proofExpires: proofExpires || null,
    source: source.trim() || null,
    note: note.trim() || null,
  }
}

function Fields({ form }: { readonly form: Form<Draft> }) {
  const t = useText('claimSheets')
  const market = useMarketText()
  const { values, errors, set } = form
  return (
    <>
      <FieldPair>
        <Select
          size="xs"
          label={t('fields.kind')}
          allowDeselect={false}
          data={CLAIM_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={values.kind}
          onChange={(value) => set('kind', CLAIM_KINDS.find((kind) => kind === value) ?? 'allowed')}
        />
        <Select
          size="xs"
          label={t('fields.market')}
          allowDeselect={false}
          data={[EVERY, ...MARKETS].map((value) => ({ value, label: market(value) }))}
          value={values.market}
          onChange={(value) => set('market', value ?? EVERY)}
        />
      </FieldPair>
      <TextField
        form={form}
        name="text"
        label={t('fields.text')}
        description={t('hints.text')}
        lines={2}
        required
        first
      />
      <TagsInput
        size="xs"
        label={t('fields.terms')}
        description={t('hints.terms')}
        value={[...values.terms]}
        onChange={(terms) => set('terms', terms)}
      />
      <FieldPair>
        <TextField form={form} name="language" label={t('fields.language')} title={t('hints.language')} maxLength={2} />
        {values.kind === 'allowed' && (
          <DayField
            label={t('fields.proofExpires')}
            value={values.proofExpires}
            onChange={(day) => set('proofExpires', day)}
            error={errors.proofExpires}
          />
        )}
      </FieldPair>
      <TextField form={form} name="source" label={t('fields.source')} title={t('hints.source')} />
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </>
  )
}

function Remove({ claim, onDone }: { readonly claim: ProductClaim; readonly onDone: () => void }) {
  const t = useText('claimSheets')
  const common = useText('common')
  const remove = useCommand(
    async () => {
      await api.claimSheets.remove({ id: claim.id })
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
