/** A new batch sheet: from chosen creators or a saved view, with everybody who is left out and why. */

import { Select, SegmentedControl, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import type { SkippedCreator } from '../../../shared/contract/outreach-batches'
import { BLOCK_SIZES } from '../../../shared/domain/batches'
import { api, orpc } from '../../api'
import { ChannelChoice } from '../../creator/LogContact'
import { useChosenCreators } from '../../creator/quick-log'
import { useText } from '../../messages/i18n'
import { useCurrentShop } from '../../session/shops'
import { say } from '../../session/status'
import { Answer } from '../../ui/Answer'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { ShopField } from '../../ui/ShopField'
import { SmallTable } from '../../ui/SmallTable'
import { TextField } from '../../ui/TextField'

const TICKED = 'ticked'
const ALL = 'all'
/** Lines shown of those left out. */
const SHOWN = 200
const MOST = 20_000

interface Draft {
  readonly shopId: string
  readonly from: string
  readonly name: string
  readonly size: string
  readonly blockSize: string
  readonly channel: string | null
  readonly templateId: string | null
}

export interface NewBatchProps {
  readonly onClose: () => void
  readonly onMade: (id: string) => void
}

export function NewBatch({ onClose, onMade }: NewBatchProps) {
  const t = useText('outreach')
  const common = useText('common')
  const shop = useCurrentShop()
  const ticked = useChosenCreators()
  const form = useForm<Draft>({
    initial: {
      shopId: shop?.id ?? '',
      from: ticked.length > 0 ? TICKED : ALL,
      name: '',
      size: '100',
      blockSize: '100',
      channel: 'invitation',
      templateId: null,
    },
    check: ({ shopId, name, size }) => ({
      ...(shopId === '' && { shopId: common('required') }),
      ...(name.trim() === '' && { name: common('required') }),
      ...(sizeOf(size) === null && { size: common('required') }),
    }),
    async save(draft) {
      const { shopId, name, channel, templateId } = draft
      const size = sizeOf(draft.size) ?? 100
      const blockSize = BLOCK_SIZES.find((one) => String(one) === draft.blockSize) ?? 100
      const batch = await api.outreach.batches.add({ shopId, creators, size, name, channel, templateId, blockSize })
      say(t('batch.made'))
      onMade(batch.id)
    },
  })
  const { values, set } = form
  const creators = useSelection(values, ticked)
  return (
    <FormDrawer title={t('batch.new')} form={form} saveWord={t('batch.make')} onClose={onClose} wide>
      <ShopField
        label={t('field.shop')}
        value={values.shopId}
        onChange={({ id }) => set('shopId', id)}
        error={form.errors.shopId}
      />
      <FromChoice value={values.from} ticked={ticked.length} onChange={(from) => set('from', from)} />
      <TextField form={form} name="name" label={t('field.name')} required first />
      <SheetFields form={form} />
      {values.shopId === '' ? (
        <Text size="xs">{t('batch.chooseShop')}</Text>
      ) : (
        <Plan draft={values} creators={creators} />
      )}
    </FormDrawer>
  )
}

function SheetFields({ form }: { readonly form: Form<Draft> }) {
  const t = useText('outreach')
  const { values, set } = form
  return (
    <>
      <FieldPair>
        <TextField form={form} name="size" label={t('field.size')} inputMode="numeric" required />
        <SegmentedControl
          size="xs"
          aria-label={t('field.block')}
          value={values.blockSize}
          onChange={(blockSize) => set('blockSize', blockSize)}
          data={BLOCK_SIZES.map(String)}
        />
      </FieldPair>
      <FieldPair>
        <ChannelChoice value={values.channel} onChange={(channel) => set('channel', channel)} />
        <TemplateChoice
          shopId={values.shopId}
          value={values.templateId}
          onChange={(templateId) => set('templateId', templateId)}
        />
      </FieldPair>
    </>
  )
}

/** The ids, the best first: those chosen, those of a view, or all. */
function useSelection({ from, shopId }: Draft, ticked: readonly string[]): string[] {
  const views = useQuery(orpc.views.list.queryOptions({ input: { list: 'creators' } }))
  const body = views.data?.find(({ id }) => id === from)?.body
  const { data } = useQuery({
    ...orpc.creators.ids.queryOptions({
      input: {
        ...(body && { search: body.search, filters: body.filters, sort: body.sort }),
        shopId: shopId === '' ? null : shopId,
      },
    }),
    enabled: from !== TICKED,
  })
  return (from === TICKED ? [...ticked] : (data?.ids ?? [])).slice(0, MOST)
}

function Plan({ draft, creators }: { readonly draft: Draft; readonly creators: string[] }) {
  const t = useText('outreach')
  const { shopId, size, channel } = draft
  const plan = useQuery({
    ...orpc.outreach.batches.plan.queryOptions({ input: { shopId, creators, size: sizeOf(size) ?? 100, channel } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Answer query={plan}>
      {({ taken, skipped, quotaLeft }) => (
        <>
          <Text size="xs" role="status">
            {t('batch.plan', { taken: taken.length, skipped: skipped.length })}
            {quotaLeft !== null && ` · ${t('batch.left', { number: quotaLeft })}`}
          </Text>
          {skipped.length > 0 && <SkippedTable skipped={skipped} />}
        </>
      )}
    </Answer>
  )
}

/** Who is left out, and why. */
export function SkippedTable({ skipped }: { readonly skipped: readonly SkippedCreator[] }) {
  const t = useText('outreach')
  return (
    <SmallTable
      label={t('batch.skipped', { number: skipped.length })}
      columns={[{ title: t('field.creator') }, { title: t('batch.why') }]}
      rows={skipped.slice(0, SHOWN).map(({ creatorId, handle, reason, detail }, i) => ({
        key: `${creatorId} ${i}`,
        cells: [handle, t(`skip.${reason}`, { detail: detail ?? '' })],
      }))}
    />
  )
}

interface FromProps {
  readonly value: string
  readonly ticked: number
  readonly onChange: (value: string) => void
}

function FromChoice({ value, ticked, onChange }: FromProps) {
  const t = useText('outreach')
  const views = useQuery(orpc.views.list.queryOptions({ input: { list: 'creators' } }))
  return (
    <Select
      size="xs"
      label={t('field.view')}
      data={[
        ...(ticked > 0 ? [{ value: TICKED, label: t('batch.ticked', { number: ticked }) }] : []),
        { value: ALL, label: t('batch.all') },
        ...(views.data ?? []).flatMap(({ id, name, body }) => (body ? [{ value: id, label: name }] : [])),
      ]}
      value={value}
      onChange={(next) => onChange(next ?? ALL)}
    />
  )
}

interface TemplateChoiceProps {
  readonly shopId: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

function TemplateChoice({ shopId, value, onChange }: TemplateChoiceProps) {
  const t = useText('outreach')
  const input = { shopId: shopId === '' ? null : shopId }
  const templates = useQuery(orpc.outreach.templates.list.queryOptions({ input }))
  return (
    <Select
      size="xs"
      label={t('field.template')}
      placeholder={t('batch.none')}
      data={(templates.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      clearable
    />
  )
}

function sizeOf(text: string): number | null {
  const size = Number(text)
  return Number.isSafeInteger(size) && size > 0 && size <= 2000 ? size : null
}
