/** One person's day: what is overdue, what is for today, what waits for others, what is good to know. */

import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Task } from '../../../shared/contract/tasks'
import { dayInZone } from '../../../shared/domain/days'
import { orpc } from '../../api'
import { HERE } from '../../creator/clocks'
import { TaskForm } from '../../creator/TaskForm'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { useNow } from '../../session/now'
import { goTo, usePlace } from '../../session/place'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { DayList } from './DayList'
import { dayLines } from './day-rows'

/** Whose list: '' mine, `*` everybody's, else a name. */
const MINE = ''
const EVERYBODY = '*'

export function TodayScreen() {
  const t = useText('tasks')
  const format = useFormat()
  const now = useNow()
  const { shopId } = usePlace()
  const [whose, setWhose] = useState(MINE)
  const [form, setForm] = useState<{ readonly task: Task | null } | null>(null)
  const owner = whose === MINE ? {} : { owner: whose === EVERYBODY ? null : whose }
  const query = useQuery(orpc.tasks.today.queryOptions({ input: { ...owner, shopId, zone: HERE } }))
  const add = () => setForm({ task: null })
  useKeys({ [KEYS.taskNew.keys[0]]: add })
  const others = query.data?.people.filter((person) => person !== query.data?.me) ?? []
  return (
    <Page
      title={t('title')}
      note={format.day(dayInZone(now, HERE))}
      actions={
        <>
          <Whose people={others} value={whose} onChange={setWhose} />
          <Button variant="default" onClick={add}>
            {t('actions.add')}
          </Button>
        </>
      }
    >
      <Answer query={query}>
        {(day) => {
          const lines = dayLines(day)
          return lines.length === 0 ? (
            <NothingToDo later={day.later} onAdd={add} />
          ) : (
            <DayList
              lines={lines}
              later={day.later}
              now={now}
              showOwner={whose !== MINE}
              onEdit={(task) => setForm({ task })}
              onOpen={(task) => {
                if (task.creatorId !== null) goTo('creators', { creator: task.creatorId })
                else setForm({ task })
              }}
            />
          )
        }}
      </Answer>
      {form && (
        <TaskForm
          key={form.task?.id ?? 'new'}
          task={form.task}
          about={{ owner: query.data?.me ?? '', ...(shopId !== null && { shopId }) }}
          now={now}
          onClose={() => setForm(null)}
        />
      )}
    </Page>
  )
}

interface WhoseProps {
  readonly people: readonly string[]
  readonly value: string
  readonly onChange: (whose: string) => void
}

function Whose({ people, value, onChange }: WhoseProps) {
  const t = useText('tasks')
  return (
    <Select
      aria-label={t('of')}
      data={[
        { value: MINE, label: t('mine') },
        { value: EVERYBODY, label: t('everyone') },
        ...people.map((person) => ({ value: person, label: person })),
      ]}
      value={value}
      onChange={(next) => onChange(next ?? MINE)}
    />
  )
}

function NothingToDo({ later, onAdd }: { readonly later: number; readonly onAdd: () => void }) {
  const t = useText('tasks')
  return (
    <Empty
      sentence={later > 0 ? t('allDone') : t('empty')}
      example={later > 0 ? t('later', { count: later }) : t('emptyExample')}
      action={<Button onClick={onAdd}>{t('emptyAction')}</Button>}
    />
  )
}
