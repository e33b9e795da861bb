/** Records of work with creators: pipelines, what was said, what is to be done, and how people are warned of each other. */

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

export const OUTREACH_ENTITIES = {
  /** Own stages; those of the same key that the app brings give way to them. `pipeline`: `all` or a shop's id. */
  stages: {
    n: 18,
    table: 'stages',
    id: natural('stage', 'pipeline', 'key'),
    columns: {
      pipeline: text(0, required),
      key: text(1, required),
      name: text(2),
      order: integer(3, later),
      kind: text(4, { values: ['open', 'parked', 'stopped'] }),
      slaDays: integer(5),
      wipLimit: integer(6),
      entry: json(7),
      onEvent: text(8),
      archived: bool(9),
    },
  },
  /** Something that was said to or by a creator. */
  touches: {
    n: 19,
    table: 'touches',
    id: random,
    columns: {
      creatorId: reference(0, 'creators', { ...required, onDeleted: 'hideChild' }),
      shopId: reference(1, 'shops'),
      at: instant(2, required),
      kind: text(3, { ...required, values: ['sent', 'replied', 'call', 'meeting', 'note'] }),
      channel: text(4),
      templateId: reference(5, 'templates', { onDeleted: 'ghost' }),
      templateVersionId: reference(6, 'templateVersions', { onDeleted: 'ghost' }),
      text: note(7),
      person: text(8),
      /** Those sent as one block. */
      batch: text(9),
    },
  },
  tasks: {
    n: 20,
    table: 'tasks',
    id: random,
    columns: {
      creatorId: reference(0, 'creators', { onDeleted: 'hideChild' }),
      shopId: reference(1, 'shops'),
      kind: text(2, { ...required, values: ['followUp', 'reply', 'sample', 'content', 'onboarding', 'other'] }),
      title: text(3),
      due: instant(4),
      owner: text(5),
      state: text(6, { ...required, values: ['open', 'waiting', 'done', 'cancelled'] }),
      doneAt: instant(7, { merge: 'max' }),
      snoozedUntil: instant(8, later),
      ladder: text(9),
      step: integer(10),
      /** The touch that the ladder began with. */
      origin: text(11),
      reason: text(12, later),
      note: note(13),
    },
  },
  /** Own follow-up ladders; those of the same key that the app brings give way to them. */
  ladders: {
    n: 21,
    table: 'ladders',
    id: natural('ladder', 'key'),
    columns: { key: text(0, required), name: text(1), steps: json(2), archived: bool(3), stopOn: json(4) },
  },
  templates: {
    n: 22,
    table: 'templates',
    id: random,
    columns: {
      name: text(0, required),
      channel: text(1),
      shopId: reference(2, 'shops'),
      archived: bool(3),
      order: integer(4, later),
      note: note(5),
    },
  },
  /** A template's text in one language, never changed: an edit is the next version. */
  templateVersions: {
    n: 23,
    table: 'template_versions',
    id: random,
    columns: {
      templateId: reference(0, 'templates', { ...required, onDeleted: 'hideChild' }),
      language: text(1, required),
      version: integer(2, required),
      body: text(3, required),
    },
  },
  /** Somebody talks to a creator until a day. `subject`: a keyed hash of the handle, so that it tells nothing to who does not know it. */
  claims: {
    n: 24,
    table: 'claims',
    id: natural('claim', 'subject', 'owner'),
    columns: {
      subject: text(0, required),
      owner: text(1, required),
      since: instant(2, later),
      until: instant(3, later),
      lastContact: instant(4, { merge: 'max' }),
      released: bool(5, later),
      reason: text(6, later),
      /** The claims sheet of another workspace that brought it; empty for own. */
      origin: text(7, later),
    },
  },
  quoteRequests: {
    n: 32,
    table: 'quote_requests',
    id: random,
    columns: {
      creatorId: reference(0, 'creators', { onDeleted: 'hideChild' }),
      shopId: reference(1, 'shops'),
      market: text(2),
      category: text(3),
      products: json(4),
      followersFrom: integer(5),
      followersTo: integer(6),
      contentForm: text(7),
      contentCount: integer(8),
      fromDay: day(9),
      toDay: day(10),
      budget: money(11, 'currency', { mask: 'cost' }),
      currency: currency(12),
      samples: text(13),
      pastCases: note(14),
      note: note(15),
      sentAt: instant(16),
    },
  },
  /** Creators to be written to, block by block. A block is sent once touches name it (`batch`: this id, `#` and its number). */
  batches: {
    n: 34,
    table: 'batches',
    id: random,
    columns: {
      shopId: reference(0, 'shops', { ...required, onDeleted: 'hideChild' }),
      name: text(1),
      owner: text(2),
      at: instant(3, later),
      channel: text(4, later),
      templateId: reference(5, 'templates', { onDeleted: 'ghost' }),
      blockSize: integer(6, { ...required, ...later }),
      /** Their ids, in order. */
      creators: json(7, later),
      /** Nothing more is to be sent of it. */
      closed: bool(8, later),
      note: note(9),
      /** What was filled by hand, by name of the variable. */
      values: json(10, later),
    },
  },
} as const satisfies Record<string, Entity>
