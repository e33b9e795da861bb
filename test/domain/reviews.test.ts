/** Rounds, feedback, links and files of reviews. */

import { describe, expect, test } from 'vitest'

import { clock, feedbackLanguage, feedbackText, notesForCreator } from '../../shared/domain/feedback'
import { FEEDBACK_LANGUAGES, SHIPPED_SENTENCES } from '../../shared/domain/feedback-texts'
import { Rubric, rubricOf, SHIPPED_RUBRIC } from '../../shared/domain/grades'
import { REVIEW, REVIEW_STATES, roundsAsked } from '../../shared/domain/reviews'
import { fileKind } from '../../shared/domain/video-kinds'
import { readVideoLink } from '../../shared/domain/video-links'

describe('rounds of changes', () => {
  const count = (...events: readonly (readonly [to: string, versionId: string | null])[]) =>
    roundsAsked(events.map(([to, versionId]) => ({ to, versionId })))

  test.each([
    ['nothing said', 0, []],
    ['approved at once', 0, [['approved', 'v1']]],
    ['changes asked for once', 1, [['needsWork', 'v1']]],
    [
      'handed in again',
      1,
      [
        ['needsWork', 'v1'],
        ['submitted', 'v2'],
      ],
    ],
    ['approved with corrections is a round', 1, [['corrections', 'v1']]],
    [
      'taken back',
      0,
      [
        ['needsWork', 'v1'],
        ['submitted', 'v1'],
      ],
    ],
    [
      'replaced by approval',
      0,
      [
        ['needsWork', 'v1'],
        ['approved', 'v1'],
      ],
    ],
    [
      'three versions',
      2,
      [
        ['needsWork', 'v1'],
        ['submitted', 'v2'],
        ['corrections', 'v2'],
        ['submitted', 'v3'],
        ['approved', 'v3'],
      ],
    ],
    // A decision in the inbox names no version: it is about the one that both spoke of.
    [
      'decided between two',
      0,
      [
        ['needsWork', 'v1'],
        ['approved', 'v1'],
        ['approved', null],
      ],
    ],
    [
      'decided for changes',
      1,
      [
        ['approved', 'v1'],
        ['needsWork', 'v1'],
        ['needsWork', null],
      ],
    ],
  ] as const)('%s', (_, rounds, events) => {
    expect(count(...events)).toBe(rounds)
  })
})

test('every state of a review can be reached and, but for publishing, left for waiting again', () => {
  const reached = new Set(['submitted', ...Object.values(REVIEW.edges).flat()])
  expect([...reached].toSorted()).toEqual([...REVIEW_STATES].toSorted())
  for (const state of REVIEW_STATES) {
    expect(REVIEW.edges[state].includes('submitted')).toBe(state !== 'submitted' && state !== 'published')
  }
  expect(REVIEW.edges.needsWork).not.toContain('published')
  expect(REVIEW.edges.rejected).not.toContain('published')
  expect(REVIEW.edges.submitted).not.toContain('published')
})

describe('feedback', () => {
  const note = (text: string, more: object = {}) =>
    ({ text, audience: 'creator', atMs: null, done: false, ...more }) as const

  test('has every sentence in every language, none left in another one', () => {
    for (const says of Object.values(SHIPPED_SENTENCES)) {
      expect(Object.keys(says).toSorted()).toEqual([...FEEDBACK_LANGUAGES].toSorted())
      expect(new Set(Object.values(says)).size).toBe(FEEDBACK_LANGUAGES.length)
      expect(says.zh).toMatch(/\p{Script=Han}/u)
      expect(says.th).toMatch(/\p{Script=Thai}/u)
      expect(says.en).not.toMatch(/[^\p{ASCII}’]/u)
    }
    expect(Rubric.safeParse(SHIPPED_RUBRIC).success).toBe(true)
  })

  test('gives the notes of a video in its order with their time', () => {
    const notes = [note('cut here', { atMs: 65_400 }), note('opening', { atMs: 900 }), note('in general')]
    const text = feedbackText(
      { name: null, state: 'corrections', grade: null, reasons: [], notes, rubric: SHIPPED_RUBRIC },
      'en',
    )
    expect(text).toBe(
      [
        'Hi, thank you for sending this over.',
        '',
        'Please look at these points:',
        '- in general',
        '- 0:00 opening',
        '- 1:05 cut here',
        '',
        'Once these points are changed you can post it; no need to send it again.',
      ].join('\n'),
    )
  })

  test('leaves internal and settled notes out', () => {
    const secret = note('pays badly', { audience: 'internal' })
    expect(notesForCreator([secret, note('done', { done: true }), note('open')]).map(({ text }) => text)).toEqual([
      'open',
    ])
  })

  test('says an own sentence in English where the language has none, and its name where nothing was written', () => {
    const rubric = {
      grades: [
        { key: 'X', says: { en: 'Fine.' } },
        { key: 'Y', says: {} },
      ],
      reasons: [{ key: 'own', name: 'Logo missing', says: {} }],
    }
    const text = feedbackText(
      { name: 'Mia', state: 'submitted', grade: 'X', reasons: ['own'], notes: [], rubric },
      'th',
    )
    expect(text.split('\n').slice(1)).toEqual(['Fine.', '- Logo missing'])
  })

  test('is in the first language that there are sentences in', () => {
    expect(feedbackLanguage(['fil', 'vi', 'en'])).toBe('vi')
    expect(feedbackLanguage(['fil'])).toBe('en')
  })

  test('own grades of a shop hold before those of all, unreadable ones not at all', () => {
    const own = {
      grades: [
        { key: '1', says: {} },
        { key: '2', says: {} },
      ],
      reasons: [],
    }
    const all = {
      grades: [
        { key: '3', says: {} },
        { key: '4', says: {} },
      ],
      reasons: [],
    }
    const kept = new Map<string, unknown>([
      ['s1', own],
      ['default', all],
      ['s2', { grades: 'x' }],
    ])
    expect(rubricOf(kept, 's1')).toEqual(own)
    expect(rubricOf(kept, 's2')).toEqual(all)
    expect(rubricOf(kept, null)).toEqual(all)
    expect(rubricOf(new Map(), 's1')).toBe(SHIPPED_RUBRIC)
  })

  test('times are as players show them', () => {
    expect([0, 999, 7000, 65_400, 3_727_000].map(clock)).toEqual(['0:00', '0:00', '0:07', '1:05', '1:02:07'])
  })
})

