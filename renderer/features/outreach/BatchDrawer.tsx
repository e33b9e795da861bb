/** One batch sheet, block by block: copy the handles, copy the texts, and S marks the block sent. */

import { Button, Group, Kbd, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Batch, BlockRow } from '../../../shared/contract/outreach-batches'
import { api, orpc } from '../../api'
import { FilledBody } from '../../creator/FilledBody'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useNow } from '../../session/now'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { say } from '../../session/status'
import { Answer } from '../../ui/Answer'
import { Drawer } from '../../ui/Drawer'
import { SmallTable } from '../../ui/SmallTable'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'

export function BatchDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [chosen, setChosen] = useState<number | null>(null)
  const list = useQuery(orpc.outreach.batches.list.queryOptions({ input: { closed: true } }))
  const batch = list.data?.find((one) => one.id === id)
  // The first block that is still to be sent, so that a sheet goes on where it was left.
  const first = batch?.blocks.find(({ sentAt }) => sentAt === null)?.block ?? 1
  const block = chosen ?? first
  return (
    <Drawer title={batch?.name ?? ''} onClose={onClose} wide>
      <Answer query={list}>
        {() => batch && <Sheet batch={batch} block={block} onBlock={setChosen} onClose={onClose} />}
      </Answer>
    </Drawer>
  )
}

interface SheetProps {
  readonly batch: Batch
  readonly block: number
  readonly onBlock: (block: number | null) => void
  readonly onClose: () => void
}

function Sheet({ batch, block, onBlock, onClose }: SheetProps) {
  const t = useText('outreach')
  const { ago } = useFormat()
  const now = useNow()
  const shown = useQuery(orpc.outreach.batches.block.queryOptions({ input: { id: batch.id, block } }))
  const close = useCommand(
    async () => {
      await api.outreach.batches.update({ id: batch.id, fields: { closed: true } })
      onClose()
    },
    () => batch.name,
  )
  const state = batch.blocks.find((one) => one.block === block)
  return (
    <>
      <Group gap="xs">
        {batch.blocks.map((one) => (
          <Button
            key={one.block}
            size="compact-xs"
            variant={one.block === block ? 'filled' : 'default'}
            onClick={() => onBlock(one.block)}
          >
            {t('batch.block', { number: one.block })}
          </Button>
        ))}
        <Button size="compact-xs" variant="subtle" loading={close.busy} onClick={() => close.run()}>
          {t('batch.close')}
        </Button>
      </Group>
      {state?.sentAt !== null && state !== undefined && (
        <StateMark tone="good">{t('batch.sentBy', { who: state.by ?? '', when: ago(state.sentAt, now) })}</StateMark>
      )}
      <Answer query={shown}>
        {({ rows }) => (
          <Block batch={batch} block={block} rows={rows} sent={state?.sentAt !== null} onSent={() => onBlock(null)} />
        )}
      </Answer>
    </>
  )
}

interface BlockProps {
  readonly batch: Batch
  readonly block: number
  readonly rows: readonly BlockRow[]
  readonly sent: boolean
  readonly onSent: () => void
}

function Block({ batch, block, rows, sent, onSent }: BlockProps) {
  const t = useText('outreach')
  const usable = rows.filter(({ skip }) => skip === null)
  const missing = [...new Set(usable.flatMap(({ text }) => text?.missing ?? []))]
  const texts = usable.flatMap(({ handle, text }) => (text ? [`${handle}\t${inOneCell(text.text)}`] : []))
  const send = useCommand(
    () => api.outreach.batches.send({ id: batch.id, block }),
    (done) => {
      onSent()
      const said = t('batch.sent', { number: done.sent })
      return done.skipped.length === 0 ? said : `${said} · ${t('batch.skipped', { number: done.skipped.length })}`
    },
  )
  const copy = (lines: readonly string[]): void => {
    void navigator.clipboard.writeText(lines.join('\n')).then(() => say(t('batch.copied', { number: lines.length })))
  }
  useKeys({ [KEYS.sendBlock.keys[0]]: () => !sent && !send.busy && send.run() })
  return (
    <>
      <Values batch={batch} missing={missing} />
      {missing.length > 0 && <StateMark tone="bad">{t('batch.blocked', { names: missing.join(', ') })}</StateMark>}
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => copy(usable.map(({ handle }) => handle))}>
          {t('batch.copyHandles')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={missing.length > 0 || texts.length === 0}
          onClick={() => copy(texts)}
        >
          {t('batch.copyTexts')}
        </Button>
        <Button
          size="xs"
          disabled={sent}
          loading={send.busy}
          onClick={() => send.run()}
          rightSection={<Kbd size="xs">S</Kbd>}
        >
          {t('batch.send')}
        </Button>
      </Group>
      <Rows block={block} rows={rows} />
    </>
  )
}

function Rows({ block, rows }: Pick<BlockProps, 'block' | 'rows'>) {
  const t = useText('outreach')
  return (
    <SmallTable
      label={t('batch.block', { number: block })}
      columns={[{ title: t('field.creator') }, { title: t('field.text') }]}
      rows={rows.map(({ creatorId, handle, text, skip }) => ({
        key: creatorId,
        cells: [
          handle,
          skip ? (
            <StateMark key="skip" tone="bad">
              {t(`skip.${skip.reason}`, { detail: skip.detail ?? '' })}
            </StateMark>
          ) : (
            text && <FilledBody key="text" text={text} />
          ),
        ],
      }))}
    />
  )
}

/** What is filled once for the whole sheet. */
function Values({ batch, missing }: { readonly batch: Batch; readonly missing: readonly string[] }) {
  const t = useText('outreach')
  const names = [...new Set([...Object.keys(batch.values), ...missing])]
  const save = useCommand(
    (values: Readonly<Record<string, string>>) => api.outreach.batches.update({ id: batch.id, fields: { values } }),
    () => batch.name,
  )
  if (names.length === 0) return null
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('template.variables', { names: names.join(', ') })}
      </Text>
      {names.map((name) => (
        <TextInput
          key={name}
          size="xs"
          label={name}
          defaultValue={batch.values[name] ?? ''}
          onBlur={({ currentTarget }) => {
            const { value } = currentTarget
            if (value !== (batch.values[name] ?? '')) save.run({ ...batch.values, [name]: value })
          }}
        />
      ))}
    </>
  )
}

/** A text with line breaks stays in one cell of a sheet when it is pasted. */
function inOneCell(text: string): string {
  return /["\t\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
