/**
 * The clauses that the app brings, Chinese and English side by side. They are a place to begin: the law differs by country,
 * and a lawyer of the place has to read what is signed.
 */

import type { Clause } from './clause'
import { CONTENT } from './content'
import { ENDING } from './ending'
import { MONEY } from './money'
import { WORK } from './work'

export { type Clause, type Risk, RISKS } from './clause'

export const CLAUSES: readonly Clause[] = [...WORK, ...CONTENT, ...MONEY, ...ENDING]
