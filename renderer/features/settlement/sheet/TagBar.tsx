/** Under the lines: what finance knows of a difference, one key each; taken back by another, or by undo. */

import { Button, Kbd } from '@mantine/core'

import { api } from '../../../api'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { useCommand } from '../../../ui/use-save'
import classes from '../settlement.module.css'

export interface TagBarProps {
  readonly shopId: string
  readonly month: string
  /** Lines that are chosen: order, product and SKU each. */
  readonly lines: readonly string[]
  readonly onTagged: () => void
}

const TAGS = [
  { cause: 'frozen', key: KEYS.settlementFrozen.keys[0] },
  { cause: 'partial', key: KEYS.settlementPartial.keys[0] },
  { cause: 'ineligible', key: KEYS.settlementIneligible.keys[0] },
] as const
type Tag = (typeof TAGS)[number]['cause']

/** As many as one step takes. */
const MOST = 500

export function TagBar({ shopId, month, lines, onTagged }: TagBarProps) {
  const t = useText('settlement')
  const tag = useCommand(
    async (cause: Tag | null) => {
      const tagged = await api.settlement.tag({ shopId, month, lines: lines.slice(0, MOST), cause })
      onTagged()
      return tagged
    },
    ({ lines: count }, cause) =>
      cause === null ? t('lines.untagged', { count }) : t('lines.tagged', { count, cause: t(`causes.${cause}`) }),
  )
  const run = (cause: Tag | null) => () => lines.length > 0 && !tag.busy && tag.run(cause)
  const untag = KEYS.settlementUntag.keys[0]
  useKeys({ ...Object.fromEntries(TAGS.map(({ cause, key }) => [key, run(cause)])), [untag]: run(null) })
  return (
    <div className={classes.bar}>
      {TAGS.map(({ cause, key }) => (
        <Button
          key={cause}
          size="compact-xs"
          variant="default"
          onClick={run(cause)}
          rightSection={<Kbd size="xs">{key}</Kbd>}
        >
          {t(`lines.${cause}`)}
        </Button>
      ))}
      <Button size="compact-xs" variant="subtle" onClick={run(null)} rightSection={<Kbd size="xs">{untag}</Kbd>}>
        {t('lines.untag')}
      </Button>
    </div>
  )
}
