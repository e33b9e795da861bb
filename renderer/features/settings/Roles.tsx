/** Who has which role, and what each role hides. Roles keep what is nobody else's business off a screen; they are no encryption. */

import { Button, Group, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Person } from '../../../shared/contract/people'
import { EVERYBODY, HIDDEN, type Role, ROLES } from '../../../shared/domain/roles'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { SmallTable } from '../../ui/SmallTable'
import { useCommand } from '../../ui/use-save'
import classes from './settings.module.css'

export function Roles() {
  const t = useText('people')
  const me = useQuery(orpc.people.me.queryOptions({ input: {} }))
  const list = useQuery(orpc.people.list.queryOptions({ input: {} }))
  const mayAssign = me.data?.mayAssign ?? false
  return (
    <div className={classes.settings}>
      <p className={classes.lead}>{t('lead')}</p>
      <Answer query={me}>
        {({ name, role, inUse }) => <p>{inUse ? t('yours', { name, role: t(`roles.${role}`) }) : t('notInUse')}</p>}
      </Answer>
      <Answer query={list}>
        {({ people, others }) => (
          <>
            <Named people={people} mayAssign={mayAssign} />
            {mayAssign && <Assign names={others.map(({ name }) => name)} everybody={!hasEverybody(people)} />}
          </>
        )}
      </Answer>
      <WhatIsHidden />
    </div>
  )
}

function hasEverybody(people: readonly Person[]): boolean {
  return people.some(({ name }) => name === EVERYBODY)
}

function useRoleWords(): { readonly value: Role; readonly label: string }[] {
  const t = useText('people')
  return ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))
}

function Named({ people, mayAssign }: { readonly people: readonly Person[]; readonly mayAssign: boolean }) {
  const t = useText('people')
  const roles = useRoleWords()
  const nameOf = (name: string): string => (name === EVERYBODY ? t('everybody') : name)
  const put = useCommand(
    (input: { name: string; role: Role }) => api.people.put(input),
    ({ name, role }) => t('given', { name: nameOf(name), role: t(`roles.${role}`) }),
  )
  const remove = useCommand(
    ({ id }: Person) => api.people.remove({ id }),
    (_, { name }) => t('removed', { name: nameOf(name) }),
  )
  if (people.length === 0) return null
  return (
    <SmallTable
      label={t('title')}
      columns={[{ title: t('person') }, { title: t('role') }, { title: '' }]}
      rows={people.map((person) => ({
        key: person.id,
        cells: [
          person.self ? t('you', { name: person.name }) : nameOf(person.name),
          mayAssign ? (
            <Select
              key="role"
              size="xs"
              aria-label={t('roleOf', { name: nameOf(person.name) })}
              data={roles}
              allowDeselect={false}
              value={person.role}
              onChange={(role) => role && put.run({ name: person.name, role })}
            />
          ) : (
            t(`roles.${person.role}`)
          ),
          mayAssign && (
            <Button
              key="remove"
              variant="subtle"
              aria-label={t('removeOf', { name: nameOf(person.name) })}
              onClick={() => remove.run(person)}
            >
              {t('remove')}
            </Button>
          ),
        ],
      }))}
    />
  )
}

function Assign({ names, everybody }: { readonly names: readonly string[]; readonly everybody: boolean }) {
  const t = useText('people')
  const roles = useRoleWords()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('bd')
  const put = useCommand(
    () => api.people.put({ name: name.trim(), role }),
    () => {
      setName('')
      return t('given', { name: name.trim() === EVERYBODY ? t('everybody') : name.trim(), role: t(`roles.${role}`) })
    },
  )
  return (
    <>
      <Group align="end">
        <TextInput
          size="xs"
          label={t('name')}
          description={t('nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          size="xs"
          label={t('role')}
          data={roles}
          allowDeselect={false}
          value={role}
          onChange={(value) => value && setRole(value)}
        />
        <Button onClick={() => put.run()} loading={put.busy} disabled={name.trim() === ''}>
          {t('give')}
        </Button>
      </Group>
      <Group>
        {names.map((known) => (
          <Button key={known} variant="default" size="compact-xs" onClick={() => setName(known)}>
            {known}
          </Button>
        ))}
        {everybody && (
          <Button variant="default" size="compact-xs" onClick={() => setName(EVERYBODY)}>
            {t('everybody')}
          </Button>
        )}
      </Group>
    </>
  )
}

function WhatIsHidden() {
  const t = useText('people')
  return (
    <SmallTable
      label={t('hides')}
      columns={[{ title: t('role') }, { title: t('hides') }]}
      rows={ROLES.map((role) => ({
        key: role,
        cells: [t(`roles.${role}`), HIDDEN[role].map((mask) => t(`masks.${mask}`)).join(', ') || t('nothing')],
      }))}
    />
  )
}
