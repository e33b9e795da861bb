/** One stage: its name, how long, how many, what it asks for, and what leads to it. */

import { Button, Checkbox, Select, Switch } from '@mantine/core'

import { CONDITIONS, CREATOR_EVENTS, STAGE_KEYS, STAGE_KINDS, type Stage } from '../../../shared/domain/pipelines'
import { api } from '../../api'
import { useStageName } from '../../creator/stage-words'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { type Form, useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'
import { draftOf, fieldsOf, isKey, isWhole, type StageDraft } from './stage-form'

export interface StageDrawerProps {
  /** Null: of all shops. */
  readonly shopId: string | null
  /** Null: a new one. */
  readonly stage: Stage | null
  readonly stages: readonly Stage[]
  readonly onClose: () => void
}

export function StageDrawer({ shopId, stage, stages, onClose }: StageDrawerProps) {
  const t = useText('pipelines')
  const common = useText('common')
  const nameOf = useStageName()
  const title = stage ? nameOf(stage) : t('settings.add')
  const shipped = STAGE_KEYS.some((key) => key === stage?.key)
  const form = useForm<StageDraft>({
    initial: draftOf(stage, stages, title),
    check: ({ key, name, slaDays, wipLimit, order }) => ({
      ...(!stage && !isKey(key) && { key: t('settings.badKey') }),
      ...(!stage && stages.some((one) => one.key === key) && { key: t('settings.usedKey') }),
      ...(!shipped && name.trim() === '' && { name: common('required') }),
      ...(!isWhole(slaDays) && { slaDays: t('settings.notWhole') }),
      ...(!isWhole(wipLimit) && { wipLimit: t('settings.notWhole') }),
      ...(!isWhole(order) && { order: t('settings.notWhole') }),
    }),
    async save(values) {
      const own = shipped && stage ? nameOf({ key: stage.key, name: null }) : null
      await api.pipelines.putStage({ shopId, key: values.key, fields: fieldsOf(values, own) })
      say(t('settings.saved', { stage: values.name || title }))
      onClose()
    },
  })
  const more = stage?.own && <Reset shopId={shopId} stage={stage} onDone={onClose} />
  return (
    <FormDrawer form={form} title={title} onClose={onClose} more={more}>
      {!stage && <TextField form={form} name="key" label={t('settings.key')} required maxLength={40} />}
      <TextField form={form} name="name" label={t('settings.name')} required={!shipped} maxLength={60} />
      <Numbers form={form} />
      <Rules form={form} />
      <Switch
        label={t('settings.archived')}
        checked={form.values.archived}
        onChange={(event) => form.set('archived', event.currentTarget.checked)}
      />
    </FormDrawer>
  )
}

function Numbers({ form }: { readonly form: Form<StageDraft> }) {
  const t = useText('pipelines')
  return (
    <>
      <TextField
        form={form}
        name="slaDays"
        label={t('settings.sla')}
        description={t('settings.slaHelp')}
        inputMode="numeric"
      />
      <TextField
        form={form}
        name="wipLimit"
        label={t('settings.limit')}
        description={t('settings.limitHelp')}
        inputMode="numeric"
      />
      <TextField form={form} name="order" label={t('settings.order')} inputMode="numeric" />
    </>
  )
}

function Rules({ form: { values, set } }: { readonly form: Form<StageDraft> }) {
  const t = useText('pipelines')
  return (
    <>
      <Select
        label={t('settings.kind')}
        description={t(`kindsHelp.${values.kind}`)}
        data={STAGE_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        value={values.kind}
        onChange={(kind) => set('kind', STAGE_KINDS.find((one) => one === kind) ?? 'open')}
      />
      <Checkbox.Group
        label={t('settings.entry')}
        value={[...values.entry]}
        onChange={(entry) =>
          set(
            'entry',
            CONDITIONS.filter((one) => entry.includes(one)),
          )
        }
      >
        {CONDITIONS.map((condition) => (
          <Checkbox key={condition} mt="xs" value={condition} label={t(`conditions.${condition}`)} />
        ))}
      </Checkbox.Group>
      <Select
        label={t('settings.event')}
        data={[
          { value: '', label: t('settings.noEvent') },
          ...CREATOR_EVENTS.map((event) => ({ value: event, label: t(`events.${event}`) })),
        ]}
        value={values.onEvent}
        onChange={(event) => set('onEvent', CREATOR_EVENTS.find((one) => one === event) ?? '')}
      />
    </>
  )
}

interface ResetProps {
  readonly shopId: string | null
  readonly stage: Stage
  readonly onDone: () => void
}

function Reset({ shopId, stage, onDone }: ResetProps) {
  const t = useText('pipelines')
  const name = useStageName()(stage)
  const reset = useCommand(
    () => api.pipelines.resetStage({ shopId, key: stage.key }).then(onDone),
    () => t('settings.resetDone', { stage: name }),
  )
  return (
    <Button variant="subtle" loading={reset.busy} onClick={() => reset.run()}>
      {t('settings.reset')}
    </Button>
  )
}
