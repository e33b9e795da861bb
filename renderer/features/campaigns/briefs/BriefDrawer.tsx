/** One brief: its words in both languages, its versions, its PDF, and who got which. */

import { Checkbox, MultiSelect, SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Brief } from '../../../../shared/contract/briefs'
import type { Campaign } from '../../../../shared/contract/campaign-views'
import { BRIEF_LANGUAGES, BRIEF_SECTIONS, type BriefLanguage } from '../../../../shared/domain/briefs'
import { CONTENT_FORMS } from '../../../../shared/domain/quotes'
import { api, orpc } from '../../../api'
import { useLanguage, useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { DayField } from '../../../ui/DayField'
import { type Form, useForm } from '../../../ui/form'
import { FieldPair } from '../../../ui/FormBody'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import { bodyOf, type BriefDraft, briefDraft, textName } from './brief-form'
import { BriefActs, BriefBelow } from './BriefBelow'
import { TakeClaims } from './TakeClaims'

export interface BriefDrawerProps {
  readonly campaign: Campaign
  /** Null: a new one. */
  readonly brief: Brief | null
  readonly onClose: () => void
}

export function BriefDrawer({ campaign, brief, onClose }: BriefDrawerProps) {
  const t = useText('briefs')
  const words = useText('campaigns')
  const form = useForm<BriefDraft>({
    initial: briefDraft(brief),
    check: ({ title, slots }) => ({
      ...(title.trim() === '' && { title: words('wrong.required') }),
      ...(slots.trim() !== '' && !/^\d{1,5}$/u.test(slots.trim()) && { slots: words('wrong.notCount') }),
    }),
    async save(draft) {
      const { title, contentForm, slots, deadline, archived, note } = draft
      const saved = await api.briefs.put({
        ...(brief && { id: brief.id }),
        fields: {
          ...(!brief && { campaignId: campaign.id }),
          title: title.trim(),
          contentForm,
          slots: slots.trim() === '' ? null : Number(slots),
          deadline: deadline === '' ? null : deadline,
          archived,
          note: note.trim() === '' ? null : note.trim(),
        },
        body: bodyOf(draft),
      })
      const isNew = saved.newest?.id !== brief?.newest?.id
      say(isNew ? t('savedVersion', { version: saved.newest?.name ?? '' }) : t('saved'))
      onClose()
    },
  })
  return (
    <FormDrawer
      title={brief?.title ?? t('addTitle')}
      form={form}
      onClose={onClose}
      wide
      more={brief && <BriefActs campaign={campaign} brief={brief} onClose={onClose} />}
      below={brief && <BriefBelow brief={brief} />}
    >
      <TextField form={form} name="title" label={t('title')} required maxLength={200} first={brief === null} />
      <FactFields form={form} />
      <ProductChoice form={form} campaign={campaign} />
      <WordFields form={form} campaign={campaign} />
      <TextField form={form} name="note" label={t('note')} lines={2} />
      {brief && (
        <Checkbox
          size="xs"
          label={t('archived')}
          checked={form.values.archived}
          onChange={({ currentTarget }) => form.set('archived', currentTarget.checked)}
        />
      )}
    </FormDrawer>
  )
}

function FactFields({ form }: { readonly form: Form<BriefDraft> }) {
  const t = useText('briefs')
  return (
    <FieldPair>
      <Select
        size="xs"
        label={t('contentForm')}
        data={CONTENT_FORMS.map((value) => ({ value, label: t(`forms.${value}`) }))}
        allowDeselect={false}
        value={form.values.contentForm}
        onChange={(value) => value && form.set('contentForm', value)}
      />
      <TextField form={form} name="slots" label={t('slots')} inputMode="numeric" />
      <DayField
        label={t('deadline')}
        value={form.values.deadline}
        onChange={(deadline) => form.set('deadline', deadline)}
      />
    </FieldPair>
  )
}

interface PartProps {
  readonly form: Form<BriefDraft>
  readonly campaign: Campaign
}

function ProductChoice({ form, campaign }: PartProps) {
  const t = useText('briefs')
  const products = useQuery(orpc.campaigns.products.queryOptions({ input: { campaignId: campaign.id } })).data ?? []
  const known = products.map(({ productId, name }) => ({ value: productId, label: name ?? productId }))
  const others = form.values.products.filter((id) => !known.some(({ value }) => value === id))
  return (
    <MultiSelect
      size="xs"
      label={t('products')}
      data={[...known, ...others.map((value) => ({ value, label: value }))]}
      searchable
      value={[...form.values.products]}
      onChange={(chosen) => form.set('products', chosen)}
    />
  )
}

/** The texts of one language at a time; the other is one key away. */
function WordFields({ form, campaign }: PartProps) {
  const t = useText('briefs')
  const own = useLanguage()
  const [language, setLanguage] = useState<BriefLanguage>(own)
  return (
    <>
      <FieldPair>
        <SegmentedControl
          size="xs"
          aria-label={t('language')}
          value={language}
          onChange={(value) => setLanguage(BRIEF_LANGUAGES.find((one) => one === value) ?? own)}
          data={BRIEF_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
        <TakeClaims form={form} shopId={campaign.shopId} language={language} />
      </FieldPair>
      {BRIEF_SECTIONS.map((section) => (
        <TextField
          key={`${language} ${section}`}
          form={form}
          name={textName(language, section)}
          label={t(`sections.${section}`)}
          placeholder={t('perLine')}
          lines={2}
        />
      ))}
    </>
  )
}
