/** What was not done with some of the ticked ones, and why. */

import { useText } from '../../../messages/i18n'
import { Drawer } from '../../../ui/Drawer'
import { SmallTable } from '../../../ui/SmallTable'

export interface NotDone {
  readonly title: string
  readonly left: readonly {
    readonly id: string
    /** Whose and what for. */
    readonly name: string
    readonly why: string
  }[]
}

export function LeftOut({ title, left, onClose }: NotDone & { readonly onClose: () => void }) {
  const t = useText('payables')
  return (
    <Drawer title={title} onClose={onClose}>
      <SmallTable
        label={title}
        columns={[{ title: t('fields.title') }, { title: t('fields.reason') }]}
        rows={left.map(({ id, name, why }) => ({ key: id, cells: [name, why] }))}
      />
    </Drawer>
  )
}
