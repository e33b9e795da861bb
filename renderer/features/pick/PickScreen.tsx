/** Packing: what to take from the shelf, for whom, on paper and on screen; numbers pasted and parcels scanned. */

import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { PickList } from '../../../shared/contract/sample-files'
import { orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { goTo, type Place, usePlace } from '../../session/place'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { PickGroups } from './PickGroups'
import { SampleFileDrawer } from './SampleFileDrawer'
import { ScanField } from './ScanField'
import { TrackingDrawer } from './TrackingDrawer'
import { type PickState, usePick } from './use-pick'
import { usePrint } from './use-print'

type Drawer = { readonly open: 'tracking' } | { readonly open: 'file'; readonly path: string | null } | null

const NOTHING: PickList['groups'] = []

export function PickScreen() {
  const t = useText('sampleFiles')
  const { shopId, target } = usePlace()
  const [drawer, setDrawer] = useDrawer(target)
  const query = useQuery(orpc.sampleFiles.pick.queryOptions({ input: { shopId } }))
  const groups = query.data?.groups ?? NOTHING
  const pick = usePick(groups)
  const file = () => setDrawer({ open: 'file', path: null })
  const tracking = () => setDrawer({ open: 'tracking' })
  useKeys({ [KEYS.pickTracking.keys[0]]: tracking, [KEYS.pickFile.keys[0]]: file })
  const pieces = groups.reduce((sum, { toPack }) => sum + toPack, 0)
  return (
    <Page
      title={t('pick.title')}
      note={
        groups.length > 0 ? t('pick.note', { pieces, count: pick.chosen.length, ticked: pick.ticked.size }) : undefined
      }
      actions={
        <Actions shopId={shopId} pick={pick} isEmpty={groups.length === 0} onFile={file} onTracking={tracking} />
      }
      filters={<ScanField shopId={shopId} />}
      foot={t('pick.keys')}
    >
      <Answer query={query}>
        {() =>
          groups.length === 0 ? (
            <Empty
              sentence={t('pick.empty')}
              example={t('pick.emptyExample')}
              action={<Button onClick={file}>{t('file.title')}</Button>}
            />
          ) : (
            <PickGroups groups={groups} pick={pick} withShop={shopId === null} />
          )
        }
      </Answer>
      {drawer?.open === 'tracking' && <TrackingDrawer shopId={shopId} onClose={() => setDrawer(null)} />}
      {drawer?.open === 'file' && <SampleFileDrawer path={drawer.path} onClose={() => setDrawer(null)} />}
    </Page>
  )
}

/** What was opened here, or by a link that leads here: `goTo('pick', { open: 'file', path })`. */
function useDrawer(target: Place['target']) {
  const [seen, setSeen] = useState<Place['target']>(null)
  const [drawer, setDrawer] = useState<Drawer>(null)
  if (seen !== target) {
    setSeen(target)
    if (target?.['open'] === 'file') setDrawer({ open: 'file', path: target['path'] ?? null })
    if (target?.['open'] === 'tracking') setDrawer({ open: 'tracking' })
  }
  return [drawer, setDrawer] as const
}

interface ActionsProps {
  readonly shopId: string | null
  readonly pick: PickState
  readonly isEmpty: boolean
  readonly onFile: () => void
  readonly onTracking: () => void
}

function Actions({ shopId, pick, isEmpty, onFile, onTracking }: ActionsProps) {
  const t = useText('sampleFiles')
  const { list, labels, template, ledger } = usePrint(shopId, pick)
  return (
    <>
      <Button variant="default" onClick={onTracking}>
        {t('tracking.title')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{t('pick.paper')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={isEmpty} onClick={() => list.run('en')}>
            {t('print.listEn')}
          </Menu.Item>
          <Menu.Item disabled={isEmpty} onClick={() => list.run('zh-CN')}>
            {t('print.listZh')}
          </Menu.Item>
          <Menu.Item disabled={isEmpty} onClick={() => labels.run('a4')}>
            {t('print.labelsA4')}
          </Menu.Item>
          <Menu.Item disabled={isEmpty} onClick={() => labels.run('100x150')}>
            {t('print.labelsRoll')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{t('pick.files')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onFile}>{t('file.title')}</Menu.Item>
          <Menu.Item onClick={() => template.run()}>{t('print.template')}</Menu.Item>
          <Menu.Item onClick={() => ledger.run()}>{t('print.ledger')}</Menu.Item>
          <Menu.Item onClick={() => goTo('samples')}>{t('pick.toSamples')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
