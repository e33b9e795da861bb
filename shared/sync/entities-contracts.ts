/** Records of contracts: clauses and templates, what was written and signed, what it obliges whom to, and where a guard was overridden. */

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
const cost = { mask: 'cost' } as const

export const CONTRACT_ENTITIES = {
  /** A clause of the library: an own one, or a changed one of those the app brings (the same `key`). */
  contractClauses: {
    n: 71,
    table: 'contract_clauses',
    id: natural('contractClause', 'key'),
    columns: {
      key: text(0, required),
      /** What it is about: deliverables, disclosure, exclusivity… */
      topic: text(1),
      titleZh: text(2),
      titleEn: text(3),
      textZh: note(4),
      textEn: note(5),
      /** What leaving it out or keeping it risks: `low`, `medium`, `high`. */
      risk: text(6),
      archived: bool(7),
      note: note(8),
    },
  },
  contractTemplates: {
    n: 72,
    table: 'contract_templates',
    id: natural('contractTemplate', 'key'),
    columns: {
      key: text(0, required),
      name: text(1),
      kind: text(2, { values: ['cpsSample', 'flatFee', 'guaranteed', 'retainer', 'other'] }),
      /** Keys of clauses in their order. */
      clauses: json(3),
      archived: bool(4),
      note: note(5),
    },
  },
  contracts: {
    n: 73,
    table: 'contracts',
    id: random,
    columns: {
      shopId: reference(0, 'shops', required),
      creatorId: reference(1, 'creators', { ...required, onDeleted: 'hideChild' }),
      campaignId: reference(2, 'campaigns', { onDeleted: 'ghost' }),
      kind: text(3, { ...required, values: ['cpsSample', 'flatFee', 'guaranteed', 'retainer', 'other'] }),
      title: text(4, required),
      /** The agency's own number. */
      number: text(5),
      fromDay: day(6),
      toDay: day(7),
      currency: currency(8),
      /** For the deliverables, or for each month of a retainer. */
      fee: money(9, 'currency', cost),
      advance: money(10, 'currency', cost),
      /** What commission is topped up to. */
      guaranteed: money(11, 'currency', cost),
      /** Basis points. */
      rate: integer(12),
      /** Nothing that belongs to the contract may cost more than this in all. */
      cap: money(13, 'currency', cost),
      videos: integer(14),
      lives: integer(15),
      /** Rounds of changes that are asked for without pay. */
      rounds: integer(16),
      /** Days for which the content may be used. */
      usageDays: integer(17),
      /** Categories or brands that the creator may not work for, and until when. */
      exclusive: text(18),
      exclusiveUntil: day(19),
      noticeDays: integer(20),
      /** Months by which it goes on by itself; blank: it ends. */
      renewMonths: integer(21),
      /** Who signs for the creator, and their papers. */
      counterparty: text(22),
      counterpartyId: text(23, { mask: 'bank' }),
      /** Who signs for the shop or the agency. */
      party: text(24),
      law: text(25),
      owner: text(26),
      templateKey: text(27),
      /** What else the text asks for, by the name of the variable. */
      variables: json(28, { merge: 'mvQuiet' }),
      note: note(29),
      /** List of `{key, title?, text?}` in the contract's order, with its own words for a clause; blank: the template's. */
      clauses: json(30),
    },
  },
  /** A text as it was laid before people: never changed, only followed by the next. */
  contractVersions: {
    n: 74,
    table: 'contract_versions',
    id: random,
    system: true,
    columns: {
      contractId: reference(0, 'contracts', { ...required, onDeleted: 'hideChild' }),
      version: integer(1, required),
      /** List of clauses with their texts filled in, in every language. */
      body: json(2, { ...required, ...cost }),
      /** Hex, over the canonical bytes of `body`. */
      sha256: text(3, required),
      languages: text(4),
      at: instant(5),
      person: text(6),
      note: note(7),
    },
  },
  contractEvents: {
    n: 75,
    table: 'contract_events',
    id: random,
    system: true,
    events: { machine: 'contract', of: 'contractId' },
    columns: {
      contractId: reference(0, 'contracts', { ...required, onDeleted: 'hideChild' }),
      fromState: text(1, required),
      toState: text(2, required),
      reason: text(3),
      resolves: json(4),
      machine: integer(5, required),
      at: instant(6),
      person: text(7),
      versionId: reference(8, 'contractVersions', { onDeleted: 'ghost' }),
    },
  },
  /** Somebody put their name to a version: on this screen, or on paper that was read in. */
  contractSignatures: {
    n: 76,
    table: 'contract_signatures',
    id: random,
    system: true,
    columns: {
      contractId: reference(0, 'contracts', { ...required, onDeleted: 'hideChild' }),
      versionId: reference(1, 'contractVersions', { ...required, onDeleted: 'hideChild' }),
      party: text(2, { ...required, values: ['agency', 'creator', 'shop'] }),
      signer: text(3, required),
      method: text(4, { ...required, values: ['screen', 'scan', 'file'] }),
      at: instant(5, required),
      device: text(6),
      /** Hash of the version that was signed. */
      versionSha256: text(7, required),
      /** Hash of the scan or file that came back, or of the drawn signature. */
      fileSha256: text(8),
      attachmentId: reference(9, 'attachments', { onDeleted: 'ghost' }),
      /** Who was in front of the app. */
      witness: text(10),
      note: note(11),
    },
  },
  /** What a signed contract obliges somebody to. `key` says which line of which contract: two people who sign make one. */
  obligations: {
    n: 77,
    table: 'obligations',
    id: natural('obligation', 'contractId', 'key'),
    columns: {
      contractId: reference(0, 'contracts', { ...required, onDeleted: 'hideChild' }),
      key: text(1, required),
      kind: text(2, {
        values: ['video', 'live', 'payment', 'usage', 'exclusivity', 'renewal', 'notice', 'cap', 'other'],
      }),
      party: text(3, { values: ['agency', 'creator', 'shop'] }),
      title: text(4),
      dueDay: day(5),
      amount: money(6, 'currency', cost),
      currency: currency(7),
      doneAt: instant(8),
      /** What kept it: a post, a payable. */
      contentId: reference(9, 'contents', { onDeleted: 'ghost' }),
      payableId: reference(10, 'payables', { onDeleted: 'ghost' }),
      waived: bool(11),
      note: note(12),
    },
  },
  /** From when on paper is asked for: `default`, or a shop's id. */
  contractGuards: {
    n: 78,
    table: 'contract_guards',
    id: natural('contractGuard', 'key'),
    columns: {
      key: text(0, required),
      /** Samples of more than this go out on signed paper only; blank: all may. */
      sampleLimit: money(1, 'currency', cost),
      currency: currency(2),
      /** No advance is paid without signed paper. */
      advances: bool(3),
      exclusivity: bool(4),
      note: note(5),
    },
  },
  /** A guard said no, and somebody went on, with their reason. */
  guardOverrides: {
    n: 79,
    table: 'guard_overrides',
    id: random,
    system: true,
    columns: {
      shopId: reference(0, 'shops'),
      creatorId: reference(1, 'creators', { onDeleted: 'hideChild' }),
      guard: text(2, { ...required, values: ['sample', 'advance', 'exclusivity', 'overlap'] }),
      /** The sample, payable or contract that went on. */
      recordId: { n: 3, kind: 'id', merge: 'mv' },
      reason: text(4, required),
      at: instant(5, required),
      person: text(6, later),
    },
  },
} as const satisfies Record<string, Entity>
