/** Statements made in one go: a folder, the kinds of files, how far it is, and a way to stop. */

import { Button, Menu } from '@mantine/core'
import { useRef, useState } from 'react'

import { STATEMENT_FORMATS } from '../../../../shared/contract/statements'
import type { Progress } from '../../../../shared/contract/define'
import { api, desktop } from '../../../api'
import { useText } from '../../../messages/i18n'
import { finish } from '../../../session/job'
import { useCommand } from '../../../ui/use-save'

export interface MakeStatementsProps {
  readonly shopId: string
  readonly month: string
  /** Whose; empty: everybody's. */
  readonly creators: readonly string[]
}

type Formats = 'pdf' | 'xlsx' | 'csv' | 'all'

export function MakeStatements({ shopId, month, creators }: MakeStatementsProps) {
  const t = useText('statements')
  const [progress, setProgress] = useState<Progress | null>(null)
  const stop = useRef<AbortController | null>(null)
  const make = useCommand(
    async (formats: Formats) => {
      const folder = await desktop.chooseFolder({ title: t('make.folder') })
      if (folder === null) return null
      const abort = new AbortController()
      stop.current = abort
      try {
        const input = {
          shopId,
          month,
          folder,
          formats: formats === 'all' ? [...STATEMENT_FORMATS] : [formats],
          ...(creators.length > 0 && { creators: [...creators] }),
        }
        return await finish(await api.statements.make(input, { signal: abort.signal }), setProgress)
      } catch (error) {
        if (abort.signal.aborted) return 'stopped' as const
        throw error
      } finally {
        setProgress(null)
      }
    },
    (done) =>
      done === null
        ? ''
        : done === 'stopped'
          ? t('make.stopped')
          : t('make.done', { count: done.made + done.kept, made: done.made, folder: done.folder }),
  )
  if (make.busy && progress !== null) {
    return (
      <Button variant="default" onClick={() => stop.current?.abort()}>
        {progress.total === null
          ? t('make.reading')
          : t('make.progress', { done: progress.done, total: progress.total })}
      </Button>
    )
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button loading={make.busy}>
          {creators.length === 0 ? t('make.all') : t('make.some', { count: creators.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => make.run('pdf')}>{t('make.pdf')}</Menu.Item>
        <Menu.Item onClick={() => make.run('all')}>{t('make.everyKind')}</Menu.Item>
        <Menu.Item onClick={() => make.run('xlsx')}>{t('make.xlsx')}</Menu.Item>
        <Menu.Item onClick={() => make.run('csv')}>{t('make.csv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
