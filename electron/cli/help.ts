/** The help texts, made from the table of verbs: whatever can be called is described. */

import { GLOBAL_OPTIONS, type Option, type Verb } from './command'
import { commandOf } from './parse'
import { padded } from './table'
import { UsageError } from './usage'

/** Help on everything, on a noun, or on one verb. Throws `UsageError` for a noun or verb that there is none of. */
export function helpText(verbs: readonly Verb[], noun: string | null, verb: string | null): string {
  if (noun === null) {
    return overview(verbs)
  }
  const ofNoun = verbs.filter((each) => each.noun === noun)
  if (ofNoun.length === 0) {
    throw new UsageError(`there is no command "${noun}"`)
  }
  const one = ofNoun.length === 1 ? ofNoun[0] : ofNoun.find((each) => each.verb === verb)
  return one ? ofVerb(one) : ofNounOnly(noun, ofNoun)
}

const EXIT_CODES: readonly (readonly [string, string])[] = [
  ['0', 'done'],
  ['1', 'another failure'],
  ['2', 'wrong usage'],
  ['3', 'input refused, nothing changed'],
  ['4', 'the workspace is in use by another process'],
  ['5', 'damage found'],
  ['6', 'made by a newer version'],
]

function overview(verbs: readonly Verb[]): string {
  return [
    'Usage: starboard <noun> <verb> [words] [options]',
    '',
    'Commands:',
    ...columns(verbs.map((verb) => [lineOf(verb), verb.summary])),
    '',
    'Options of every command:',
    ...optionLines(GLOBAL_OPTIONS),
    '',
    'Exit codes:',
    ...columns(EXIT_CODES),
    '',
    'starboard <noun> --help and starboard <noun> <verb> --help say more.',
  ].join('\n')
}

function ofNounOnly(noun: string, verbs: readonly Verb[]): string {
  return [
    `Usage: starboard ${noun} <verb> [words] [options]`,
    '',
    ...columns(verbs.map((verb) => [lineOf(verb), verb.summary])),
    '',
    `starboard ${noun} <verb> --help says more.`,
  ].join('\n')
}

function ofVerb(verb: Verb): string {
  const workspace = verb.workspace === 'makes' ? [] : ['--workspace FILE']
  const needed = Object.entries(verb.options)
    .filter(([, option]) => option.required === true)
    .map(([name, option]) => `--${name} ${option.value ?? ''}`.trim())
  const usage = [
    'Usage: starboard',
    commandOf(verb),
    verb.words,
    ...needed,
    ...workspace,
    Object.keys(verb.options).length > needed.length ? '[options]' : '',
  ].filter((part) => part !== '')
  const options = Object.keys(verb.options).length === 0 ? [] : ['', 'Options:', ...optionLines(verb.options)]
  return [
    usage.join(' '),
    '',
    capital(verb.summary) + '.',
    ...(verb.notes ?? []).flatMap((note) => ['', note]),
    ...options,
    '',
    'Options of every command:',
    ...optionLines(GLOBAL_OPTIONS),
  ].join('\n')
}

function lineOf(verb: Verb): string {
  return `${commandOf(verb)} ${verb.words}`.trim()
}

function optionLines(options: Readonly<Record<string, Option>>): string[] {
  return columns(
    Object.entries(options).map(([name, option]) => [
      `--${name}${option.value === undefined ? '' : ` ${option.value}`}`,
      option.help +
        (option.oneOf ? ` (${option.oneOf.join(', ')})` : '') +
        (option.many === true ? '; may be given several times' : ''),
    ]),
  )
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${padded(left, width)}  ${right}`)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
