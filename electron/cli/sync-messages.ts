/** The English wording of what the exchange with colleagues refuses, and its exit codes. */

import { EXIT, type Wording } from './wording'

const UNREADABLE = {
  notFound: 'there is no such file; check the path',
  notAllowed: 'it may not be read; check its permissions',
  notAPackage: 'it is not a package of Starboard; check that it is the right file',
  incomplete: 'it has not arrived completely; wait, or have it sent again',
  damaged: 'it is damaged; have it sent again',
  tooLarge: 'it unpacks to more than a package may hold and was not opened; ask who sent it',
  malformed: 'it is not written as a package must be; have it made again with a current Starboard',
} as const

const FOLDER = {
  missing: 'it is not there; check the path, or connect its drive',
  empty: 'it is empty or not delivered yet; wait for the program that copies it',
  notAllowed: 'it may not be read; check its permissions',
  readOnly: 'nothing may be written there; check its permissions',
  full: 'its drive is full; make room',
  otherTeam: 'it belongs to another workspace; choose another folder',
  newer: 'a newer Starboard made it; update',
  notAFolder: 'it is not a folder',
} as const

const ATTACHMENT = {
  notFound: 'there is no such file; check the path',
  notAllowed: 'it may not be read; check its permissions',
  changed: 'it changed while it was read; try again',
  tooLarge: 'it is larger than 2 GB and cannot be attached',
  notAFile: 'it is not a file',
  notAVideo: 'it is not a video',
  damaged: 'its stored bytes are damaged; ask a colleague to send it again',
} as const

type SyncWording = Pick<
  Wording,
  Extract<
    keyof Wording,
    `sync.${string}` | `attachment.${string}` | `clock.${string}` | 'record.onHold' | 'record.illegalStep'
  >
>

export const SYNC_WORDING: SyncWording = {
  'sync.unreadable': [EXIT.refused, ({ file, reason }) => `${file}: ${UNREADABLE[reason]}; nothing was changed`],
  'sync.passphraseNeeded': [
    EXIT.refused,
    ({ file }) => `${file} is encrypted; give the passphrase in a variable with --passphrase-env VAR`,
  ],
  'sync.wrongPassphrase': [EXIT.refused, ({ file }) => `the passphrase does not open ${file}; nothing was changed`],
  'sync.otherWorkspace': [
    EXIT.refused,
    ({ file, name }) =>
      `${file} belongs to another workspace${name === '' ? '' : ` ("${name}")`}; nothing was changed. Join that one with "sync join --from"`,
  ],
  'sync.fromFuture': [
    EXIT.newer,
    ({ file, version, supported }) =>
      `${file} was made by a newer Starboard (format ${version}, this one knows ${supported}); update, then import it again`,
  ],
  'sync.twoHistories': [
    EXIT.refused,
    ({ file, replica, seq }) =>
      `${file}: copy ${replica} has two histories from step ${seq} on; these changes were not applied. Open the second copy once, so that it gets a name of its own, and send again`,
  ],
  'sync.folderUnavailable': [
    EXIT.refused,
    ({ folder, reason }) => `${folder}: ${FOLDER[reason]}; nothing was read, written or created`,
  ],
  'sync.badCode': [EXIT.usage, ({ code }) => `"${code.slice(0, 24)}" is not a complete request code; copy all of it`],
  'sync.nothingToSend': [EXIT.refused, () => 'they have everything already; nothing was written'],
  'sync.cancelled': [EXIT.failed, () => 'cancelled; nothing was changed by what was under way'],
  'sync.stale': [
    EXIT.refused,
    ({ entity, id, field }) => `${entity} ${id}: ${field} has another value by now; look again and decide again`,
  ],
  'sync.undecided': [
    EXIT.refused,
    ({ entity, id, field }) =>
      `${entity} ${id}: two people gave ${field} different values; decide first with "sync decide"`,
  ],
  'record.onHold': [
    EXIT.refused,
    ({ entity, id }) => `${entity} ${id} is on hold, because two people's steps contradict each other; decide first`,
  ],
  'record.illegalStep': [
    EXIT.refused,
    ({ entity, id, from, to }) =>
      entity === 'samples' && to === 'lost' && (from === 'delivered' || from === 'contentDue')
        ? `${entity} ${id}: "${to}" cannot follow "${from}"; nothing was changed. Take "delivered" back first`
        : `${entity} ${id}: "${to}" cannot follow "${from}"; nothing was changed`,
  ],
  'clock.impossible': [
    EXIT.failed,
    ({ date }) => `this computer's date is ${date}; nothing was saved. Set the date right and try again`,
  ],
  'attachment.elsewhere': [
    EXIT.refused,
    ({ id, name }) => `${id} ("${name}") is still at a colleague's computer; it was asked for`,
  ],
  'attachment.unreadable': [EXIT.refused, ({ file, reason }) => `${file}: ${ATTACHMENT[reason]}`],
}
