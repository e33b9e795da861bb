/** Which rows or cells stand out: conditions with a colour of state, each also with its sign. */

import { ActionIcon, Button, Popover, SegmentedControl, Select } from '@mantine/core'
import { IconPalette, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'

import type { ColorRule, ListFilter } from '../../shared/domain/lists'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { FilterEditor } from './FilterEditor'
import { fieldsOf } from './fields'
import { filterText } from './filter-text'
import type { ListView } from './list-view'
import { TintMark } from './TintMark'
import classes from './views.module.css'

const TONES = ['good', 'watch', 'bad', 'held', 'accent'] as const

export interface ColorRulesProps<R> {
  readonly view: ListView<R>
  readonly offered: (field: string) => readonly string[]
}

export function ColorRules<R>({ view, offered }: ColorRulesProps<R>) {
  const t = useText('views')
  const { colors } = view.body
  const [adding, setAdding] = useState(false)
  return (
    <Popover position="bottom-start" trapFocus returnFocus onClose={() => setAdding(false)}>
      <Popover.Target>
        <Button
          variant={colors.length > 0 ? 'light' : 'subtle'}
          color="gray"
          size="compact-xs"
          leftSection={<IconPalette size={14} />}
          data-stop
        >
          {colors.length > 0 ? t('color.count', { count: colors.length }) : t('color.rules')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('color.title')}>
        <div className={classes.editor}>
          {colors.length === 0 && <p className={classes.quiet}>{t('color.none')}</p>}
          {colors.map((rule, index) => (
            <Rule
              key={`${index} ${rule.when.field}`}
              view={view}
              rule={rule}
              onRemove={() => view.set({ colors: colors.toSpliced(index, 1) })}
            />
          ))}
          {adding ? (
            <NewRule
              view={view}
              offered={offered}
              onDone={(rule) => {
                view.set({ colors: [...colors, rule] })
                setAdding(false)
              }}
            />
          ) : (
            <Button variant="default" data-autofocus onClick={() => setAdding(true)}>
              {t('color.add')}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

interface RuleProps<R> {
  readonly view: ListView<R>
  readonly rule: ColorRule
  readonly onRemove: () => void
}

function Rule<R>({ view, rule, onRemove }: RuleProps<R>) {
  const t = useText('views')
  const words = useRuleText(view)
  const where = view.columns.find(({ id }) => id === rule.column)?.title ?? t('color.row')
  return (
    <div className={classes.rule}>
      <TintMark tint={{ color: rule.color, why: words(rule) }} />
      <span className={classes.ruleText}>{words(rule)}</span>
      <span className={classes.quiet}>{where}</span>
      <ActionIcon onClick={onRemove} aria-label={t('color.remove')} title={t('color.remove')}>
        <IconTrash size={14} />
      </ActionIcon>
    </div>
  )
}

/** A rule's condition in words. */
export function useRuleText<R>(view: Pick<ListView<R>, 'columns'>): (rule: ColorRule) => string {
  const t = useText('views')
  const common = useText('common')
  const format = useFormat()
  return ({ when }) => {
    const column = view.columns.find(({ id }) => id === when.field)
    return column ? filterText(when, column, { t, common, format }) : when.field
  }
}

interface NewRuleProps<R> extends ColorRulesProps<R> {
  readonly onDone: (rule: ColorRule) => void
}

const ROW = 'row:'

function NewRule<R>({ view, offered, onDone }: NewRuleProps<R>) {
  const t = useText('views')
  const [color, setColor] = useState<ColorRule['color']>('watch')
  const [where, setWhere] = useState(ROW)
  const [first] = fieldsOf(view.columns)
  if (!first) {
    return null
  }
  const filter: ListFilter = { field: view.cell.current?.column.id ?? first.id, op: 'notEmpty', values: [] }
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('color.tone')}
        value={color}
        onChange={(value) => setColor(TONES.find((tone) => tone === value) ?? color)}
        data={TONES.map((tone) => ({ value: tone, label: t(`color.tones.${tone}`) }))}
      />
      <Select
        label={t('color.where')}
        data={[
          { value: ROW, label: t('color.row') },
          ...view.columns.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        value={where}
        onChange={(value) => setWhere(value ?? ROW)}
        comboboxProps={{ withinPortal: false }}
      />
      <FilterEditor
        columns={view.columns}
        filter={filter}
        offered={offered}
        doneWord={t('color.add')}
        onDone={(when) => onDone({ when, color, column: where === ROW ? null : where })}
      />
    </>
  )
}
