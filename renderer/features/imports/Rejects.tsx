/** The rows of a file that cannot be read: by row, column, value and reason; corrected in place, or saved to a file. */

import { Button, Pill, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'

import type { ImportResult } from '../../../shared/contract/imports'
import { api, desktop } from '../../api'
import { useFormat } from '../../format/use-format'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useArrayRows } from '../../grid/rows'
import { type Text, useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { ErrorLine } from '../../ui/ErrorState'
import classes from './imports.module.css'
import type { IntakeFile } from './intake'
import { roomFor } from './room'
import { type RejectLine, rejectLines, rejectReasons, settledCorrections } from './rejects'
import { tell } from './work'

export interface RejectsProps {
  readonly file: IntakeFile
  readonly result: ImportResult
}

export function Rejects({ file, result }: RejectsProps) {
  const t = useText('imports')
  const words = useText('words')
  const format = useFormat()
  const [sort, setSort] = useState<GridSort | null>(null)
  const { path } = file.found
  const isFixed = file.work.state === 'importing' || file.work.state === 'imported'
  const columns = useMemo(() => rejectColumns(path, isFixed, t, words), [path, isFixed, t, words])
  const lines = useMemo(() => rejectLines(result, file.corrections), [result, file.corrections])
  const rows = useArrayRows(lines, columns, sort, format.language)
  return (
    <section aria-label={t('detail.rejects')}>
      <h3 className={classes.heading}>{t('detail.rejects')}</h3>
      <Corrected file={file} result={result} />
      {lines.length > 0 && (
        <>
          {!isFixed && <p className={classes.note}>{t('rejects.hint')}</p>}
          <Reasons result={result} />
          <div className={classes.rejects} style={roomFor(lines.length)}>
            <DataGrid
              name="imports.rejects"
              label={t('rejects.label')}
              columns={columns}
              rows={rows}
              rowId={({ id }) => id}
              sort={sort}
              onSort={setSort}
              onOpen={({ id }) => focusOn(id)}
              empty={null}
            />
          </div>
          {result.rejected > lines.length && (
            <p className={classes.note}>{t('rejects.kept', { count: result.rejected, shown: lines.length })}</p>
          )}
          <SaveRejects result={result} name={file.found.name} />
        </>
      )}
    </section>
  )
}

/** What to mend first. */
function Reasons({ result }: { readonly result: ImportResult }) {
  const words = useText('words')
  const format = useFormat()
  const reasons = rejectReasons(result).map(
    ({ code, column, count }) => `${column}: ${words(`reject.${code}`)} × ${format.count(count)}`,
  )
  return <p className={classes.note}>{reasons.join(' · ')}</p>
}

function rejectColumns(
  path: string,
  isFixed: boolean,
  t: Text<'imports'>,
  words: Text<'words'>,
): GridColumn<RejectLine>[] {
  return [
    { id: 'row', title: t('rejects.row'), kind: 'number', value: ({ row }) => row, width: 72 },
    { id: 'column', title: t('rejects.column'), kind: 'text', value: ({ column }) => column, width: 150 },
    {
      id: 'value',
      title: t('rejects.value'),
      kind: 'text',
      value: ({ value }) => value,
      width: 190,
      ...(!isFixed && {
        render: (line: RejectLine) => <Correct key={`${line.id} ${line.value}`} path={path} line={line} />,
        onOpen: ({ id }: RejectLine) => focusOn(id),
      }),
    },
    {
      id: 'reason',
      title: t('rejects.reason'),
      kind: 'text',
      value: ({ code }) => words(`reject.${code}`),
      width: 250,
    },
    { id: 'line', title: t('rejects.line'), kind: 'text', value: ({ line }) => line, width: 320, sortable: false },
  ]
}

function fieldId(line: string): string {
  return `reject ${line}`
}

function focusOn(line: string): void {
  const field = document.getElementById(fieldId(line))
  field?.focus()
}

/** The offending cell as a field: Enter or leaving it takes what was typed, Escape the file's word back. */
function Correct({ path, line }: { readonly path: string; readonly line: RejectLine }) {
  const t = useText('imports')
  const [typed, setTyped] = useState(line.value)
  const take = () =>
    typed !== line.value &&
    tell({
      type: 'corrected',
      path,
      correction: { row: line.row, column: line.column, value: typed.trim(), was: line.was },
    })
  return (
    <TextInput
      id={fieldId(line.id)}
      variant="unstyled"
      aria-label={t('rejects.correct', { row: line.row, column: line.column })}
      classNames={{ input: classes.cell ?? '' }}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) {
          return
        }
        if (event.key === 'Enter') {
          take()
        } else if (event.key === 'Escape') {
          event.stopPropagation()
          setTyped(line.value)
        }
      }}
    />
  )
}

/** Corrections that did, each with a way back. */
function Corrected({ file, result }: RejectsProps) {
  const t = useText('imports')
  const done = settledCorrections(result, file.corrections)
  if (done.length === 0) {
    return null
  }
  return (
    <div className={classes.line}>
      <span>{t('rejects.corrected', { count: done.length })}</span>
      {done.map(({ row, column, value }) => (
        <Pill
          key={`${row} ${column}`}
          withRemoveButton
          onRemove={() => tell({ type: 'correctionDropped', path: file.found.path, row, column })}
          removeButtonProps={{
            'aria-label': t('rejects.takeBack', { row, column, value }),
            'aria-hidden': false,
            tabIndex: 0,
          }}
        >
          {row} · {column}: {value}
        </Pill>
      ))}
    </div>
  )
}

function SaveRejects({ result, name }: { readonly result: ImportResult; readonly name: string }) {
  const t = useText('imports')
  const words = useText('words')
  const [error, setError] = useState<unknown>(null)
  async function save(): Promise<void> {
    const base = name.replace(/\.[^.]+$/, '')
    const filters = ['csv', 'xlsx'].map((extension) => ({ name: extension.toUpperCase(), extensions: [extension] }))
    setError(null)
    try {
      const suggestedName = `${t('rejects.saveName', { file: base })}.csv`
      const to = await desktop.chooseSave({ title: t('rejects.saveTitle'), suggestedName, filters })
      if (to !== null) {
        const reasons = result.rejects.map(({ column, code }) => `${column}: ${words(`reject.${code}`)}`)
        const saved = await api.imports.saveRejects({ headers: result.headers, rejects: result.rejects, reasons, to })
        say(t('rejects.saved', { count: saved.rows, file: saved.file }))
      }
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <>
      <Button variant="default" onClick={() => void save()}>
        {t('rejects.save')}
      </Button>
      {error !== null && <ErrorLine error={error} />}
    </>
  )
}
