/** One task in the drawer: what, with whom, when on both clocks, and who does it. */

import { Button, Select } from '@mantine/core'

import type { Task } from '../../shared/contract/tasks'
import { TASK_KINDS } from '../../shared/domain/ladders'
import { api } from '../api'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { useShops } from '../session/shops'
import { say } from '../session/status'
import { DayField } from '../ui/DayField'
import { useForm } from '../ui/form'
import { FormDrawer } from '../ui/FormDrawer'
import { TextField } from '../ui/TextField'
import { useCommand } from '../ui/use-save'
import { whenText, zoneName } from './clocks'
import { CreatorField } from './CreatorField'
import classes from './creator.module.css'
import { draftOf, dueOf, fieldsOf, minuteOf, newDraft, type TaskDraft } from './task-form'
import { useTaskText } from './task-words'

export interface TaskFormProps {
  /** Null: a new one. */
  readonly task: Task | null
  /** What a new one is about. */
  readonly about?: Partial<TaskDraft>
  readonly now: number
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

export function TaskForm({ task, about = {}, now, ...drawer }: TaskFormProps) {
  const t = useText('tasks')
  const common = useText('common')
  const text = useTaskText()
  const form = useForm<TaskDraft>({
    initial: task ? draftOf(task) : newDraft(about, now),
    check: ({ title, time, day }) => ({
      ...(title.trim() === '' && task === null && { title: t('form.needsTitle') }),
      ...(day !== '' && minuteOf(time) === null && { time: t('form.notATime') }),
    }),
    async save(values) {
      const { owner, ...fields } = fieldsOf(values)
      // A new task that names nobody is one's own, so that it stands on one's own list.
      const whose = task === null && owner === null ? {} : { owner }
      await api.tasks.put({ ...(task && { id: task.id }), fields: { ...fields, ...whose } })
      say(t('saved'))
      drawer.onClose()
    },
  })
  const { values, set } = form
  return (
    <FormDrawer
      {...drawer}
      form={form}
      title={task ? text(task) : t('form.add')}
      saveWord={task ? common('save') : common('add')}
      more={task && <Removal task={task} onDone={drawer.onClose} />}
    >
      <TextField
        form={form}
        name="title"
        label={t('form.title')}
        required={task === null}
        maxLength={300}
        first={task === null}
      />
      <CreatorField
        label={t('form.creator')}
        none={t('form.creatorNone')}
        value={values.creatorId}
        handle={task?.handle ?? null}
        onChange={(id) => set('creatorId', id)}
      />
      <Choices form={form} />
      <When form={form} zone={task?.zone ?? null} now={now} />
      <TextField form={form} name="owner" label={t('form.owner')} maxLength={120} />
      <TextField form={form} name="note" label={t('form.note')} lines={3} maxLength={5000} />
    </FormDrawer>
  )
}

type TaskFormState = ReturnType<typeof useForm<TaskDraft>>

function Choices({ form: { values, set } }: { readonly form: TaskFormState }) {
  const t = useText('tasks')
  const shops = useShops()
  return (
    <>
      <Select
        label={t('form.shop')}
        data={[{ value: '', label: t('form.noShop') }, ...shops.map(({ id, name }) => ({ value: id, label: name }))]}
        value={values.shopId}
        onChange={(id) => set('shopId', id ?? '')}
        searchable
      />
      <Select
        label={t('form.kind')}
        data={TASK_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        value={values.kind}
        onChange={(kind) => set('kind', TASK_KINDS.find((known) => known === kind) ?? 'other')}
      />
      <Select
        label={t('form.state')}
        data={[
          { value: 'open', label: t('states.open') },
          { value: 'waiting', label: t('states.waiting') },
        ]}
        value={values.state}
        onChange={(state) => set('state', state === 'waiting' ? 'waiting' : 'open')}
      />
    </>
  )
}

function When({
  form,
  zone,
  now,
}: {
  readonly form: TaskFormState
  readonly zone: string | null
  readonly now: number
}) {
  const t = useText('tasks')
  const format = useFormat()
  const due = dueOf(form.values)
  return (
    <>
      <div className={classes.row}>
        <DayField label={t('form.day')} value={form.values.day} onChange={(day) => form.set('day', day)} />
        <TextField form={form} name="time" label={t('form.time')} inputMode="numeric" maxLength={5} />
      </div>
      {due !== null && zone !== null && (
        <p className={classes.quiet}>
          {t('form.timeHelp', { zone: zoneName(zone), time: whenText(format, due, zone, now) })}
        </p>
      )}
    </>
  )
}

function Removal({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const t = useText('tasks')
  const removal = useCommand(
    () => api.tasks.remove({ id: task.id }).then(onDone),
    () => t('removed'),
  )
  return (
    <Button variant="subtle" color="bad" loading={removal.busy} onClick={() => removal.run()}>
      {t('form.remove')}
    </Button>
  )
}
