/**
 * How the rules of a pack are written, so that people read and edit them without knowing a program:
 *
 *     absolute.cheapest
 *       great value: the cheapest / cheapest
 *       (rewrite): …      no wording fits, the sentence has to be written anew
 *       (leave out): …    the words go
 *       (except): …       terms around a hit that make it harmless
 */

import type { PackRule } from '../types'

export function readRules(text: string): Readonly<Record<string, PackRule>> {
  const blocks = text.trim().split(/\n\s*\n/)
  return Object.fromEntries(blocks.map(readBlock))
}

function readBlock(block: string): [string, PackRule] {
  const [key = '', ...lines] = block.split('\n').map((line) => line.trim())
  const parts = lines.map((line): [string, string] => {
    const at = line.indexOf(': ')
    return [line.slice(0, at), line.slice(at + 2)]
  })
  const except = parts.find(([head]) => head === '(except)')?.[1]
  const say = parts.filter(([head]) => head !== '(except)').map(([head, terms]) => [saferOf(head), terms] as const)
  return [key, { say, ...(except !== undefined && { except }) }]
}

function saferOf(head: string): string | null {
  if (head === '(rewrite)') return null
  return head === '(leave out)' ? '' : head
}
