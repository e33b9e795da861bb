/** The first thing anybody sees: the demo, a new workspace, a file, or one of the last ones. */

import { ActionIcon, Button, Group, SegmentedControl, Tooltip } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'

import { desktop } from '../../api'
import { useFormat } from '../../format/use-format'
import { setLanguage, useLanguage, useText } from '../../messages/i18n'
import { openDemo, openWorkspace } from '../../session/opening'
import { chooseWorkspaceFile } from './choose-file'
import { JoinWorkspace } from './JoinWorkspace'
import { NewWorkspace } from './NewWorkspace'
import classes from './welcome.module.css'

export function WelcomeScreen() {
  const [way, setWay] = useState<'create' | 'join' | null>(null)
  return (
    <div className={classes.scroller}>
      <LanguageCorner />
      <main className={classes.welcome}>
        {way === 'create' && <NewWorkspace onCancel={() => setWay(null)} />}
        {way === 'join' && <JoinWorkspace onCancel={() => setWay(null)} />}
        {way === null && <Choices onCreate={() => setWay('create')} onJoin={() => setWay('join')} />}
      </main>
    </div>
  )
}

function Choices({ onCreate, onJoin }: { readonly onCreate: () => void; readonly onJoin: () => void }) {
  const t = useText('welcome')
  const arrive = useText('arrive')
  const answers = useQueryClient()
  async function demo(): Promise<void> {
    const { demo: file } = await desktop.places({})
    await openDemo(answers, file, t('demoName'))
  }
  async function open(): Promise<void> {
    const file = await chooseWorkspaceFile(t('openTitle'), t('files'))
    if (file) {
      await openWorkspace(answers, file)
    }
  }
  return (
    <>
      <h1 className={classes.title}>{t('title')}</h1>
      <p className={classes.lead}>{t('lead')}</p>
      <Group gap="sm">
        <Button onClick={() => void demo()}>{t('demo')}</Button>
        <Button variant="default" onClick={onCreate}>
          {t('create')}
        </Button>
        <Button variant="default" onClick={() => void open()}>
          {t('open')}
        </Button>
        <Button variant="default" onClick={onJoin}>
          {arrive('join.button')}
        </Button>
      </Group>
      <p className={classes.lead}>{t('demoNote')}</p>
      <RecentFiles />
    </>
  )
}

function RecentFiles() {
  const t = useText('welcome')
  const format = useFormat()
  const answers = useQueryClient()
  const [now] = useState(() => Date.now())
  const { data: files = [], refetch } = useQuery({
    queryKey: ['desktop', 'recent'],
    queryFn: () => desktop.recent({}),
    staleTime: 0,
  })
  if (files.length === 0) {
    return null
  }
  async function forget(file: string, name: string): Promise<void> {
    await desktop.remember({ file, name, forget: true })
    await refetch()
  }
  return (
    <section className={classes.recent} aria-label={t('recent')}>
      <h2 className={classes.heading}>{t('recent')}</h2>
      {files.map(({ file, name, openedAt, exists }) => (
        <div key={file} className={classes.file}>
          <button
            type="button"
            className={classes.openFile}
            data-missing={!exists || undefined}
            onClick={() => void openWorkspace(answers, file)}
          >
            <span>{name}</span>
            <span className={classes.when}>{exists ? format.ago(openedAt, now) : t('missing')}</span>
            <span className={classes.path} title={file}>
              {file}
            </span>
          </button>
          <Tooltip label={t('forget', { name })}>
            <ActionIcon aria-label={t('forget', { name })} onClick={() => void forget(file, name)}>
              <IconX size={14} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
    </section>
  )
}

function LanguageCorner() {
  const t = useText('shell')
  return (
    <div className={classes.corner}>
      <SegmentedControl
        size="xs"
        value={useLanguage()}
        onChange={(language) => setLanguage(language === 'en' ? 'en' : 'zh-CN')}
        data={[
          { value: 'zh-CN', label: t('language.zh') },
          { value: 'en', label: t('language.en') },
        ]}
      />
    </div>
  )
}
