/** Whether creators fit: side by side, decided on by keys; the shop's shortlist; who is allowed or blocked; the rules of it all. */

import { SegmentedControl } from '@mantine/core'
import { type ComponentType, useEffect, useState } from 'react'

import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { Page } from '../../ui/Page'
import { Compare } from './Compare'
import { putBeside } from './compared'
import { Lists } from './Lists'
import { Rules } from './Rules'
import { Shortlist } from './Shortlist'

const PARTS = {
  compare: Compare,
  shortlist: Shortlist,
  lists: Lists,
  rules: Rules,
} as const satisfies Readonly<Record<string, ComponentType<{ readonly onCompare: () => void }>>>
type Part = keyof typeof PARTS
// The keys are exactly the parts.
const NAMES = Object.keys(PARTS) as Part[]

export function VettingScreen() {
  const t = useText('vetting')
  const { target } = usePlace()
  const [part, setPart] = useState<Part>(NAMES.find((name) => name === target?.['show']) ?? 'compare')
  const sent = target?.['creators']
  useEffect(() => {
    // Ids from a list, with a blank between.
    if (sent !== undefined) putBeside(sent.split(' ').filter(Boolean))
  }, [sent])
  const Shown = PARTS[part]
  return (
    <Page
      title={t('title')}
      padded
      filters={
        <SegmentedControl
          size="xs"
          value={part}
          onChange={(value) => setPart(NAMES.find((name) => name === value) ?? 'compare')}
          data={NAMES.map((value) => ({ value, label: t(`parts.${value}`) }))}
        />
      }
    >
      <Shown onCompare={() => setPart('compare')} />
    </Page>
  )
}
