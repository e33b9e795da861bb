/** Records of what is promoted and promised: the catalogue, sample stock, claim sheets, campaigns, briefs, terms, LIVE slots. */

import {
  type Entity,
  bool,
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
const given = { rule: 'given' } as const

export const CAMPAIGN_ENTITIES = {
  /** One thing that can be put in a parcel: a variation of a product. */
  productSkus: {
    n: 35,
    table: 'product_skus',
    id: natural('productSku', 'shopId', 'productId', 'skuId'),
    columns: {
      shopId: reference(0, 'shops', required),
      /** TikTok's number of the product, as everywhere outside `products`. */
      productId: text(1, required),
      skuId: text(2, required),
      sellerSku: text(3, { merge: 'mvQuiet' }),
      variation: text(4, { merge: 'mvQuiet' }),
      barcode: text(5),
      weightGrams: integer(6, { merge: 'mvQuiet' }),
      /** What the shop has for sale, as the newest list says. */
      listedStock: integer(7, later),
      archived: bool(8),
    },
  },
  /** What an SKU (`*`: the product) sold for from a day on. */
  productPrices: {
    n: 36,
    table: 'product_prices',
    id: natural('productPrice', 'shopId', 'productId', 'skuId', 'fromDay'),
    columns: {
      shopId: reference(0, 'shops', required),
      productId: text(1, required),
      skuId: text(2, required),
      fromDay: day(3, required),
      price: money(4, 'currency', { ...required, ...later }),
      currency: currency(5, later),
      listId: reference(6, 'productLists', { ...later, onDeleted: 'hideChild' }),
    },
  },
  /** One imported list of products; removing it takes its figures and prices away. */
  productLists: {
    n: 37,
    table: 'product_lists',
    id: given,
    system: true,
    columns: {
      shopId: reference(0, 'shops', required),
      source: text(1, required),
      fileName: text(2, later),
      layout: text(3, later),
      language: text(4, later),
      periodFrom: day(5, later),
      periodTo: day(6, later),
      rows: integer(7, later),
      observedAt: instant(8, { merge: 'min' }),
      importedAt: instant(9, { merge: 'min' }),
      counts: json(10, later),
      /** Of its amounts. */
      currency: currency(11, later),
    },
  },
  /** What one source says of a product's figures in one period: `values` by name of figure. */
  productFigures: {
    n: 38,
    table: 'product_figures',
    id: given,
    system: true,
    columns: {
      shopId: reference(0, 'shops', required),
      productId: text(1, required),
      listId: reference(2, 'productLists', { onDeleted: 'hideChild' }),
      source: text(3, required),
      periodFrom: day(4, later),
      periodTo: day(5, later),
      observedAt: instant(6, later),
      currency: currency(7, later),
      values: json(8, later),
    },
  },
  /** Samples that came in, went out by hand or were counted. What samples took follows from the samples themselves. */
  stockMovements: {
    n: 39,
    table: 'stock_movements',
    id: random,
    columns: {
      shopId: reference(0, 'shops', required),
      productId: text(1, required),
      /** `*`: the product has no SKUs worth telling apart. */
      skuId: text(2, required),
      kind: text(3, { ...required, values: ['received', 'count', 'adjusted', 'writtenOff'] }),
      /** Pieces, signed; of a count all that is there. */
      quantity: integer(4, required),
      at: instant(5, required),
      reason: text(6),
      note: note(7),
    },
  },
  /** What may, must and must not be said of a product in a market (`*`: every one). Proof is attached to it. */
  productClaims: {
    n: 40,
    table: 'product_claims',
    id: random,
    columns: {
      shopId: reference(0, 'shops', required),
      productId: text(1, required),
      market: text(2, required),
      kind: text(3, { ...required, values: ['allowed', 'forbidden', 'mustSay', 'disclosure'] }),
      text: text(4, required),
      /** Words by which the claim is known in a script, list of texts. */
      terms: json(5),
      language: text(6),
      proofExpires: day(7),
      source: text(8),
      note: note(9),
      archived: bool(10),
    },
  },
  campaigns: {
    n: 41,
    table: 'campaigns',
    id: random,
    columns: {
      shopId: reference(0, 'shops', required),
      name: text(1, required),
      kind: text(2, { ...required, values: ['open', 'target', 'partner', 'flatFee'] }),
      state: text(3, { values: ['draft', 'running', 'paused', 'ended'] }),
      fromDay: day(4),
      toDay: day(5),
      budget: money(6, 'currency', { mask: 'cost' }),
      currency: currency(7),
      sampleQuota: integer(8),
      /** TikTok's number of the plan or campaign. */
      platformId: text(9),
      coldStart: bool(10),
      owner: text(11),
      note: note(12),
    },
  },
  /** A commission rate from a day on: of everything in the campaign, of a category or of a product. Never changed: the next one holds. */
  campaignRates: {
    n: 42,
    table: 'campaign_rates',
    id: random,
    columns: {
      campaignId: reference(0, 'campaigns', { ...required, onDeleted: 'hideChild' }),
      productId: text(1),
      category: text(2),
      /** Basis points. */
      rate: integer(3, required),
      adsRate: integer(4),
      fromDay: day(5, required),
      note: note(6),
    },
  },
  campaignProducts: {
    n: 43,
    table: 'campaign_products',
    id: natural('campaignProduct', 'campaignId', 'productId'),
    columns: {
      campaignId: reference(0, 'campaigns', { ...required, onDeleted: 'hideChild' }),
      productId: text(1, required),
      sampleQuota: integer(2),
      note: note(3),
    },
  },
  campaignCreators: {
    n: 44,
    table: 'campaign_creators',
    id: natural('campaignCreator', 'campaignId', 'creatorId'),
    columns: {
      campaignId: reference(0, 'campaigns', { ...required, onDeleted: 'hideChild' }),
      creatorId: reference(1, 'creators', { ...required, onDeleted: 'hideChild' }),
      state: text(2, { values: ['invited', 'accepted', 'declined', 'active', 'done', 'left'] }),
      /** Since when they promote under the campaign's rates. */
      joinedOn: day(3),
      /** A rate of their own, basis points. */
      rate: integer(4),
      owner: text(5),
      note: note(6),
    },
  },
  /** What somebody is paid beside or instead of a rate: of a campaign, or of one creator in it. */
  payTerms: {
    n: 45,
    table: 'pay_terms',
    id: random,
    columns: {
      campaignId: reference(0, 'campaigns', { ...required, onDeleted: 'hideChild' }),
      creatorId: reference(1, 'creators', { onDeleted: 'hideChild' }),
      model: text(2, required),
      /** By name of the model's field (`shared/domain/pay-models.ts`). */
      terms: json(3, { mask: 'cost' }),
      currency: currency(4),
      fromDay: day(5),
      toDay: day(6),
      note: note(7),
    },
  },
  /** What creators are asked to make; its words are in its versions. */
  briefs: {
    n: 46,
    table: 'briefs',
    id: random,
    columns: {
      campaignId: reference(0, 'campaigns', { onDeleted: 'hideChild' }),
      shopId: reference(1, 'shops', required),
      title: text(2, required),
      contentForm: text(3),
      slots: integer(4),
      deadline: day(5),
      archived: bool(6),
      note: note(7),
    },
  },
  /** A brief's words, never changed: an edit is the next version. */
  briefVersions: {
    n: 47,
    table: 'brief_versions',
    id: random,
    columns: {
      briefId: reference(0, 'briefs', { ...required, onDeleted: 'hideChild' }),
      version: integer(1, required),
      body: json(2, required),
      person: text(3),
      at: instant(4, required),
    },
  },
  /** Which version of a brief a creator got. */
  briefSends: {
    n: 48,
    table: 'brief_sends',
    id: random,
    columns: {
      briefVersionId: reference(0, 'briefVersions', { ...required, onDeleted: 'ghost' }),
      briefId: reference(1, 'briefs', { ...required, onDeleted: 'hideChild' }),
      creatorId: reference(2, 'creators', { ...required, onDeleted: 'hideChild' }),
      at: instant(3, required),
      language: text(4),
      channel: text(5),
      person: text(6),
    },
  },
  liveSlots: {
    n: 49,
    table: 'live_slots',
    id: random,
    columns: {
      shopId: reference(0, 'shops', required),
      creatorId: reference(1, 'creators', { onDeleted: 'hideChild' }),
      /** An own room without a creator, or the account that goes live. */
      room: text(2),
      startsAt: instant(3, required),
      endsAt: instant(4, required),
      state: text(5, { values: ['planned', 'confirmed', 'done', 'cancelled'] }),
      /** TikTok's numbers of products, list of texts. */
      products: json(6),
      campaignId: reference(7, 'campaigns', { onDeleted: 'ghost' }),
      owner: text(8),
      note: note(9),
    },
  },
  /** How much of a shop's day shall be LIVE, and when it counts most; hours of the shop's clock. */
  liveTargets: {
    n: 50,
    table: 'live_targets',
    id: natural('liveTarget', 'shopId'),
    columns: {
      shopId: reference(0, 'shops', { ...required, onDeleted: 'hideChild' }),
      minutesPerDay: integer(1),
      /** Minutes after midnight. */
      primeFrom: integer(2),
      primeTo: integer(3),
      /** The least rest of a creator between two slots. */
      restMinutes: integer(4),
      note: note(5),
    },
  },
} as const satisfies Record<string, Entity>
