/** Links as creators sent them: what each is, which sample it answers, all added in one step. */

import { Button, Select, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { LinkPreview } from '../../../shared/contract/content'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { Drawer } from '../../ui/Drawer'
import { ErrorLine } from '../../ui/ErrorState'
import { focusNow } from '../../ui/focus'
import { SmallTable } from '../../ui/SmallTable'
import { useCommand } from '../../ui/use-save'
import classes from './content.module.css'

export interface PasteLinksProps {
  readonly shopId: string | null
  readonly onClose: () => void
}

export function PasteLinks({ shopId, onClose }: PasteLinksProps) {
  const t = useText('content')
  const { text, type, links, chosen, choose, look, add, ready } = usePasted(shopId, onClose)
  // The next step, whichever that is: looking at them, then adding what was found.
  useKeys({
    [KEYS.decide.keys[0]]: () => {
      if (look.busy || add.busy) return
      if (ready > 0) add.run()
      else if (text.trim() !== '') look.run()
    },
  })
  return (
    <Drawer
      title={t('links.title')}
      wide
      onClose={onClose}
      foot={
        <>
          <Button variant="default" disabled={text.trim() === ''} loading={look.busy} onClick={() => look.run()}>
            {t('links.look')}
          </Button>
          <Button disabled={ready === 0} loading={add.busy} onClick={() => add.run()}>
            {t('links.add', { count: ready })}
          </Button>
        </>
      }
    >
      <Textarea
        ref={focusNow}
        size="xs"
        label={t('links.text')}
        description={t('links.hint')}
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {look.error !== null && <ErrorLine error={look.error} />}
      {add.error !== null && <ErrorLine error={add.error} />}
      {links !== null && (
        <div className={classes.links}>
          <LinkTable links={links} chosen={chosen} onChoose={choose} />
        </div>
      )}
    </Drawer>
  )
}

/** What was pasted, what it was found to be, and the sample chosen for each link. */
function usePasted(shopId: string | null, onDone: () => void) {
  const t = useText('content')
  const answers = useQueryClient()
  const [text, setText] = useState('')
  const [links, setLinks] = useState<readonly LinkPreview[] | null>(null)
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | null>>(new Map())
  const look = useCommand(
    async () => {
      const found = await api.content.preview({ text, shopId })
      setLinks(found.links)
      setChosen(new Map(found.links.flatMap((link) => (link.videoId === null ? [] : [[link.videoId, firstOf(link)]]))))
      return found.links.length
    },
    (count) => t('links.found', { count }),
  )
  const ready = (links ?? []).flatMap(({ videoId, handle, text: url }) =>
    videoId === null || handle === null ? [] : [{ videoId, handle, url, sampleId: chosen.get(videoId) ?? null }],
  )
  const add = useCommand(
    async () => {
      const done = await api.content.add({ links: ready, shopId })
      await answers.invalidateQueries({ queryKey: orpc.content.key() })
      onDone()
      return done
    },
    ({ added, given }) => t('links.added', { added, given }),
  )
  const type = (typed: string) => {
    setText(typed)
    setLinks(null)
  }
  const choose = (videoId: string, sampleId: string | null) => setChosen(new Map([...chosen, [videoId, sampleId]]))
  return { text, type, links, chosen, choose, look, add, ready: ready.length }
}

/** The sample that waits longest for a post, unless the link was given to one before. */
function firstOf({ samples }: LinkPreview): string | null {
  const waiting = samples.filter(({ given }) => !given)
  if (waiting.length < samples.length) return null
  return waiting.toSorted((a, b) => (a.deliveredAt ?? Infinity) - (b.deliveredAt ?? Infinity))[0]?.sampleId ?? null
}

interface LinkTableProps {
  readonly links: readonly LinkPreview[]
  readonly chosen: ReadonlyMap<string, string | null>
  readonly onChoose: (videoId: string, sampleId: string | null) => void
}

function LinkTable({ links, chosen, onChoose }: LinkTableProps) {
  const t = useText('content')
  return (
    <SmallTable
      label={t('links.title')}
      columns={[
        { title: t('links.columns.link') },
        { title: t('links.columns.creator') },
        { title: t('links.columns.sample') },
        { title: t('links.columns.what') },
      ]}
      rows={links.map((link) => ({
        key: `${link.line} ${link.text}`,
        cells: [
          <span key="link" className={classes.link} title={link.text}>
            {link.videoId ?? link.text}
          </span>,
          link.handle === null ? null : (
            <span key="creator" className={classes.creator}>
              @{link.handle}
            </span>
          ),
          <SampleChoice key="sample" link={link} chosen={chosen} onChoose={onChoose} />,
          link.problem === null ? null : t(`links.problems.${link.problem}`),
        ],
      }))}
    />
  )
}

function SampleChoice({ link, chosen, onChoose }: Omit<LinkTableProps, 'links'> & { readonly link: LinkPreview }) {
  const t = useText('content')
  const { videoId, samples } = link
  if (videoId === null || samples.length === 0) return null
  return (
    <Select
      size="xs"
      aria-label={t('links.sample')}
      placeholder={t('links.noSample')}
      clearable
      data={samples.map(({ sampleId, productName, productId, given }) => ({
        value: sampleId,
        label: [productName ?? productId, given ? t('links.given') : null].filter(Boolean).join(' · '),
      }))}
      value={chosen.get(videoId) ?? null}
      onChange={(value) => onChoose(videoId, value)}
    />
  )
}
