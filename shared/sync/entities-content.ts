/** Records of content: what was posted, what exports say of it, what was reviewed before and checked afterwards, and the words that may be used. */

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

export const CONTENT_ENTITIES = {
  /** A video by its platform number; a LIVE by the creator and the minute it began. */
  contents: {
    n: 58,
    table: 'contents',
    id: given,
    columns: {
      kind: text(0, { ...required, values: ['video', 'live'] }),
      /** TikTok's number of the video; blank for a LIVE. */
      contentId: text(1),
      // Lists of two shops may name one video, and a creator may have been renamed in between: nothing to decide.
      creatorId: reference(2, 'creators', { merge: 'mvQuiet', onDeleted: 'hideChild' }),
      shopId: reference(3, 'shops', { merge: 'mvQuiet' }),
      /** Blank: the usual address, which follows from the handle and the number (`videoUrl`). */
      url: text(4, { merge: 'mvQuiet' }),
      title: text(5, { merge: 'mvQuiet' }),
      postedAt: instant(6, { merge: 'mvQuiet' }),
      /** Of the shop's zone; blank: the file gave the day alone. */
      postedDay: day(7, { merge: 'mvQuiet' }),
      seconds: integer(8, { merge: 'mvQuiet' }),
      campaignId: reference(9, 'campaigns', { onDeleted: 'ghost' }),
      hook: text(10),
      note: note(11),
    },
  },
  /** One imported list of videos or LIVEs; removing it takes its figures away. */
  contentLists: {
    n: 59,
    table: 'content_lists',
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
  /**
   * What one list says of a content (and one product in it): `values` by name of figure. Shop, source, days and currency are
   * the list's where they are blank: a list of a hundred thousand rows has to fit into one step.
   */
  contentFigures: {
    n: 60,
    table: 'content_figures',
    id: given,
    system: true,
    columns: {
      contentId: reference(0, 'contents', { ...required, onDeleted: 'hideChild' }),
      listId: reference(1, 'contentLists', { onDeleted: 'hideChild' }),
      shopId: reference(2, 'shops'),
      /** TikTok's number of the product; blank: of the whole content. */
      productId: text(3),
      source: text(4),
      periodFrom: day(5, later),
      periodTo: day(6, later),
      observedAt: instant(7, later),
      currency: currency(8, later),
      values: json(9, later),
    },
  },
  /** A content that a sample is answered with, and whether it counts. */
  samplePosts: {
    n: 61,
    table: 'sample_posts',
    id: natural('samplePost', 'sampleId', 'contentId'),
    columns: {
      sampleId: reference(0, 'samples', { ...required, onDeleted: 'hideChild' }),
      contentId: reference(1, 'contents', { ...required, onDeleted: 'hideChild' }),
      verdict: text(2, {
        values: ['open', 'valid', 'wrongLink', 'wrongProduct', 'deleted', 'tooShort', 'emptyLive', 'notShown'],
      }),
      /** For the platform's count of fulfilled samples; for our own. */
      countsPlatform: bool(3),
      countsUs: bool(4),
      /** `matched` by the app, or a person's word. */
      how: text(5, later),
      checkedAt: instant(6, later),
      person: text(7, later),
      note: note(8),
    },
  },
  /** One look at a content after it was published. Screenshots and clips are attached to it. */
  contentChecks: {
    n: 62,
    table: 'content_checks',
    id: random,
    columns: {
      contentId: reference(0, 'contents', { ...required, onDeleted: 'hideChild' }),
      at: instant(1, required),
      person: text(2),
      online: bool(3),
      linkRight: bool(4),
      brandNamed: bool(5),
      disclosed: bool(6),
      /** Discounts as promised in the content and as set up in the shop. */
      promised: text(7),
      configured: text(8),
      findings: json(9),
      note: note(10),
      /** A face, a voice or hands on the product. */
      shown: bool(11),
    },
  },
  violations: {
    n: 63,
    table: 'violations',
    id: random,
    columns: {
      contentId: reference(0, 'contents', { onDeleted: 'ghost' }),
      creatorId: reference(1, 'creators', { onDeleted: 'hideChild' }),
      shopId: reference(2, 'shops', required),
      day: day(3, required),
      rule: text(4, required),
      points: integer(5),
      state: text(6, { values: ['open', 'appealed', 'upheld', 'lifted'] }),
      appealBy: day(7),
      lesson: note(8),
      note: note(9),
    },
  },
  /** A script or video that waits for a verdict. Its state follows from `reviewEvents`. */
  reviews: {
    n: 64,
    table: 'reviews',
    id: random,
    columns: {
      kind: text(0, { ...required, values: ['script', 'video'] }),
      title: text(1),
      shopId: reference(2, 'shops', required),
      creatorId: reference(3, 'creators', { onDeleted: 'hideChild' }),
      campaignId: reference(4, 'campaigns', { onDeleted: 'ghost' }),
      sampleId: reference(5, 'samples', { onDeleted: 'ghost' }),
      productId: text(6),
      market: text(7),
      language: text(8),
      /** When a verdict is due, and between when publishing is best. */
      due: instant(9),
      publishFrom: instant(10),
      publishTo: instant(11),
      reviewer: text(12),
      deputy: text(13),
      /** Rounds that were agreed. */
      rounds: integer(14),
      grade: text(15),
      gradeReasons: json(16),
      feedback: note(17),
      /** What became of it. */
      contentId: reference(18, 'contents', { onDeleted: 'ghost' }),
      note: note(19),
      /** Ticked lines of the brief's checklist and the disclosure box. */
      checklist: json(20),
    },
  },
  reviewEvents: {
    n: 65,
    table: 'review_events',
    id: random,
    system: true,
    events: { machine: 'review', of: 'reviewId' },
    columns: {
      reviewId: reference(0, 'reviews', { ...required, onDeleted: 'hideChild' }),
      fromState: text(1, required),
      toState: text(2, required),
      reason: text(3),
      resolves: json(4),
      machine: integer(5, required),
      at: instant(6),
      person: text(7),
      /** The version that the verdict is on. */
      versionId: reference(8, 'reviewVersions', { onDeleted: 'ghost' }),
    },
  },
  /** One version handed in, never changed; the file of a video is attached to it. */
  reviewVersions: {
    n: 66,
    table: 'review_versions',
    id: random,
    columns: {
      reviewId: reference(0, 'reviews', { ...required, onDeleted: 'hideChild' }),
      version: integer(1, required),
      text: text(2),
      at: instant(3, required),
      person: text(4),
      note: note(5),
    },
  },
  reviewNotes: {
    n: 67,
    table: 'review_notes',
    id: random,
    columns: {
      versionId: reference(0, 'reviewVersions', { ...required, onDeleted: 'hideChild' }),
      /** Of a video: milliseconds from its beginning. */
      atMs: integer(1),
      /** Of a script: the characters that are meant. */
      from: integer(2),
      to: integer(3),
      text: text(4, required),
      /** `internal`: not for the creator. */
      audience: text(5, { ...required, values: ['internal', 'creator'] }),
      done: bool(6, later),
      person: text(7),
      at: instant(8, required),
    },
  },
  /** Own rules of the linter; those of the same key that the app brings give way to them. */
  complianceRules: {
    n: 68,
    table: 'compliance_rules',
    id: natural('complianceRule', 'key'),
    columns: {
      key: text(0, required),
      /** `*`: every one. */
      market: text(1),
      category: text(2),
      language: text(3),
      level: text(4, { values: ['stop', 'warn', 'hint'] }),
      terms: json(5),
      reason: text(6),
      source: text(7),
      safer: text(8),
      off: bool(9),
      note: note(10),
    },
  },
  scriptTemplates: {
    n: 69,
    table: 'script_templates',
    id: random,
    columns: {
      name: text(0, required),
      kind: text(1, { ...required, values: ['script', 'localisation'] }),
      category: text(2),
      market: text(3),
      language: text(4),
      contentForm: text(5),
      body: text(6, required),
      mustSay: json(7),
      maySay: json(8),
      neverSay: json(9),
      /** How far a creator may leave the words: `verbatim`, `points`, `free`. */
      freedom: text(10),
      signedOffBy: text(11),
      signedOffOn: day(12),
      archived: bool(13),
      note: note(14),
    },
  },
  /** Own grades; `default` or a shop's id. */
  gradeRubrics: {
    n: 70,
    table: 'grade_rubrics',
    id: natural('gradeRubric', 'key'),
    columns: { key: text(0, required), grades: json(1), note: note(2) },
  },
} as const satisfies Record<string, Entity>
