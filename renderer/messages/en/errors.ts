/** Refusals in English. */

import { type ErrorWords, fileName } from '../error-words'
import { guardWords } from './guard-words'
import { syncErrors } from './sync-errors'

const UNREADABLE = {
  notFound: 'it is not there any more',
  notAllowed: 'this account may not read it',
  inUse: 'another program holds it; close it there',
  changed: 'it has changed since it was looked at',
  empty: 'it is empty',
  truncated: 'it ends in the middle: the download may have been cut off',
  encrypted: 'it is protected by a password',
  tooLarge: 'it is larger than any export of the platform',
  notText: 'it is neither a CSV file nor an Excel workbook',
  damaged: 'its content is damaged',
  noSheet: 'the workbook has no sheet with data',
} as const

const CANNOT_SIGN = {
  notNewest: 'there is a newer version',
  textChanged: 'its text does not match its hash',
  textGone: 'its text was erased with the person it was about',
  signedAlready: 'this side has signed it already',
  badDrawing: 'the drawn signature did not arrive whole',
} as const

const BAD_PAPER = {
  empty: 'it is empty',
  tooLarge: 'it is larger than 64 MB',
  notPaper: 'it is neither a PDF nor a JPEG or PNG picture',
  noEnd: 'it ends in the middle: the download or the scan was cut off',
  noTable: 'it is a damaged PDF, whose table of contents cannot be found',
  otherVersion: 'it is a PDF of another version or another contract',
} as const

