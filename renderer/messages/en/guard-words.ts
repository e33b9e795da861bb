/** Why a guard of contracts says no, in English. */

const WORDS: Readonly<Record<string, string>> = {
  unsigned: 'No signed contract covers this',
  onHold: 'Colleagues contradict each other about the contract; it waits for a decision in the inbox',
  largerThanContract: 'More than the whole contract is worth',
  otherCurrency: 'The contract is in another currency',
  notComparable: 'The value is in another currency than the limit, and no rate is known',
  exclusiveElsewhere: 'A contract with another client is exclusive in this time',
  overlaps: 'Another contract with this creator and shop holds in the same time',
}

export function guardWords(reason: string, title: string | null, until: string | null): string {
  const paper = [title === null ? '' : `“${title}”`, until === null ? '' : `until ${until}`].filter(
    (part) => part !== '',
  )
  return `${WORDS[reason] ?? 'A guard of contracts says no'}${paper.length === 0 ? '' : ` (${paper.join(', ')})`}.`
}
