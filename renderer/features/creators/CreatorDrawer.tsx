/** What people know of a creator: name, market, contact, tags, remark; other names, attachments, history. */

import { Button, Divider, TagsInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'

import type { CreatorProfile } from '../../../shared/contract/creators-list'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { AskedField } from '../../questions/marked'
import { useMarks } from '../../questions/use-questions'
import { say } from '../../session/status'
import { Answer } from '../../ui/Answer'
import { Attachments } from '../../ui/Attachments'
import { Drawer } from '../../ui/Drawer'
import { Facts } from '../../ui/Facts'
import { type Form, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { RecordHistory } from '../../ui/RecordHistory'
import { TextField } from '../../ui/TextField'
import {
  changedFields,
  CREATOR_TEXTS,
  type CreatorDraft,
  creatorDraft,
  type CreatorRecord,
  type CreatorText,
} from './creator-form'
import { MergedNames } from './MergedNames'
import { showFigures } from './show-figures'

export interface CreatorDrawerProps {
  readonly creator: CreatorProfile
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

export function CreatorDrawer({ creator, ...drawer }: CreatorDrawerProps) {
  const query = useQuery(orpc.creators.get.queryOptions({ input: { id: creator.id } }))
  return query.data ? (
    <Known creator={query.data} {...drawer} />
  ) : (
    <Drawer title={creator.handle} {...drawer}>
      <Answer query={query}>{() => null}</Answer>
    </Drawer>
  )
}

interface KnownProps extends Omit<CreatorDrawerProps, 'creator'> {
  readonly creator: CreatorRecord
}

function Known({ creator, ...drawer }: KnownProps) {
  const t = useText('lists')
  const answers = useQueryClient()
  const initial = creatorDraft(creator)
  const form = useForm<CreatorDraft & { readonly first: CreatorDraft }>({
    initial: { ...initial, first: initial },
    check: () => ({}),
    async save({ first, ...draft }) {
      const fields = changedFields(draft, first, creator)
      if (Object.keys(fields).length > 0) {
        await api.creators.put({ id: creator.id, fields })
        await answers.invalidateQueries({ queryKey: orpc.creators.key() })
      }
      say(t('creators.saved', { handle: creator.handle }))
      drawer.onClose()
    },
  })
  return (
    <FormDrawer
      {...drawer}
      title={creator.handle}
      form={form}
      more={
        <Button variant="default" onClick={() => showFigures(creator.handle)}>
          {t('creators.figures')}
        </Button>
      }
      below={<Below creator={creator} />}
    >
      <Facts facts={[[t('creators.fields.shops'), creator.shops]]} />
      <Fields creator={creator} form={form} />
    </FormDrawer>
  )
}

interface FieldsProps {
  readonly creator: CreatorRecord
  readonly form: Form<CreatorDraft & { readonly first: CreatorDraft }>
}

function Fields({ creator, form }: FieldsProps) {
  const t = useText('lists')
  const marks = useMarks('creators')
  const field = (name: CreatorText) => (
    <AskedField
      key={name}
      marks={marks}
      entity="creators"
      id={creator.id}
      field={name}
      label={t(`creators.fields.${name}`)}
      shown={creator[name]}
      onDecided={(value) => {
        const text = value === null ? '' : String(value)
        form.set(name, text)
        form.set('first', { ...form.values.first, [name]: text })
      }}
    >
      <TextField form={form} name={name} label={t(`creators.fields.${name}`)} lines={name === 'remark' ? 3 : 1} />
    </AskedField>
  )
  return (
    <>
      <FieldPair>{(['displayName', 'market', 'phone', 'email'] as const).map(field)}</FieldPair>
      <TagsInput
        size="xs"
        label={t('creators.fields.tags')}
        description={t('creators.tagsHint')}
        value={[...form.values.tags]}
        onChange={(tags) => form.set('tags', tags)}
        clearable
      />
      {field('remark')}
    </>
  )
}

function Below({ creator }: { readonly creator: CreatorRecord }) {
  const t = useText('lists')
  const attachments = useText('attachments')
  const fields: Readonly<Record<string, string>> = t('creators.fields', { returnObjects: true })
  return (
    <>
      <Divider my="md" label={t('creators.merged')} labelPosition="left" />
      <MergedNames creator={creator} />
      <Divider my="md" label={attachments('title')} labelPosition="left" />
      <Attachments entity="creators" id={creator.id} />
      <Divider my="md" label={t('history.title')} labelPosition="left" />
      <RecordHistory entity="creators" id={creator.id} fields={fields} restorable={[...CREATOR_TEXTS, 'tags']} />
    </>
  )
}
