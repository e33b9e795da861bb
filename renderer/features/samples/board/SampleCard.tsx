/** One sample on the board: whom it is for, what, how long it has been there, where the parcel is, what proves it. */

import { IconBell, IconMapPinOff, IconPaperclip, IconPlayerPause, IconSquareCheck } from '@tabler/icons-react'

import type { Sample } from '../../../../shared/contract/samples'
import board from '../../../board/board.module.css'
import { ShopBadge } from '../../../creator/ShopBadge'
import { type Text, useText } from '../../../messages/i18n'
import { dueOf, leftText, useStateWord } from '../sample-words'
import classes from '../samples.module.css'

export interface SampleCardProps {
  readonly sample: Sample
  readonly ticked: boolean
  readonly showShop: boolean
  /** The column does not say it. */
  readonly showState: boolean
}

export function SampleCard({ sample, ticked, showShop, showState }: SampleCardProps) {
  const t = useText('samples')
  const word = useStateWord()
  const parcel = parcelText(sample, t)
  const { handle, creatorId, productName, productId, quantity, variation } = sample
  const pieces = quantity === 1 ? '' : `${quantity} × `
  const product = `${pieces}${productName ?? productId}${variation === null ? '' : ` · ${variation}`}`
  return (
    <>
      <div className={board.line}>
        {ticked && <IconSquareCheck size={14} aria-hidden />}
        <span className={board.handle}>{handle ?? creatorId}</span>
        {sample.hold && (
          <span className={classes.held} role="img" aria-label={t('card.hold')} title={t('card.hold')}>
            <IconPlayerPause size={14} aria-hidden />
          </span>
        )}
        <Counter sample={sample} />
      </div>
      <div className={board.line}>
        <span className={classes.product} title={product}>
          {product}
        </span>
        {showShop && (
          <span className={classes.shop}>
            <ShopBadge shopId={sample.shopId} />
          </span>
        )}
      </div>
      <div className={board.next}>
        <span className={board.step}>{[showState ? word(sample.state) : '', parcel].filter(Boolean).join(' · ')}</span>
        <Signs sample={sample} />
        <Left sample={sample} />
      </div>
    </>
  )
}

function Counter({ sample: { deadlines, state } }: { readonly sample: Sample }) {
  const t = useText('samples')
  const { sinceDelivery: since, allowed, post } = deadlines
  if (since === null || (state !== 'delivered' && state !== 'contentDue')) return null
  return (
    <span className={classes.counter} data-level={post?.level} title={t('card.counterHint')}>
      {allowed === null ? t('card.counterAlone', { since }) : t('card.counter', { since, allowed })}
    </span>
  )
}

/** Where the parcel is: its last scan, else who carries it under which number. */
function parcelText({ parcels, state, platformStatus }: Sample, t: Text<'samples'>): string {
  const last = parcels.at(-1)
  if (last === undefined) return state === 'shipped' ? t('card.noTracking') : (platformStatus ?? '')
  const more = parcels.length > 1 ? ` · ${t('card.parcels', { count: parcels.length })}` : ''
  return `${last.lastScan ?? [last.carrier, last.tracking].filter(Boolean).join(' ')}${more}`
}

const BEFORE_SHIPPING: ReadonlySet<string> = new Set(['requested', 'approved', 'packed'])

function Signs({ sample: { proofs, nudges, address, state } }: { readonly sample: Sample }) {
  const t = useText('samples')
  return (
    <span className={classes.signs}>
      {address === null && BEFORE_SHIPPING.has(state) && (
        <span className={classes.missing} role="img" aria-label={t('card.noAddress')} title={t('card.noAddress')}>
          <IconMapPinOff size={12} aria-hidden />
        </span>
      )}
      {nudges > 0 && (
        <span title={t('card.nudges', { count: nudges })}>
          <IconBell size={12} aria-hidden />
          {nudges}
        </span>
      )}
      {proofs > 0 && (
        <span title={t('card.proofs', { count: proofs })}>
          <IconPaperclip size={12} aria-hidden />
          {proofs}
        </span>
      )}
    </span>
  )
}

function Left({ sample }: { readonly sample: Sample }) {
  const t = useText('samples')
  const due = dueOf(sample)
  if (due === null) return null
  return (
    <span className={classes.counter} data-level={due.level} title={due.day}>
      {leftText(t, due.daysLeft)}
    </span>
  )
}
