/** What a verb of the command line is: one row of the table that parsing, help and running are made from. */

import { UsageError } from './usage'
import type { Client, Io } from './io'

/** An option's description; `value` names what follows it, without it the option is a switch. */
export interface Option {
  readonly value?: string
  /** May be given several times. */
  readonly many?: boolean
  readonly required?: boolean
  /** The only values it takes. */
  readonly oneOf?: readonly string[]
  readonly help: string
}

/** What a verb answers: one JSON document, and the same for people. */
export interface Answer {
  readonly json: unknown
  readonly text: string
  /** Left out: 0. */
  readonly exitCode?: number
}

/** One call of a verb, its words sorted out. */
export interface Call {
  readonly client: Client
  readonly io: Io
  /** What is neither option nor noun nor verb, in order. */
  readonly words: readonly string[]
  /** The workspace file, absolute. */
  readonly file: string
  readonly options: Options
  /** Says how far a long piece of work is. */
  readonly progress: (text: string) => void
}

export interface Verb {
  readonly noun: string
  /** Empty: the noun alone is the command (`import`). */
  readonly verb: string
  /** `FILE`, `ENTITY ID`, `PATH...`, `[ID] FIELD=VALUE...`: as in the help. */
  readonly words: string
  /** How few and how many words it takes. */
  readonly count: readonly [least: number, most: number]
  readonly summary: string
  /** More for `--help`, one paragraph a line. */
  readonly notes?: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  /** `open`: opens the workspace first; `named`: needs its file name only; `makes`: the first word is the file. */
  readonly workspace: 'open' | 'named' | 'makes'
  run(call: Call): Promise<Answer>
}

/** Options every verb has. */
export const GLOBAL_OPTIONS: Readonly<Record<string, Option>> = {
  workspace: { value: 'FILE', help: 'the workspace file (or the variable STARBOARD_WORKSPACE)' },
  'allow-replicated': { help: 'open a file that lies in a folder of OneDrive, Dropbox, iCloud, Nutstore' },
  json: { help: 'print exactly one JSON document' },
  help: { help: 'say what a command does and stop' },
  version: { help: 'print the version and stop' },
}

/** The options of one call, read by name and kind. */
export class Options {
  readonly #values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>

  constructor(values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>) {
    this.#values = values
  }

  has(name: string): boolean {
    return this.#values[name] === true
  }

  text(name: string): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }

  /** For options that the table marks as required, so that parsing has refused their absence. */
  needed(name: string): string {
    const value = this.text(name)
    if (value === undefined) {
      throw new UsageError(`--${name} is missing`)
    }
    return value
  }

  texts(name: string): string[] {
    const value = this.#values[name]
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
  }

  /** A whole number of at least `least`. */
  whole(name: string, least: number): number | undefined {
    const text = this.text(name)
    if (text === undefined) {
      return undefined
    }
    if (!/^\d{1,12}$/.test(text) || Number(text) < least) {
      throw new UsageError(`--${name} takes a whole number of at least ${least}, not "${text}"`)
    }
    return Number(text)
  }
}

/** `{ [key]: value }`, or nothing where the value is not given: for inputs whose fields may be left out but not undefined. */
export function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  // The one key is K.
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V })
}
