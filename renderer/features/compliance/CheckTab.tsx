/** One script, written or opened, with what was found in it; the safer wording goes in by one key and out by one undo. */

import { Button, FileButton } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'

import type { Finding } from '../../../shared/contract/compliance'
import { FindingList } from '../../compliance/FindingList'
import { MarkedEditor } from '../../compliance/MarkedEditor'
import { useCheck } from '../../compliance/use-check'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { chordOf } from '../../session/keys'
import { say } from '../../session/status'
import { useStore } from '../../session/store'
import { Empty } from '../../ui/Empty'
import { ErrorLine } from '../../ui/ErrorState'
import { CheckScope } from './CheckScope'
import type { TabProps } from './ComplianceScreen'
import classes from './check.module.css'
import { script } from './script'
import { scriptOf } from './script-file'
import { Summary } from './Summary'
import { useScope } from './use-scope'

const LARGEST = 200_000

export function CheckTab({ frame }: TabProps) {
  const t = useText('compliance')
  const text = useStore(script)
  const scope = useScope()
  const { findings, checked, error } = useCheck(text, scope.of)
  const [active, setActive] = useState<number | null>(null)
  const editing = useEditing(findings, active, setActive)
  const shown = active !== null && active < findings.length ? active : null
  return frame(
    <>
      <OpenScript />
      <Button variant="subtle" onClick={() => script.set('')} disabled={text === ''}>
        {t('check.clear')}
      </Button>
    </>,
    <div className={classes.check}>
      <CheckScope scope={scope} checked={checked} />
      <div className={classes.panes}>
        <MarkedEditor
          label={t('check.script')}
          placeholder={t('check.placeholder')}
          value={text}
          findings={findings}
          active={shown}
          onChange={script.set}
          onCursor={editing.onCursor}
          onKeyDown={editing.onKeyDown}
          fieldRef={editing.field}
        />
        <div className={classes.side} role="presentation" onKeyDown={editing.onSideKeyDown}>
          {error !== null && <ErrorLine error={error} />}
          {text.trim() === '' ? (
            <Empty sentence={t('check.empty')} example={t('check.example')} />
          ) : (
            <Summary findings={findings} checked={checked} />
          )}
          <FindingList
            findings={findings}
            active={shown}
            onActive={setActive}
            action={{ label: t('finding.apply'), run: editing.apply, isFor: ({ safer }) => safer !== null }}
            listRef={editing.list}
          />
        </div>
      </div>
    </div>,
  )
}

/** A text file from the computer; nothing is kept of it but its text. */
function OpenScript() {
  const t = useText('compliance')
  const open = async (file: File | null) => {
    if (!file) return
    if (file.size > LARGEST * 4) {
      say(t('check.tooLarge', { file: file.name }), 'bad')
      return
    }
    const opened = scriptOf(new Uint8Array(await file.arrayBuffer()))
    if (opened === null) {
      say(t('check.notText', { file: file.name }), 'bad')
      return
    }
    script.set(opened.slice(0, LARGEST))
    say(t('check.opened', { file: file.name }))
  }
  return (
    <FileButton accept=".txt,.md,.srt,.vtt,text/plain" onChange={(file) => void open(file)}>
      {(props) => (
        <Button {...props} variant="default">
          {t('check.open')}
        </Button>
      )}
    </FileButton>
  )
}

/** Changes in the text go through the field itself, so that its own undo takes them back one by one. */
function useEditing(findings: readonly Finding[], active: number | null, setActive: (index: number | null) => void) {
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const within = (work: (field: HTMLTextAreaElement) => void) => {
    const before = document.activeElement
    if (!field.current) return
    field.current.focus()
    work(field.current)
    if (before instanceof HTMLElement && before !== field.current && before.isConnected) before.focus()
  }
  const apply = ({ start, end, safer }: Finding) => {
    if (safer === null) return
    within((area) => {
      const blank = safer === '' && /[ \t]/.test(area.value[end] ?? '') ? 1 : 0
      area.setSelectionRange(start, end + blank)
      document.execCommand(safer === '' ? 'delete' : 'insertText', false, safer)
    })
  }
  const undo = (redo: boolean) => within(() => document.execCommand(redo ? 'redo' : 'undo'))
  const go = (step: number) => {
    if (findings.length === 0) return
    const next = active === null ? 0 : Math.max(0, Math.min(findings.length - 1, active + step))
    setActive(next)
    const finding = findings[next]
    if (finding) field.current?.setSelectionRange(finding.start, finding.start)
  }
  return {
    field,
    list,
    apply,
    onKeyDown: (event: KeyboardEvent) => {
      answer(event, {
        [KEYS.findingNext.keys[0]]: () => go(1),
        [KEYS.findingNext.keys[1]]: () => go(-1),
        [KEYS.findingApply.keys[0]]: () => {
          const chosen = active === null ? undefined : findings[active]
          if (chosen) apply(chosen)
        },
        [KEYS.findingList.keys[0]]: () => list.current?.focus(),
      })
    },
    onSideKeyDown: (event: KeyboardEvent) => {
      const redo = KEYS.redo.keys.map((key) => [key, () => undo(true)] as const)
      answer(event, { [KEYS.undo.keys[0]]: () => undo(false), ...Object.fromEntries(redo) })
    },
    onCursor: (at: number) => {
      const index = findings.findIndex(({ start, end }) => at >= start && at <= end && end > start)
      if (index >= 0) setActive(index)
    },
  }
}

function answer(event: KeyboardEvent, keys: Readonly<Record<string, () => void>>): void {
  const run = keys[chordOf(event.nativeEvent)]
  if (!run) return
  event.preventDefault()
  event.stopPropagation()
  run()
}
