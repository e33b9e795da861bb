/** The workspace and its safety, the look of the window, the markets' rules. */

import { SegmentedControl } from '@mantine/core'
import { type ComponentType, useState } from 'react'

import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { Page } from '../../ui/Page'
import { About } from './About'
import { Backups } from './Backups'
import { Look } from './Look'
import { Markets } from './Markets'
import { Roles } from './Roles'
import { Verify } from './Verify'
import { WorkspacePart } from './WorkspacePart'

const PARTS = {
  workspace: WorkspacePart,
  look: Look,
  backups: Backups,
  verify: Verify,
  markets: Markets,
  roles: Roles,
  about: About,
} as const satisfies Readonly<Record<string, ComponentType>>
type Part = keyof typeof PARTS
// The keys are exactly the parts.
const NAMES = Object.keys(PARTS) as Part[]

export function SettingsScreen() {
  const t = useText('settings')
  const { target } = usePlace()
  const [part, setPart] = useState<Part>(NAMES.find((name) => name === target?.show) ?? 'workspace')
  const Shown = PARTS[part]
  return (
    <Page
      title={t('title')}
      padded={part !== 'markets'}
      filters={
        <SegmentedControl
          size="xs"
          value={part}
          onChange={(value) => setPart(NAMES.find((name) => name === value) ?? 'workspace')}
          data={NAMES.map((name) => ({ value: name, label: t(`tabs.${name}`) }))}
        />
      }
    >
      <Shown />
    </Page>
  )
}
