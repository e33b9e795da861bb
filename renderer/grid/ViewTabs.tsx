/** The saved views of a list, each with how many rows it has; the one that is open, and what can be done with it. */

import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDeviceFloppy, IconDots, IconHome, IconUsers } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'

import type { View } from '../../shared/contract/views'
import { api } from '../api'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { IS_MAC, KEYS, keyText } from '../session/key-table'
import { useKeys } from '../session/keys'
import { useCommand } from '../ui/use-save'
import type { ListView } from './list-view'
import { SaveView } from './SaveView'
import { defaultViewOf, setDefaultView } from './view-state'
import classes from './views.module.css'

/** How many rows a view has, by its id; `null` is all rows. Undefined while it is not known. */
export type ViewCounts = (view: View | null) => number | undefined

export interface ViewTabsProps<R> {
  readonly view: ListView<R>
  readonly counts?: ViewCounts | undefined
  /** One under the other, for a rail beside the list. */
  readonly rail?: boolean
}

export function ViewTabs<R>({ view, counts, rail = false }: ViewTabsProps<R>) {
  const t = useText('views')
  const [saving, setSaving] = useState<{ readonly of: View | null } | null>(null)
  const [first, setFirst] = useState(() => defaultViewOf(view.list))
  const makeFirst = (id: string | null): void => {
    setDefaultView(view.list, id)
    setFirst(id)
  }
  const { opened, changed } = view
  useKeys({ [KEYS.saveView.keys[0]]: () => setSaving({ of: null }) })
  return (
    <div role="group" aria-label={t('bar')} className={rail ? classes.rail : classes.views}>
      <Tab name={t('all')} count={counts?.(null)} isOpen={!opened} onOpen={() => view.open(null)} />
      {view.views.map((saved) => (
        <Tab
          key={saved.id}
          name={saved.name}
          count={counts?.(saved)}
          isOpen={saved === opened}
          shared={saved.shared}
          isFirst={saved.id === first}
          onOpen={() => view.open(saved.id)}
          menu={
            <ViewMenu
              saved={saved}
              view={view}
              isFirst={saved.id === first}
              onFirst={makeFirst}
              onEdit={() => setSaving({ of: saved })}
            />
          }
        />
      ))}
      {changed && <Changed view={view} />}
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        leftSection={<IconDeviceFloppy size={14} />}
        title={keyText(KEYS.saveView.keys[0], IS_MAC)}
        onClick={() => setSaving({ of: null })}
      >
        {t('save')}
      </Button>
      {saving && <SaveView key={saving.of?.id ?? ''} view={view} edited={saving.of} onClose={() => setSaving(null)} />}
    </div>
  )
}

interface TabProps {
  readonly name: string
  readonly count: number | undefined
  readonly isOpen: boolean
  readonly shared?: boolean
  readonly isFirst?: boolean
  readonly onOpen: () => void
  readonly menu?: ReactNode
}

function Tab({ name, count, isOpen, shared = false, isFirst = false, onOpen, menu }: TabProps) {
  const t = useText('views')
  const format = useFormat()
  return (
    <span className={classes.view} data-open={isOpen || undefined}>
      <button type="button" className={classes.viewName} aria-pressed={isOpen} onClick={onOpen}>
        {isFirst && <IconHome size={12} aria-label={t('isDefault')} title={t('isDefault')} />}
        {shared && <IconUsers size={12} aria-label={t('shared')} title={t('shared')} />}
        <span className={classes.name}>{name}</span>
        {count !== undefined && <span className={classes.count}>{format.count(count)}</span>}
      </button>
      {isOpen && menu}
    </span>
  )
}

/** What was changed since the view was saved can be saved or taken back. */
function Changed<R>({ view }: { readonly view: ListView<R> }) {
  const t = useText('views')
  const { opened } = view
  const save = useCommand(
    async (saved: View) => {
      await api.views.update({ id: saved.id, body: view.toSave() })
      view.open(saved.id)
    },
    (_, { name }) => t('saved', { name }),
  )
  return (
    <>
      <span className={classes.quiet} title={t('changedHint')}>
        {t('changed')}
      </span>
      {opened?.body && (
        <Button variant="light" size="compact-xs" loading={save.busy} onClick={() => save.run(opened)}>
          {t('saveChanges')}
        </Button>
      )}
      <Button variant="subtle" color="gray" size="compact-xs" onClick={() => view.open(opened?.id ?? null)}>
        {opened ? t('back') : t('reset')}
      </Button>
    </>
  )
}

interface ViewMenuProps<R> {
  readonly saved: View
  readonly view: ListView<R>
  readonly isFirst: boolean
  readonly onFirst: (id: string | null) => void
  readonly onEdit: () => void
}

function ViewMenu<R>({ saved, view, isFirst, onFirst, onEdit }: ViewMenuProps<R>) {
  const t = useText('views')
  const { list, views } = view
  const at = views.indexOf(saved)
  const remove = useCommand(
    () => api.views.remove({ id: saved.id }),
    () => t('removed', { name: saved.name, undo: keyText(KEYS.undo.keys[0], IS_MAC) }),
  )
  const move = useCommand(
    (step: number) => api.views.reorder({ list, ids: moved(views, at, step).map(({ id }) => id) }),
    () => '',
  )
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon size={20} aria-label={t('menuOf', { name: saved.name })}>
          <IconDots size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>{t('rename')}</Menu.Item>
        <Menu.Item onClick={() => onFirst(isFirst ? null : saved.id)}>
          {isFirst ? t('noDefault') : t('makeDefault')}
        </Menu.Item>
        {at > 0 && <Menu.Item onClick={() => move.run(-1)}>{t('moveLeft')}</Menu.Item>}
        {at < views.length - 1 && <Menu.Item onClick={() => move.run(1)}>{t('moveRight')}</Menu.Item>}
        <Menu.Divider />
        <Menu.Item color="bad" onClick={() => remove.run()}>
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function moved(views: readonly View[], at: number, step: number): readonly View[] {
  const view = views[at]
  return view ? views.toSpliced(at, 1).toSpliced(at + step, 0, view) : views
}
