/** Records of samples: what was asked for and promised, each step of it, parcels, reminders, rules, wallets. */

import {
  type Entity,
  currency,
  day,
  instant,
  integer,
  json,
  money,
  natural,
  note,
  random,
  reference,
  required,
  text,
} from './columns'

const later = { merge: 'lww' } as const

export const SAMPLE_ENTITIES = {
  /** One product asked for by one creator. Its state follows from `sampleEvents`. Files name it by the platform's numbers, people's own have a random id. */
  samples: {
    n: 51,
    table: 'samples',
    id: { rule: 'given' },
    columns: {
      shopId: reference(0, 'shops', required),
      creatorId: reference(1, 'creators', { ...required, onDeleted: 'hideChild' }),
      /** TikTok's number of the product. */
      productId: text(2, required),
      skuId: text(3),
      /** Size, colour. */
      variation: text(4),
      quantity: integer(5, required),
      kind: text(6, { values: ['free', 'refundable'] }),
      collaboration: text(7, { values: ['open', 'target', 'partner', 'flatFee', 'none'] }),
      campaignId: reference(8, 'campaigns', { onDeleted: 'ghost' }),
      requestedAt: instant(9, { merge: 'min' }),
      /** TikTok's number of the application. */
      applicationId: text(10),
      orderId: text(11),
      /** TikTok's own word for where it stands, as the newest file says. */
      platformStatus: text(12, later),
      recipient: text(13, { mask: 'contact' }),
      phone: text(14, { mask: 'contact' }),
      address: text(15, { mask: 'address' }),
      /** The person who spends their wallet on it. */
      owner: text(16),
      /** Days by which the platform extended the creator's time. */
      extensionDays: integer(17),
      /** A last day of its own, instead of the rules'. */
      dueDay: day(18),
      /** Of all pieces; blank: what the product costs by default. */
      productCost: money(19, 'currency', { mask: 'cost' }),
      packingCost: money(20, 'currency', { mask: 'cost' }),
      freightCost: money(21, 'currency', { mask: 'cost' }),
      dutyCost: money(22, 'currency', { mask: 'cost' }),
      currency: currency(23),
      /** Offered commission rate, basis points. */
      rate: integer(24),
      /** `typed`, `template`, `orders`. */
      source: text(25, later),
      /** Why it goes out although the rules or the guard said no. */
      reason: text(26),
      note: note(27),
    },
  },
  sampleEvents: {
    n: 52,
    table: 'sample_events',
    id: random,
    system: true,
    events: { machine: 'sample', of: 'sampleId' },
    columns: {
      sampleId: reference(0, 'samples', { ...required, onDeleted: 'hideChild' }),
      fromState: text(1, required),
      toState: text(2, required),
      reason: text(3),
      resolves: json(4),
      machine: integer(5, required),
      /** When it happened, which is not when it was written down; blank: then. */
      at: instant(6),
      person: text(7),
    },
  },
  parcels: {
    n: 53,
    table: 'parcels',
    id: natural('parcel', 'sampleId', 'tracking'),
    columns: {
      sampleId: reference(0, 'samples', { ...required, onDeleted: 'hideChild' }),
      tracking: text(1, required),
      carrier: text(2, { merge: 'mvQuiet' }),
      shippedAt: instant(3, later),
      deliveredAt: instant(4, later),
      /** The carrier's last words. */
      lastScan: text(5, later),
      lastScanAt: instant(6, { merge: 'max' }),
      note: note(7),
    },
  },
  /** A reminder that was sent, an excuse that came back, an extension: what the ghosting radar counts. */
  sampleNudges: {
    n: 54,
    table: 'sample_nudges',
    id: random,
    columns: {
      sampleId: reference(0, 'samples', { ...required, onDeleted: 'hideChild' }),
      kind: text(1, { ...required, values: ['nudge', 'excuse', 'promise'] }),
      at: instant(2, required),
      step: integer(3),
      channel: text(4),
      /** Until when they promised. */
      promisedDay: day(5),
      text: note(6),
      person: text(7),
    },
  },
  /** When a request is approved, declined or looked at: `default`, or a shop's id. */
  sampleRules: {
    n: 55,
    table: 'sample_rules',
    id: natural('sampleRule', 'key'),
    columns: { key: text(0, required), rules: json(1), note: note(2) },
  },
  /** What a person may spend on samples in a month (`YYYY-MM`). */
  sampleWallets: {
    n: 56,
    table: 'sample_wallets',
    id: natural('sampleWallet', 'person', 'month'),
    columns: {
      person: text(0, required),
      month: text(1, required),
      amount: money(2, 'currency', { mask: 'cost' }),
      currency: currency(3),
      note: note(4),
    },
  },
  /** What a sample of a product costs and how many are to be kept back; cells that a sample leaves blank. */
  sampleDefaults: {
    n: 57,
    table: 'sample_defaults',
    id: natural('sampleDefault', 'shopId', 'productId'),
    columns: {
      shopId: reference(0, 'shops', required),
      /** `*`: every product of the shop that has none of its own. */
      productId: text(1, required),
      packingCost: money(2, 'currency', { mask: 'cost' }),
      freightCost: money(3, 'currency', { mask: 'cost' }),
      dutyCost: money(4, 'currency', { mask: 'cost' }),
      currency: currency(5),
      /** Pieces below which a new creator gets none; the same for proven ones. */
      floorNew: integer(6),
      floorProven: integer(7),
      note: note(8),
    },
  },
} as const satisfies Record<string, Entity>
