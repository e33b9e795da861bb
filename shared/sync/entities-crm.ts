/** Records of the creator CRM: who works with which shop, what is known of a creator and was decided, what a shop's onboarding needs, who may see what. */

import {
  type Entity,
  bool,
  currency,
  day,
  instant,
  integer,
  json,
  natural,
  note,
  random,
  reference,
  required,
  text,
} from './columns'

const later = { merge: 'lww' } as const
const given = { rule: 'given' } as const

export const CRM_ENTITIES = {
  /** A creator as one shop works with them. */
  shopCreators: {
    n: 14,
    table: 'shop_creators',
    id: natural('shopCreator', 'shopId', 'creatorId'),
    columns: {
      shopId: reference(0, 'shops', required),
      creatorId: reference(1, 'creators', { ...required, onDeleted: 'hideChild' }),
      /** Key of a stage. */
      stage: text(2),
      stageSince: instant(3, later),
      /** A person's name. */
      owner: text(4),
      /** Commission rate in basis points. */
      rate: integer(5),
      tags: json(6, { merge: 'mvQuiet' }),
      permission: text(7),
      blockedBy: text(8),
      note: note(9),
      /** Why they are in this stage although something was missing, or were stopped. */
      stageReason: text(10, later),
    },
  },
  /** What one source says of a creator's figures in one period: `values` by name of figure (`shared/domain/metrics.ts`). */
  creatorMetrics: {
    n: 15,
    table: 'creator_metrics',
    id: given,
    system: true,
    columns: {
      creatorId: reference(0, 'creators', { ...required, onDeleted: 'hideChild' }),
      listId: reference(1, 'creatorLists', { onDeleted: 'hideChild' }),
      shopId: reference(2, 'shops'),
      source: text(3, required),
      periodFrom: day(4, later),
      periodTo: day(5, later),
      observedAt: instant(6, later),
      currency: currency(7, later),
      values: json(8, later),
    },
  },
  /** One imported list of creators; removing it takes its figures away. */
  creatorLists: {
    n: 16,
    table: 'creator_lists',
    id: given,
    system: true,
    columns: {
      shopId: reference(0, 'shops'),
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
      mapping: json(11, later),
    },
  },
  /** How the columns of a file with these headers are read, remembered. */
  importPresets: {
    n: 17,
    table: 'import_presets',
    id: natural('importPreset', 'signature'),
    columns: {
      signature: text(0, required),
      name: text(1),
      source: text(2),
      mapping: json(3),
      currency: currency(4),
      market: text(5),
    },
  },
  /** Verdicts, allow and block lists, what happened, and who is not whom (`identity`): never changed, the newest holds. */
  creatorDecisions: {
    n: 25,
    table: 'creator_decisions',
    id: random,
    columns: {
      creatorId: reference(0, 'creators', { ...required, onDeleted: 'hideChild' }),
      kind: text(1, { ...required, values: ['verdict', 'list', 'incident', 'identity'] }),
      level: text(2, { values: ['agency', 'client', 'shop'] }),
      clientId: reference(3, 'clients'),
      shopId: reference(4, 'shops'),
      verdict: text(5, required),
      reason: text(6),
      note: note(7),
      at: instant(8, required),
      person: text(9),
      expires: day(10),
    },
  },
  /** Weights of the fit score: `default`, or a shop's id. */
  scoreProfiles: {
    n: 26,
    table: 'score_profiles',
    id: natural('scoreProfile', 'key'),
    columns: { key: text(0, required), name: text(1), weights: json(2) },
  },
  /** Own tiers of a market (`*`: every one) by their lower end alone, so that they have no holes. */
  tiers: {
    n: 27,
    table: 'tiers',
    id: natural('tier', 'market', 'key'),
    columns: {
      market: text(0, required),
      key: text(1, required),
      name: text(2),
      fromFollowers: integer(3),
      archived: bool(4),
    },
  },
  views: {
    n: 28,
    table: 'views',
    id: random,
    columns: {
      list: text(0, required),
      name: text(1, required),
      owner: text(2),
      shared: bool(3),
      order: integer(4, later),
      body: json(5),
    },
  },
  onboardingSteps: {
    n: 29,
    table: 'onboarding_steps',
    id: natural('onboarding', 'shopId', 'key'),
    columns: {
      shopId: reference(0, 'shops', { ...required, onDeleted: 'hideChild' }),
      key: text(1, required),
      title: text(2),
      state: text(3, { values: ['todo', 'submitted', 'inReview', 'rejected', 'approved', 'notNeeded'] }),
      reason: text(4),
      owner: text(5),
      submittedOn: day(6),
      decidedOn: day(7),
      slaDays: integer(8),
      blockedBy: text(9),
      note: note(10),
    },
  },
  shopDocuments: {
    n: 30,
    table: 'shop_documents',
    id: random,
    columns: {
      shopId: reference(0, 'shops', { ...required, onDeleted: 'hideChild' }),
      kind: text(1, required),
      name: text(2),
      number: text(3, { mask: 'bank' }),
      issuedOn: day(4),
      expires: day(5),
      owner: text(6),
      note: note(7),
    },
  },
  /** A colleague's role; who is not named here may see everything. */
  people: {
    n: 31,
    table: 'people',
    id: natural('person', 'name'),
    columns: {
      name: text(0, required),
      role: text(1, { values: ['owner', 'bd', 'ops', 'reviewer', 'finance', 'client'] }),
      /** Ids of the only shops they see; null: all. */
      shops: json(2),
      note: note(3),
    },
  },
  /** One person whose data was erased; the id is the creator's. Travels, so that everybody's copy erases. */
  erasures: {
    n: 33,
    table: 'erasures',
    id: given,
    system: true,
    columns: { at: instant(0, { merge: 'min' }), person: text(1, later), reason: text(2, later) },
  },
} as const satisfies Record<string, Entity>
