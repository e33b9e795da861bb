/**
 * What a catalogue is: texts by key, English first; Chinese must have every key that English has.
 *
 * English plural forms come in pairs (`lines_one`, `lines_other`); Chinese has only the `_other` of each.
 */

export type Wording<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Wording<T[K]>
}
