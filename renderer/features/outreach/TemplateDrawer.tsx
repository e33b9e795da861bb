/** One template: its texts by language, its earlier versions beside what changed in them. */

import { Checkbox, Divider, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { Template, TemplateTextView } from '../../../shared/contract/outreach-templates'
import { CHANNELS, diff, lengthOf, VARIABLES } from '../../../shared/domain/templates'
import { api, orpc } from '../../api'
import { useLengthText, useRateText } from '../../creator/FilledBody'
import { ChannelChoice } from '../../creator/LogContact'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { Answer } from '../../ui/Answer'
import { type Form, useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'

/** Offered beside those that the template has: what the app speaks, and the languages of its markets. */
const LANGUAGES = ['en', 'zh', 'vi', 'th', 'id', 'ms', 'es', 'pt', 'ja', 'de', 'fr', 'it', 'ar'] as const

export interface TemplateDrawerProps {
  /** Null for a new one. */
  readonly template: Template | null
  readonly onClose: () => void
}

type Draft = { name: string; channel: string | null; archived: boolean; note: string } & Record<
  `body-${string}`,
  string
>

export function TemplateDrawer({ template, onClose }: TemplateDrawerProps) {
  const t = useText('outreach')
  const common = useText('common')
  const languages = [...new Set([...(template?.texts ?? []).map(({ language }) => language), ...LANGUAGES])]
  const bodies = Object.fromEntries(
    languages.map((language) => [
      `body-${language}`,
      template?.texts.find((one) => one.language === language)?.body ?? '',
    ]),
  )
  const form = useForm<Draft>({
    initial: {
      ...bodies,
      name: template?.name ?? '',
      channel: template?.channel ?? null,
      archived: template?.archived ?? false,
      note: template?.note ?? '',
    },
    check: ({ name }) => (name.trim() === '' ? { name: common('required') } : {}),
    async save(draft) {
      const { name, channel, archived, note } = draft
      const texts = languages.map((language) => ({ language, body: draft[`body-${language}`] ?? '' }))
      const fields = { name, channel, archived, note: note.trim() === '' ? null : note }
      await api.outreach.templates.put({ ...(template && { id: template.id }), fields, texts })
      say(t('template.saved'))
      onClose()
    },
  })
  const names = VARIABLES.map((name) => `{{${name}}}`).join(' ')
  return (
    <FormDrawer
      title={template?.name ?? t('template.new')}
      form={form}
      onClose={onClose}
      wide
      below={template && <Versions template={template} />}
    >
      <TextField form={form} name="name" label={t('field.name')} required maxLength={120} />
      <ChannelChoice value={form.values.channel} onChange={(channel) => form.set('channel', channel)} />
      <Text size="xs" c="dimmed">
        {t('template.variables', { names })}
      </Text>
      <Bodies form={form} languages={languages} />
      <TextField form={form} name="note" label={t('field.note')} />
      {template && (
        <Checkbox
          size="xs"
          label={t('template.archive')}
          checked={form.values.archived}
          onChange={({ currentTarget }) => form.set('archived', currentTarget.checked)}
        />
      )}
    </FormDrawer>
  )
}

interface BodiesProps {
  readonly form: Form<Draft>
  readonly languages: readonly string[]
}

function Bodies({ form, languages }: BodiesProps) {
  const t = useText('outreach')
  const length = useLengthText()
  const limit = CHANNELS.find(({ key }) => key === form.values.channel)?.limit ?? null
  const said = (language: string): string => {
    const body = form.values[`body-${language}`] ?? ''
    return body === '' ? '' : length({ length: lengthOf(body), limit })
  }
  return (
    <>
      {languages.map((language) => (
        <TextField
          key={language}
          form={form}
          name={`body-${language}`}
          label={t('template.body', { language })}
          description={said(language)}
          lines={2}
        />
      ))}
    </>
  )
}

/** Each text that there ever was, with what it changed in the one before. */
function Versions({ template }: { readonly template: Template }) {
  const t = useText('outreach')
  const rate = useRateText()
  const versions = useQuery(orpc.outreach.templates.versions.queryOptions({ input: { id: template.id } }))
  return (
    <>
      <Divider my="md" label={t('template.versions')} labelPosition="left" />
      <Answer query={versions}>
        {(texts) =>
          texts.map((text) => (
            <section key={text.id}>
              <Text size="xs" fw={600}>
                {t('template.version', { language: text.language, number: text.version })} · {rate(text.rate)}
              </Text>
              <Changes before={previous(texts, text)?.body ?? text.body} after={text.body} />
            </section>
          ))
        }
      </Answer>
    </>
  )
}

function previous(texts: readonly TemplateTextView[], text: TemplateTextView): TemplateTextView | undefined {
  return texts.find(({ language, version }) => language === text.language && version < text.version)
}

function Changes({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <Text size="xs" component="p">
      {diff(before, after).map(({ kind, text }, i) => {
        const key = `${i}-${kind}`
        if (kind === 'added') return <ins key={key}>{text}</ins>
        return kind === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>
      })}
    </Text>
  )
}
