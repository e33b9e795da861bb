/** One shop: its facts, archiving it, who changed what. */

import { Autocomplete, Button, Checkbox, Divider, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { Shop } from '../../../shared/contract/shops'
import { api, orpc } from '../../api'
import { LANGUAGES } from '../../format/language'
import { useLanguage, useText } from '../../messages/i18n'
import { chooseShop, goTo } from '../../session/place'
import { say } from '../../session/status'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { RecordHistory } from '../../ui/RecordHistory'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'
import { Asked } from './AskedShopField'
import { draftOf, fieldsOf, marketDefaults, type ShopDraft } from './shop-form'

/** Fields that stand by themselves; market, currency and zone go together. */
const RESTORABLE = ['name', 'shopCode', 'note']

export interface ShopDrawerProps {
  /** Null for a new one. */
  readonly shop: Shop | null
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

export function ShopDrawer({ shop, ...drawer }: ShopDrawerProps) {
  const t = useText('shops')
  const common = useText('common')
  const language = useLanguage()
  const form = useForm<ShopDraft>({
    initial: draftOf(shop, language),
    check: ({ name, market }) => ({
      ...(name.trim() === '' && { name: common('required') }),
      ...(market === '' && { market: common('required') }),
    }),
    async save(draft) {
      const saved = shop
        ? await api.shops.update({ id: shop.id, fields: fieldsOf(draft) })
        : await api.shops.add(fieldsOf(draft))
      say(shop ? t('changed', { name: saved.name }) : t('added', { name: saved.name }))
      drawer.onClose()
    },
  })
  return (
    <FormDrawer
      {...drawer}
      title={shop?.name ?? t('newShop')}
      form={form}
      saveWord={shop ? common('save') : t('add')}
      more={shop && <ShopActions shop={shop} onDone={drawer.onClose} />}
      below={
        shop && (
          <>
            <Divider my="md" label={t('history')} labelPosition="left" />
            <RecordHistory
              entity="shops"
              id={shop.id}
              fields={t('fields', { returnObjects: true })}
              restorable={RESTORABLE}
            />
          </>
        )
      }
    >
      <Fields form={form} shop={shop} />
    </FormDrawer>
  )
}

interface FieldsProps {
  readonly form: Form<ShopDraft>
  readonly shop: Shop | null
}

function Fields({ form, shop }: FieldsProps) {
  const t = useText('shops')
  const shell = useText('shell')
  const { values, errors, set } = form
  const clients = useQuery(orpc.clients.list.queryOptions({ input: {} })).data ?? []
  const asked = { form, shop }
  return (
    <>
      <Asked {...asked} field="name">
        <TextField form={form} name="name" label={t('fields.name')} required />
      </Asked>
      <Asked {...asked} field="client">
        <Autocomplete
          label={t('fields.client')}
          description={t('hints.client')}
          size="xs"
          data={clients.map(({ name }) => name)}
          value={values.client}
          onChange={(client) => set('client', client)}
          error={errors.client}
        />
      </Asked>
      <MarketFields {...asked} />
      <FieldPair>
        <Select
          label={t('fields.reportLanguage')}
          data={LANGUAGES.map((value) => ({
            value,
            label: value === 'zh-CN' ? shell('language.zh') : shell('language.en'),
          }))}
          value={values.reportLanguage}
          onChange={(value) => set('reportLanguage', value === 'en' ? 'en' : 'zh-CN')}
        />
        <Asked {...asked} field="shopCode">
          <TextField form={form} name="shopCode" label={t('fields.shopCode')} title={t('hints.shopCode')} />
        </Asked>
      </FieldPair>
      <Asked {...asked} field="crossBorder">
        <Checkbox
          label={t('fields.crossBorder')}
          checked={values.crossBorder}
          onChange={(event) => set('crossBorder', event.currentTarget.checked)}
        />
      </Asked>
      <Asked {...asked} field="note">
        <TextField form={form} name="note" label={t('fields.note')} lines={2} />
      </Asked>
    </>
  )
}

/** Choosing a market fills in its currency and zone; both can be changed afterwards. */
function MarketFields({ form, shop }: FieldsProps) {
  const { values, errors, set } = form
  const asked = { form, shop }
  const t = useText('shops')
  const words = useText('words')
  const packs = useQuery(orpc.markets.list.queryOptions({ input: {} })).data ?? []
  const names: Readonly<Record<string, string>> = words('market', { returnObjects: true })
  return (
    <>
      <Asked {...asked} field="market">
        <Select
          label={t('fields.market')}
          data={packs.map(({ market }) => ({ value: market, label: `${names[market] ?? market} · ${market}` }))}
          value={values.market || null}
          onChange={(market) => {
            const defaults = marketDefaults(packs, market ?? '')
            set('market', market ?? '')
            set('currency', defaults.currency)
            set('timezone', defaults.timezone)
          }}
          error={errors.market}
          searchable
          withAsterisk
        />
      </Asked>
      <FieldPair>
        <Asked {...asked} field="currency">
          <TextField form={form} name="currency" label={t('fields.currency')} title={t('hints.currency')} capitals />
        </Asked>
        <Asked {...asked} field="timezone">
          <TextField form={form} name="timezone" label={t('fields.timezone')} title={t('hints.timezone')} />
        </Asked>
      </FieldPair>
    </>
  )
}

function ShopActions({ shop, onDone }: { readonly shop: Shop; readonly onDone: () => void }) {
  const t = useText('shops')
  const archive = useCommand(
    () => api.shops.update({ id: shop.id, fields: { archived: !shop.archived } }),
    ({ name }) => t('changed', { name }),
  )
  return (
    <>
      <Button variant="default" onClick={() => archive.run()} loading={archive.busy}>
        {shop.archived ? t('unarchive') : t('archive')}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          chooseShop(shop.id)
          goTo('roi')
          onDone()
        }}
      >
        {t('open')}
      </Button>
    </>
  )
}
