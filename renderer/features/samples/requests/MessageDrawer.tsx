/** A message about a sample in the creator's language: changed as one likes, copied and written down in one step. */

import { useQuery } from '@tanstack/react-query'

import type { SampleText } from '../../../../shared/contract/sample-requests'
import { orpc } from '../../../api'
import { ChannelChoice } from '../../../creator/LogContact'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { say } from '../../../session/status'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { useForm } from '../../../ui/form'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import classes from './requests.module.css'

export interface Message {
  readonly id: string
  readonly text: string
  readonly channel: string | null
  readonly templateId: string | null
  readonly templateVersionId: string | null
}

export interface MessageDrawerProps {
  /** Of the sample. */
  readonly id: string
  readonly about: 'nudge' | 'question'
  readonly title: string
  /** What the status line says afterwards. */
  readonly done: string
  readonly send: (message: Message) => Promise<unknown>
  readonly onClose: () => void
}

export function MessageDrawer(props: MessageDrawerProps) {
  const { id, about, title, onClose } = props
  const query = useQuery({ ...orpc.sampleRequests.text.queryOptions({ input: { id, about } }), staleTime: Infinity })
  if (query.data) return <Filled {...props} filled={query.data} />
  return (
    <Drawer title={title} onClose={onClose}>
      <Answer query={query}>{() => null}</Answer>
    </Drawer>
  )
}

function Filled({ id, title, done, send, onClose, filled }: MessageDrawerProps & { readonly filled: SampleText }) {
  const t = useText('sampleRequests')
  const common = useText('common')
  const format = useFormat()
  const form = useForm({
    initial: { text: filled.text, channel: filled.channel },
    check: ({ text }) => (text.trim() === '' ? { text: common('required') } : {}),
    async save({ text, channel }) {
      const { templateId, templateVersionId } = filled
      await send({ id, text: text.trim(), channel, templateId, templateVersionId })
      await navigator.clipboard.writeText(text.trim())
      say(done)
      onClose()
    },
  })
  useKeys({ [KEYS.decide.keys[0]]: form.submit })
  const name = format.languageName(filled.language)
  return (
    <FormDrawer title={title} form={form} saveWord={t('message.go')} onClose={onClose}>
      <p className={classes.quiet}>
        {t(filled.templateId === null ? 'message.language' : 'message.own', { language: name })}
      </p>
      <TextField form={form} name="text" label={t('message.text')} lines={6} first />
      <ChannelChoice value={form.values.channel} onChange={(channel) => form.set('channel', channel)} />
    </FormDrawer>
  )
}
