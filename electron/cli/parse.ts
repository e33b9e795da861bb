/** From words to a call: which verb, its words, its options; every mistake is a sentence. */

import { parseArgs } from 'node:util'

import { GLOBAL_OPTIONS, Options, type Option, type Verb } from './command'
import { UsageError } from './usage'

export type Parsed =
  | { readonly want: 'version' }
  | { readonly want: 'help'; readonly noun: string | null; readonly verb: string | null }
  | { readonly want: 'run'; readonly verb: Verb; readonly words: readonly string[]; readonly options: Options }

/** Sorts out the arguments after `starboard`. Throws `UsageError`. */
export function parse(args: readonly string[], verbs: readonly Verb[]): Parsed {
  const named = namesOf(args, verbs)
  const command = named.verb === null ? named.noun : `${named.noun ?? ''} ${named.verb}`.trim()
  const verb = verbs.find((each) => each.noun === named.noun && each.verb === (named.verb ?? '')) ?? null
  const read = readOptions(
    args,
    verb ? { ...GLOBAL_OPTIONS, ...verb.options } : { ...GLOBAL_OPTIONS, ...allOptions(verbs) },
    command,
  )
  if (read.options.has('version')) {
    return { want: 'version' }
  }
  if (read.options.has('help') || named.noun === null || named.noun === 'help') {
    return {
      want: 'help',
      noun: named.noun === 'help' ? (read.words[1] ?? null) : named.noun,
      verb: named.noun === 'help' ? (read.words[2] ?? null) : named.verb,
    }
  }
  if (!verb) {
    throw noSuchCommand(named, verbs)
  }
  const words = read.words.slice(verb.verb === '' ? 1 : 2)
  checkWords(verb, words)
  checkOptions(verb, read.options)
  return { want: 'run', verb, words, options: read.options }
}

/** `workspace create`, or `import`. */
export function commandOf({ noun, verb }: Pick<Verb, 'noun' | 'verb'>): string {
  return verb === '' ? noun : `${noun} ${verb}`
}

interface Named {
  readonly noun: string | null
  /** Null also for nouns that are commands themselves. */
  readonly verb: string | null
}

/** The first two words that are no options: options of any verb are known, so their values are not taken for words. */
function namesOf(args: readonly string[], verbs: readonly Verb[]): Named {
  const { positionals } = parseArgs({
    args: [...args],
    options: forNode({ ...allOptions(verbs), ...GLOBAL_OPTIONS }),
    allowPositionals: true,
    strict: false,
  })
  const [noun = null, verb = null] = positionals
  const alone = verbs.some((each) => each.noun === noun && each.verb === '')
  return { noun, verb: alone ? null : verb }
}

function allOptions(verbs: readonly Verb[]): Record<string, Option> {
  return Object.assign({}, ...verbs.map((verb) => verb.options)) as Record<string, Option>
}

function forNode(options: Readonly<Record<string, Option>>) {
  return Object.fromEntries(
    Object.entries(options).map(([name, { value, many }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: many ?? false },
    ]),
  )
}

function readOptions(
  args: readonly string[],
  known: Readonly<Record<string, Option>>,
  command: string | null,
): { options: Options; words: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: forNode(known),
      allowPositionals: true,
      strict: true,
    })
    return { options: new Options(values), words: positionals }
  } catch (error) {
    throw new UsageError(firstSentence(error), command)
  }
}

/** Node's own wording goes on to explain `--`; the first sentence is what the person needs. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split(/\.\s|\n/)[0] ?? message).replace(/\.$/, '')
}

function noSuchCommand({ noun, verb }: Named, verbs: readonly Verb[]): UsageError {
  const ofNoun = verbs.filter((each) => each.noun === noun)
  if (ofNoun.length === 0) {
    return new UsageError(
      `there is no command "${noun}"; there are ${[...new Set(verbs.map((each) => each.noun))].join(', ')}`,
    )
  }
  const list = ofNoun.map((each) => each.verb).join(', ')
  return verb === null
    ? new UsageError(`"${noun}" needs one of: ${list}`, noun)
    : new UsageError(`"${noun}" cannot "${verb}"; it can: ${list}`, noun)
}

function checkWords(verb: Verb, words: readonly string[]): void {
  const [least, most] = verb.count
  const command = commandOf(verb)
  if (words.length < least) {
    throw new UsageError(`"${command}" needs ${verb.words}`, command)
  }
  if (words.length > most) {
    throw new UsageError(
      most === 0
        ? `"${command}" takes no word like "${words[0]}"`
        : `"${command}" takes only ${verb.words}; "${words[most]}" is too much`,
      command,
    )
  }
}

function checkOptions(verb: Verb, options: Options): void {
  const command = commandOf(verb)
  for (const [name, option] of Object.entries(verb.options)) {
    const value = options.text(name)
    if (option.required === true && value === undefined) {
      throw new UsageError(`"${command}" needs --${name} ${option.value ?? ''}`.trim(), command)
    }
    if (option.oneOf && value !== undefined && !option.oneOf.includes(value)) {
      throw new UsageError(`--${name} takes one of ${option.oneOf.join(', ')}, not "${value}"`, command)
    }
  }
}