export const errors: ErrorWords = {
  ...syncErrors,
  'input.invalid': ({ path, reason }) => ({
    what: `“${path}” does not fit: ${reason}.`,
    next: 'Nothing was changed. Correct it and try again.',
  }),
  'workspace.notOpen': () => ({ what: 'No workspace is open.', next: 'Open one, or make a new one.' }),
  'workspace.notFound': ({ file }) => ({
    what: `${fileName(file)} is not at ${file}.`,
    next: 'It may have been moved or renamed, or its drive is not connected. Choose where it is now.',
  }),
  'workspace.exists': ({ file }) => ({
    what: `${fileName(file)} exists already.`,
    next: 'Nothing was overwritten. Choose another name, or open that file.',
  }),
  'workspace.damaged': ({ file }) => ({
    what: `${fileName(file)} is damaged, or is no workspace.`,
    next: 'The file was left as it is. Restore a backup below: the damaged file is kept beside it.',
  }),
  'workspace.locked': ({ file, holder }) => ({
    what: `${fileName(file)} is in use by ${holder}.`,
    next: 'One program at a time may have it open. Close it there, then try again.',
  }),
  'workspace.fromFuture': ({ file, version, supported }, { count }) => ({
    what: `${fileName(file)} was made by a newer Starboard (format ${count(version)}; this one reads up to ${count(supported)}).`,
    next: 'Nothing was changed. Install the newer version on this computer, then open the file again.',
  }),
  'workspace.inReplicatedFolder': ({ file, service }) => ({
    what: `${fileName(file)} lies in a folder that ${service} copies.`,
    next: `${service} copies a file while it is written to, which can damage it. Choose a place that stays on this computer; open it here only if you are sure.`,
  }),
  'workspace.diskFull': ({ file, neededBytes }, { size }) => ({
    what: `There is no room left on the drive of ${fileName(file)}${neededBytes === null ? '' : `: ${size(neededBytes)} are needed`}.`,
    next: 'The last step was not saved, everything before it was. Make room, then try again.',
  }),
  'workspace.notWritable': ({ file }) => ({
    what: `${file} cannot be written to.`,
    next: 'Check that the folder is not read-only and that you may write there, or choose another place.',
  }),
  'workspace.gone': () => ({
    what: 'The workspace stopped while it was answering.',
    next: 'It is started again by itself. What was saved is safe; try the last step again.',
  }),
  'record.notFound': ({ entity, id }) => ({
    what: `The ${entity} ${id} is not there any more.`,
    next: 'Somebody may have removed it. History shows when.',
  }),
  'record.unknownEntity': ({ entity }) => ({
    what: `There is nothing called “${entity}” in a workspace.`,
    next: 'Check the spelling.',
  }),
  'record.invalid': ({ field, reason }) => ({
    what: `“${field}” does not fit: ${reason}.`,
    next: 'Nothing was changed. Correct it and save again.',
  }),
  'record.inUse': ({ by }) => ({
    what: `It cannot be removed: ${by} belong to it.`,
    next: 'Archive it instead; its figures stay.',
  }),
  'edits.tooMany': ({ cells, most }, format) => ({
    what: `${format.count(cells)} cells are more than one step may change (${format.count(most)}).`,
    next: 'Nothing was changed. Take part of them, or import the file instead of pasting it.',
  }),
  'shop.notFound': ({ shop }) => ({
    what: `There is no shop “${shop}”.`,
    next: 'Choose another shop, or add it under Shops & clients.',
  }),
  'shop.ambiguous': ({ shop }) => ({ what: `Several shops are called “${shop}”.`, next: 'Choose the one you mean.' }),
  'import.unreadable': ({ file, reason }) => ({
    what: `${fileName(file)} cannot be read: ${UNREADABLE[reason]}.`,
    next: 'Nothing was imported from it. Download the export again and drop it here.',
  }),
  'import.unknownKind': ({ file, headers }) => ({
    what: `${fileName(file)} is none of the exports that can be imported. Its columns begin: ${headers.slice(0, 4).join(', ')}.`,
    next: 'Nothing was imported from it. Affiliate orders come from Affiliate Center → Orders → Export.',
  }),
  'import.missingColumns': ({ file, columns }) => ({
    what: `${fileName(file)} lacks the ${columns.length === 1 ? 'column' : 'columns'} ${columns.join(', ')}.`,
    next: 'Nothing was imported from it. Export again with every column ticked.',
  }),
  'import.nothingReadable': ({ file, rejected }, { count }) => ({
    what: `No line of ${fileName(file)} could be read; ${count(rejected)} were refused.`,
    next: 'Nothing was imported. The list of refused lines says why for each.',
  }),
  'import.doesNotAddUp': ({ file, lines, failed, shifted }, { count }) => ({
    what: shifted
      ? `The columns of ${fileName(file)} are shifted: amounts stand one column beside their headers in ${count(failed)} of ${count(lines)} lines.`
      : `${fileName(file)} does not add up: in ${count(failed)} of ${count(lines)} lines the settlement is not revenue + fees + adjustment.`,
    next: 'Nothing was imported. Export the file again and import it without opening it in a spreadsheet program first.',
  }),
  'import.busy': () => ({ what: 'Another import is running.', next: 'Wait until it has finished, or cancel it.' }),
  'import.cancelled': () => ({ what: 'The import was cancelled.', next: 'Everything is as it was before.' }),
  'import.notFound': () => ({ what: 'That import is not there any more.', next: 'The list of imports shows what is.' }),
  'contract.guard': ({ reason, canOverride, title, until }) => ({
    what: guardWords(reason, title, until),
    next: canOverride
      ? 'Nothing was done. Have it signed first, or go on with a reason, which is kept.'
      : 'Nothing was done. Correct the contract or the amount first.',
  }),
  'claim.held': ({ owner, until, lastContact, elsewhere }, { instant }) => ({
    what: `Claimed by ${owner}${elsewhere ? ' (another workspace)' : ''} until ${instant(until)}${lastContact === null ? '' : `, last contact ${instant(lastContact)}`}.`,
    next: 'Nothing was logged. Speak with them, or go on with a reason: the claim is then yours.',
  }),
  'role.hidden': ({ field }) => ({
    what: `Your role does not see “${field}”, so it cannot change it.`,
    next: 'Nothing was changed. Ask an owner of the workspace to do it, or to give you another role.',
  }),
  'role.notAllowed': () => ({
    what: 'Only an owner may say who has which role.',
    next: 'Nothing was changed. Ask an owner of the workspace.',
  }),
  'undo.nothing': () => ({ what: 'There is nothing to take back.', next: 'History shows what was done.' }),
  'undo.changedSince': ({ field }) => ({
    what: `“${field}” was changed after that step.`,
    next: 'Taking the step back would overwrite the later change, so nothing was done. Change it by hand, or take the later step back first.',
  }),
  'backup.notFound': ({ file }) => ({
    what: `The backup ${fileName(file)} is not there any more.`,
    next: 'Choose another backup.',
  }),
  'contract.fixed': ({ title, state }) =>
    state === 'sent'
      ? {
          what: `The contract “${title}” is out to be signed: its terms stand.`,
          next: 'Nothing was changed. Take it back to draft, change it there and send a new version.',
        }
      : {
          what: `The contract “${title}” is signed: its terms stand, and it is not removed.`,
          next: 'Nothing was changed. Make an amendment as a contract of its own, or take the signing back and lay down a new version.',
        },
  'contract.cannotSign': ({ reason }) => ({
    what: `This version cannot be used: ${CANNOT_SIGN[reason]}.`,
    next: 'Nothing was written. The list of versions says which one can be signed, and by whom.',
  }),
  'contract.badPaper': ({ file, reason }) => ({
    what: `${fileName(file)} cannot be taken in as signed paper: ${BAD_PAPER[reason]}.`,
    next: 'Nothing was taken in. Ask for the file again, or choose another.',
  }),
  'export.notWritable': ({ file }) => ({
    what: `${fileName(file)} cannot be written.`,
    next: 'If it is open in Excel, close it there; or choose another name.',
  }),
  internal: ({ incident }) => ({
    what: `Something went wrong that should not have (incident ${incident}).`,
    next: 'Nothing was saved by this step. Copy the diagnostics in Settings if it happens again.',
  }),
}
