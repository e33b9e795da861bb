/** Colleagues closed one month with other figures: which close holds is for people to say. */

import { Button } from '@mantine/core'

import { api } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Drawer } from '../../../ui/Drawer'
import { ErrorLine } from '../../../ui/ErrorState'
import { SmallTable } from '../../../ui/SmallTable'
import { useCommand } from '../../../ui/use-save'
import type { PeriodDrawerProps } from './CloseDrawer'
import { shortDigest } from './digest'

export function DecideDrawer({ month: { shopId, shopName, month, close }, onClose }: PeriodDrawerProps) {
  const t = useText('periods')
  const format = useFormat()
  const money = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? '' : format.money(amount, close?.currency ?? '')
  const decide = useCommand(
    async (sha256: string) => {
      await api.periods.decide({ shopId, month, sha256 })
      onClose()
    },
    () => t('decide.done'),
  )
  return (
    <Drawer title={t('decide.title', { shop: shopName, month: format.month(month) })} onClose={onClose}>
      <p>{t('decide.lead')}</p>
      <SmallTable
        label={t('decide.button')}
        columns={[
          { title: t('decide.person') },
          { title: t('decide.at') },
          { title: t('decide.lines'), figure: true },
          { title: t('decide.gmv'), figure: true },
          { title: t('decide.commission'), figure: true },
          { title: t('digest') },
          { title: '' },
        ]}
        rows={(close?.question ?? []).map(({ sha256, author, at, figures }) => ({
          key: sha256,
          cells: [
            author,
            format.instant(at),
            figures === null ? t('decide.notHere') : format.count(figures.lines),
            money(figures?.gmv),
            money(figures?.commission),
            shortDigest(sha256),
            <Button key="keep" size="compact-xs" loading={decide.busy} onClick={() => decide.run(sha256)}>
              {t('decide.keep')}
            </Button>,
          ],
        }))}
      />
      {decide.error !== null && <ErrorLine error={decide.error} />}
    </Drawer>
  )
}