describe('a file by its first bytes', () => {
  const bytes = (...parts: readonly (string | readonly number[])[]) =>
    new Uint8Array(
      parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (sign) => sign.charCodeAt(0)) : [...part])),
    )
  const packets = (length: number, from: number) => {
    const stream = new Uint8Array(1024)
    for (let at = from; at < 1024; at += length) stream[at] = 0x47
    return stream
  }
  const ebml = (kind: string) =>
    bytes(
      [0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x80 + kind.length],
      kind,
      [0, 0, 0, 0, 0, 0, 0, 0],
    )

  test.each([
    ['an MP4', bytes([0, 0, 0, 24], 'ftypmp42', [0, 0, 0, 0]), 'video/mp4'],
    ['a phone’s film', bytes([0, 0, 0, 20], 'ftypqt  ', [0, 0, 0, 0]), 'video/quicktime'],
    ['an old QuickTime film', bytes([0, 0, 1, 0], 'moov', [0, 0, 0, 0]), 'video/quicktime'],
    ['WebM', ebml('webm'), 'video/webm'],
    ['Matroska', ebml('matroska'), 'video/x-matroska'],
    ['AVI', bytes('RIFF', [1, 2, 3, 4], 'AVI LIST'), 'video/x-msvideo'],
    ['a transport stream', packets(188, 0), 'video/mp2t'],
    ['a camera’s transport stream', packets(192, 4), 'video/mp2t'],
    ['MPEG', bytes([0, 0, 1, 0xba, 0x44]), 'video/mpeg'],
    ['Flash', bytes('FLV', [1, 5]), 'video/x-flv'],
  ])('%s is a video', (_, head, mime) => {
    expect(fileKind(head)).toMatchObject({ video: true, mime })
  })

  test.each([
    ['a picture of a phone', bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0]), 'image'],
    ['sound of a phone', bytes([0, 0, 0, 24], 'ftypM4A ', [0, 0, 0, 0]), 'audio'],
    ['WAV', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt '), 'audio'],
    ['WebP', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'image'],
    ['MP3', bytes('ID3', [4, 0]), 'audio'],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image'],
    ['PDF', bytes('%PDF-1.4'), 'document'],
    ['a spreadsheet', bytes('PK', [3, 4, 20, 0]), 'archive'],
    ['a link saved as text', bytes('https://www.tiktok.com/'), 'text'],
    ['nothing', bytes(), 'empty'],
    ['noise', bytes([9, 0, 200, 3]), 'unknown'],
  ])('%s is none', (_, head, looksLike) => {
    expect(fileKind(head)).toEqual({ video: false, looksLike })
  })
})

describe('links of videos', () => {
  const url = 'https://www.tiktok.com/@mia.glow/video/7412345678901234567'

  test.each([
    url,
    `${url}?is_from_webapp=1&sender_device=pc`,
    'www.tiktok.com/@Mia.Glow/video/7412345678901234567',
    'https://m.tiktok.com/@mia.glow/video/7412345678901234567/',
    ' https://www.tiktok.com/@mia.glow/photo/7412345678901234567 ',
  ])('%s', (text) => {
    expect(readVideoLink(text)).toEqual({ contentId: '7412345678901234567', handle: 'mia.glow', url })
  })

  test('a number alone, and a page that names nobody', () => {
    expect(readVideoLink('7412345678901234567')).toMatchObject({ contentId: '7412345678901234567', handle: null })
    expect(readVideoLink('https://m.tiktok.com/v/7412345678901234567.html')).toMatchObject({ handle: null })
  })

  test.each([
    ['https://vm.tiktok.com/ZMabc123/', 'short'],
    ['https://vt.tiktok.com/ZSabc123/', 'short'],
    ['https://www.tiktok.com/t/ZTabc/', 'short'],
    ['https://www.tiktok.com/@mia.glow', 'noVideo'],
    ['https://tiktok.com.evil.example/@mia/video/7412345678901234567', 'noVideo'],
    ['https://www.youtube.com/watch?v=1', 'noVideo'],
    ['', 'noVideo'],
  ])('%s is refused as %s', (text, reason) => {
    expect(readVideoLink(text)).toBe(reason)
  })
})
