/** What people read when the exchange with colleagues refuses, in English. */

import { type ErrorWords, fileName } from '../error-words'
import { words } from './words'

const UNREADABLE = {
  notFound: 'it is not there any more',
  notAllowed: 'it may not be read',
  notAPackage: 'it is not a package of Starboard',
  incomplete: 'it has not arrived completely',
  damaged: 'its content is damaged',
  tooLarge: 'it unpacks to more than a package may hold',
  malformed: 'it is not written as a package must be',
} as const

const FOLDER = {
  missing: 'it is not there',
  empty: 'it is empty, or its content has not arrived',
  notAllowed: 'it may not be read',
  readOnly: 'nothing may be written there',
  full: 'its drive is full',
  otherTeam: 'it belongs to another workspace',
  newer: 'a newer Starboard made it',
  notAFolder: 'it is not a folder',
} as const

const ATTACHMENT = {
  notFound: 'it is not there any more',
  notAllowed: 'it may not be read',
  changed: 'it changed while it was read',
  tooLarge: 'it is larger than 2 GB, which is the most that can be kept',
  notAFile: 'it is not a file',
  notAVideo: 'it is not a video',
  damaged: 'its stored bytes are damaged',
} as const

const LOOKS_LIKE = {
  empty: '; it is empty',
  image: '; by its content it is a picture',
  audio: '; by its content it is sound only',
  document: '; by its content it is a document',
  archive: '; by its content it is a packed archive',
  text: '; by its content it is text',
  unknown: ', whatever its name says',
} as const

type SyncErrorWords = Pick<
  ErrorWords,
  Extract<
    keyof ErrorWords,
    `sync.${string}` | `attachment.${string}` | `clock.${string}` | 'record.onHold' | 'record.illegalStep'
  >
>

export const syncErrors: SyncErrorWords = {
  'sync.unreadable': ({ file, reason }) => ({
    what: `${fileName(file)} cannot be used: ${UNREADABLE[reason]}.`,
    next: 'Nothing was taken from it and the file was left where it is. Ask your colleague to send it again.',
  }),
  'sync.passphraseNeeded': ({ file }) => ({
    what: `${fileName(file)} is encrypted.`,
    next: 'Enter the team passphrase; a colleague can tell you.',
  }),
  'sync.wrongPassphrase': ({ file }) => ({
    what: `The passphrase does not open ${fileName(file)}.`,
    next: 'Nothing was changed. Check capitals and spaces, or ask whoever made the file.',
  }),
  'sync.otherWorkspace': ({ file, name }) => ({
    what: `${fileName(file)} belongs to another workspace${name === '' ? '' : `, “${name}”`}.`,
    next: 'Nothing was changed. Open that workspace first, or join it with this file.',
  }),
  'sync.fromFuture': ({ file }) => ({
    what: `${fileName(file)} was made by a newer Starboard.`,
    next: 'The file is kept as it is. Update Starboard on this computer, then open the file again.',
  }),
  'sync.twoHistories': ({ file, person }) => ({
    what: `Two computers went on from copies of ${person === '' ? 'one colleague' : person}’s workspace as if they were one; ${fileName(file)} comes from the second.`,
    next: 'Its changes were not applied and the file is kept. Open that copy once with this version of Starboard, so that it gets a name of its own, and send again.',
  }),
  'sync.folderUnavailable': ({ folder, reason }) => ({
    what: `The shared folder ${folder} cannot be used now: ${FOLDER[reason]}.`,
    next: 'Nothing was changed, here or there. Your work goes on and is sent when the folder is back.',
  }),
  'sync.badCode': () => ({
    what: 'That is not a complete request code.',
    next: 'Copy the whole code from the chat, from the first to the last character.',
  }),
  'sync.nothingToSend': () => ({ what: 'They have everything already.', next: 'There is nothing to send.' }),
  'sync.cancelled': () => ({ what: 'Cancelled.', next: 'Nothing was changed by what was under way.' }),
  'sync.stale': ({ field }) => ({
    what: `“${field}” has another value by now.`,
    next: 'Nothing was decided. Look at the values again.',
  }),
  'sync.undecided': ({ field }) => ({
    what: `Two people gave “${field}” different values.`,
    next: 'Choose between them first; nothing was changed.',
  }),
  'record.onHold': () => ({
    what: 'This record stands still: two people’s steps contradict each other.',
    next: 'Decide in the inbox which of them holds.',
  }),
  'record.illegalStep': ({ entity, from, to }) => ({
    what: `“${stateIn(entity, to)}” cannot follow “${stateIn(entity, from)}”.`,
    next:
      entity === 'samples' && to === 'lost' && (from === 'delivered' || from === 'contentDue')
        ? 'Nothing was changed. If it never arrived, take “Delivered” back first, then report it lost.'
        : entity === 'reviews' && from === 'published'
          ? 'Nothing was changed. Take it back from being published first.'
          : 'Nothing was changed. Somebody may have moved it on meanwhile.',
  }),
  'clock.impossible': ({ date }) => ({
    what: `This computer’s date is ${date}.`,
    next: 'Nothing was saved. Set the date right; every change carries it to your colleagues.',
  }),
  'attachment.elsewhere': ({ name }) => ({
    what: `“${name}” is still at a colleague’s computer.`,
    next: 'It was asked for and comes with the next exchange.',
  }),
  'attachment.unreadable': ({ file, reason, looksLike }) => ({
    what: `${fileName(file)} cannot be attached or opened: ${ATTACHMENT[reason]}${looksLike ? LOOKS_LIKE[looksLike] : ''}.`,
    next: 'Nothing was changed.',
  }),
}

/** A state as people read it, by the kind of record that has it. */
const STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  samples: words.sampleState,
  reviews: words.reviewState,
  costLines: words.payment,
}

function stateIn(entity: string, state: string): string {
  return STATES[entity]?.[state] ?? state
}
