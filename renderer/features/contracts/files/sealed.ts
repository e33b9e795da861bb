/** What the parts of the strip share: a contract with its newest version, and who has not signed that yet. */

import type { ContractPapers, SealedVersion } from '../../../../shared/contract/contract-files'

export interface SealedProps {
  readonly contractId: string
  /** For the names of files. */
  readonly name: string
  readonly papers: ContractPapers
  readonly newest: SealedVersion
}

/** Who has not signed the newest version yet. */
export function unsigned({ signatures }: ContractPapers, { id, parties }: SealedVersion) {
  const signed = new Set(signatures.filter(({ versionId }) => versionId === id).map(({ party }) => party))
  return parties.map(({ party }) => party).filter((party) => !signed.has(party))
}

export function canBeSigned(papers: ContractPapers, newest: SealedVersion): boolean {
  const { state, hold } = papers
  const open = !hold && ['draft', 'sent', 'signed'].includes(state)
  return open && newest.standing === 'whole' && unsigned(papers, newest).length > 0
}
