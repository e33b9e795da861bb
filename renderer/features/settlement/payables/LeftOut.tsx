/** Who is not in the file that was written, and why. */

import { useText } from '../../../messages/i18n'
import { Drawer } from '../../../ui/Drawer'
import { SmallTable } from '../../../ui/SmallTable'
import type { PaymentFile } from './use-file'

export function LeftOut({ left, onClose }: { readonly left: PaymentFile['left']; readonly onClose: () => void }) {
  const t = useText('payables')
  return (
    <Drawer title={t('leftTitle')} onClose={onClose}>
      <SmallTable
        label={t('leftTitle')}
        columns={[{ title: t('fields.creator') }, { title: t('fields.title') }, { title: t('fields.reason') }]}
        rows={left.map(({ id, handle, title, why }) => ({
          key: id,
          cells: [handle && `@${handle}`, title, t(`why.${why}`)],
        }))}
      />
    </Drawer>
  )
}
