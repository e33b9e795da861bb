/** The claim sheet of one product: what holds in a market today, and every claim behind it. */

import { Button, Divider, Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { ProductClaim } from '../../../../shared/contract/claim-sheets'
import { CLAIM_KINDS, EVERY } from '../../../../shared/domain/claim-sheet'
import { MARKETS } from '../../../../shared/domain/market-packs'
import { orpc } from '../../../api'
import { useText } from '../../../messages/i18n'
import { useShops } from '../../../session/shops'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { SmallTable } from '../../../ui/SmallTable'
import { StateMark, type Tone } from '../../../ui/StateMark'
import { Quiet } from '../ProductParts'
import { ClaimForm } from './ClaimForm'
import { CopyClaims } from './CopyClaims'
import { useMarketText } from './market-text'

export interface SheetOf {
  readonly shopId: string
  readonly shopName: string
  /** `*`: every product of the shop. */
  readonly productId: string
  readonly productName: string | null
}

export interface ClaimSheetDrawerProps {
  readonly sheet: SheetOf
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

export function ClaimSheetDrawer({ sheet, ...drawer }: ClaimSheetDrawerProps) {
  const t = useText('claimSheets')
  const [over, setOver] = useState<ProductClaim | 'new' | 'copy' | null>(null)
  const { shopId, productId } = sheet
  const claims = useQuery(orpc.claimSheets.claims.queryOptions({ input: { shopId, productId } }))
  const product = sheet.productName ?? (productId === EVERY ? t('everyProduct') : productId)
  const back = (): void => setOver(null)
  if (over === 'copy') return <CopyClaims sheet={sheet} product={product} onClose={back} />
  if (over !== null) return <ClaimForm sheet={sheet} claim={over === 'new' ? null : over} onClose={back} />
  return (
    <Drawer
      {...drawer}
      wide
      title={t('sheetOf', { product })}
      foot={
        <>
          <Button variant="default" disabled={claims.data?.length === 0} onClick={() => setOver('copy')}>
            {t('copy')}
          </Button>
          <Button onClick={() => setOver('new')}>{t('add')}</Button>
        </>
      }
    >
      <InForce sheet={sheet} />
      <Divider my="md" label={t('all')} labelPosition="left" />
      <Answer query={claims}>
        {(all) => (all.length === 0 ? <Quiet>{t('none')}</Quiet> : <AllClaims claims={all} onOpen={setOver} />)}
      </Answer>
    </Drawer>
  )
}

const TONES: Readonly<Record<ProductClaim['proof'], Tone>> = {
  notNeeded: 'good',
  proven: 'good',
  expiring: 'watch',
  expired: 'bad',
  missing: 'bad',
}

interface AllClaimsProps {
  readonly claims: readonly ProductClaim[]
  readonly onOpen: (claim: ProductClaim) => void
}

function AllClaims({ claims, onOpen }: AllClaimsProps) {
  const t = useText('claimSheets')
  const market = useMarketText()
  return (
    <SmallTable
      label={t('all')}
      columns={[
        { title: t('fields.kind') },
        { title: t('fields.market') },
        { title: t('fields.text') },
        { title: t('fields.proof') },
      ]}
      rows={CLAIM_KINDS.flatMap((kind) => claims.filter((claim) => claim.kind === kind)).map((claim) => ({
        key: claim.id,
        cells: [
          t(`kinds.${claim.kind}`),
          [market(claim.market), claim.language].filter(Boolean).join(' · '),
          <Button key="open" size="compact-xs" variant="subtle" onClick={() => onOpen(claim)}>
            {claim.text}
          </Button>,
          claim.archived ? (
            t('fields.archived')
          ) : claim.proof === 'notNeeded' ? (
            ''
          ) : (
            <StateMark key="proof" tone={TONES[claim.proof]}>
              {t(`proofs.${claim.proof}`)}
            </StateMark>
          ),
        ],
      }))}
    />
  )
}

/** What a linter, a brief or a reviewer goes by. */
function InForce({ sheet: { shopId, productId } }: { readonly sheet: SheetOf }) {
  const t = useText('claimSheets')
  const marketText = useMarketText()
  const shop = useShops().find(({ id }) => id === shopId)
  const [chosen, setChosen] = useState<string | null>(null)
  const market = chosen ?? shop?.market ?? MARKETS[0] ?? ''
  const query = useQuery(
    orpc.claimSheets.sheet.queryOptions({ input: { shopId, productId, market }, enabled: market !== '' }),
  )
  return (
    <>
      <Group justify="space-between" align="end" wrap="nowrap">
        <Quiet>{t('inForceLead')}</Quiet>
        <Select
          size="xs"
          label={t('market')}
          allowDeselect={false}
          data={MARKETS.map((value) => ({ value, label: marketText(value) }))}
          value={market}
          onChange={setChosen}
        />
      </Group>
      <Answer query={query}>
        {(sheet) => {
          const lines = CLAIM_KINDS.flatMap((kind) => sheet[kind])
          if (lines.length === 0) return <Quiet>{t('none')}</Quiet>
          return (
            <SmallTable
              label={t('inForce', { market: marketText(market) })}
              columns={[{ title: t('fields.kind') }, { title: t('fields.text') }, { title: t('fields.proof') }]}
              rows={lines.map(({ id, kind, text, proof, isUsable, productId: of }) => ({
                key: id,
                cells: [
                  t(`kinds.${kind}`),
                  of === EVERY && productId !== EVERY ? `${text} (${t('fromShop')})` : text,
                  kind !== 'allowed' ? (
                    ''
                  ) : isUsable ? (
                    <StateMark key="proof" tone={TONES[proof]}>
                      {t(`proofs.${proof}`)}
                    </StateMark>
                  ) : (
                    <StateMark key="proof" tone="bad">
                      {t('notUsable', { proof: t(`proofs.${proof}`) })}
                    </StateMark>
                  ),
                ],
              }))}
            />
          )
        }}
      </Answer>
    </>
  )
}
