/** The contact card, all of it, to be typed; a value that colleagues see differently is decided first. */

import { Button, Group, TagsInput, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'

import type { CreatorRecord, SecretField } from '../../../../shared/contract/creator-record'
import { api, orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { fieldText } from '../../../messages/record-text'
import { AskedField } from '../../../questions/marked'
import { useMarks } from '../../../questions/use-questions'
import { say } from '../../../session/status'
import { DayField } from '../../../ui/DayField'
import { type Form, useForm } from '../../../ui/form'
import { FieldPair, FormBody } from '../../../ui/FormBody'
import { TextField } from '../../../ui/TextField'
import { CARD_TEXTS, type CardDraft, cardDraft, changedCard } from '../creator-form'
import { MergedNames } from '../MergedNames'
import { Secret } from './ProfileFacts'
import classes from './profile.module.css'

type CardForm = Form<CardDraft & { readonly first: CardDraft }>

const GROUPS = {
  person: ['displayName', 'category', 'agent', 'platformId'],
  contact: ['phone', 'email', 'preferredChannel', 'language'],
  market: ['market', 'timezone', 'audienceMarket', 'audienceLanguage'],
  samples: ['sizes', 'colors'],
} as const satisfies Readonly<Record<string, readonly (typeof CARD_TEXTS)[number][]>>

const SECRETS = ['address', 'bank', 'payee'] as const satisfies readonly SecretField[]

export function CardForm({ creator }: { readonly creator: CreatorRecord }) {
  const t = useText('profile')
  const common = useText('common')
  const answers = useQueryClient()
  const initial = cardDraft(creator)
  const id = useId()
  const form = useForm<CardDraft & { readonly first: CardDraft }>({
    initial: { ...initial, first: initial },
    check: () => ({}),
    async save({ first, ...draft }) {
      const fields = changedCard(draft, first, creator)
      if (Object.keys(fields).length > 0) {
        await api.creators.put({ id: creator.id, fields })
        await answers.invalidateQueries({ queryKey: orpc.creators.key() })
      }
      form.set('first', draft)
      say(t('saved', { handle: creator.handle }))
    },
  })
  return (
    <div className={classes.stack}>
      <FormBody id={id} onSubmit={form.submit} failure={form.failure}>
        {(['person', 'contact', 'market', 'samples'] as const).map((group) => (
          <fieldset key={group} className={classes.group}>
            <legend className={classes.title}>{t(`card.${group}`)}</legend>
            <FieldPair>
              {GROUPS[group].map((name) => (
                <CardText key={name} creator={creator} form={form} name={name} />
              ))}
            </FieldPair>
            {group === 'contact' && <Channels form={form} />}
          </fieldset>
        ))}
        <Money creator={creator} form={form} />
        <Keeping creator={creator} form={form} />
        <Group justify="flex-end">
          <Button type="submit" loading={form.busy}>
            {common('save')}
          </Button>
        </Group>
      </FormBody>
      <h3 className={classes.title}>{t('card.other')}</h3>
      <MergedNames creator={creator} />
    </div>
  )
}

interface PartProps {
  readonly creator: CreatorRecord
  readonly form: CardForm
}

function CardText({
  creator,
  form,
  name,
  lines = 1,
}: PartProps & { readonly name: (typeof CARD_TEXTS)[number]; readonly lines?: number }) {
  const marks = useMarks('creators')
  return (
    <AskedField
      marks={marks}
      entity="creators"
      id={creator.id}
      field={name}
      label={fieldText(name)}
      shown={creator[name]}
      onDecided={(value) => {
        const text = value === null ? '' : String(value)
        form.set(name, text)
        form.set('first', { ...form.values.first, [name]: text })
      }}
    >
      <TextField form={form} name={name} label={fieldText(name)} lines={lines} />
    </AskedField>
  )
}

function Channels({ form }: Pick<PartProps, 'form'>) {
  const t = useText('profile')
  return (
    <Textarea
      size="xs"
      autosize
      minRows={2}
      label={t('channels')}
      description={t('channelsHint')}
      value={form.values.channels}
      onChange={({ currentTarget }) => form.set('channels', currentTarget.value)}
    />
  )
}

/** Typed blindly: what stands there is shown only to who asks. */
function Money({ creator, form }: PartProps) {
  const t = useText('profile')
  return (
    <fieldset className={classes.group}>
      <legend className={classes.title}>{t('card.money')}</legend>
      {SECRETS.map((name) => (
        <div key={name} className={classes.stack}>
          <TextField
            form={form}
            name={name}
            label={fieldText(name)}
            {...(creator.secrets[name] && { placeholder: t('keepSecret') })}
          />
          {creator.secrets[name] && <Secret id={creator.id} field={name} />}
        </div>
      ))}
    </fieldset>
  )
}

function Keeping({ creator, form }: PartProps) {
  const t = useText('profile')
  return (
    <fieldset className={classes.group}>
      <legend className={classes.title}>{t('card.keeping')}</legend>
      <FieldPair>
        <CardText creator={creator} form={form} name="consent" />
        <DayField
          label={fieldText('retainUntil')}
          value={form.values.retainUntil}
          onChange={(day) => form.set('retainUntil', day)}
        />
      </FieldPair>
      <TagsInput
        size="xs"
        label={fieldText('tags')}
        description={t('tagsHint')}
        value={[...form.values.tags]}
        onChange={(tags) => form.set('tags', tags)}
        clearable
      />
      <CardText creator={creator} form={form} name="remark" lines={3} />
    </fieldset>
  )
}
