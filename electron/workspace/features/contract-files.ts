/** Contracts on paper: a version as PDF or Word file, names put to it here or on paper, the seal over it, the evidence pack. */

import { blobState } from '../../../db/blobs'
import { readContractBody } from '../../../shared/domain/contract-body'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { checkContract } from '../contract-papers/checking'
import { drawingsOf } from '../contract-papers/drawings'
import { writeContractDocx } from '../contract-papers/docx-file'
import { writeEvidence } from '../contract-papers/evidence'
import { contractFacts, type ContractFacts, readableVersion } from '../contract-papers/facts'
import { methodOf, partyOf, signingParties } from '../contract-papers/paper-facts'
import { writeContractPdf } from '../contract-papers/pdf-file'
import { importPaper, signOnScreen } from '../contract-papers/sign'
import { type Reporter, withProgress } from '../progress'
import { hiddenFrom } from '../roles/roles'
import { jobOf, os } from '../serve'

export const contractFiles = {
  get: os.contractFiles.get.handler(({ input: { contractId }, context }) => papersOf(context, contractId)),

  exportPdf: os.contractFiles.exportPdf.handler(
    jobOf(({ input: { contractId, versionId, audit, to }, context, signal }) =>
      withProgress(signal, async (reporter) => {
        const facts = openFacts(context, contractId)
        const version = readableVersion(facts, versionId)
        const { file } = await pdfOf(context, facts, version.id, audit, reporter)(to)
        return { file, version: version.version, sha256: version.sha256 }
      }),
    ),
  ),

  exportDocx: os.contractFiles.exportDocx.handler(
    jobOf(({ input: { contractId, versionId, to }, context, signal }) =>
      withProgress(signal, async (reporter) => {
        const version = readableVersion(openFacts(context, contractId), versionId)
        reporter.checkWanted()
        const { file } = await writeContractDocx(to, version)
        return { file, version: version.version, sha256: version.sha256 }
      }),
    ),
  ),

  signHere: os.contractFiles.signHere.handler(async ({ input, context }) => {
    openFacts(context, input.contractId)
    const drawing = input.drawing === null ? null : Buffer.from(input.drawing, 'base64')
    await signOnScreen(context, { ...input, drawing })
    return papersOf(context, input.contractId)
  }),

  importSigned: os.contractFiles.importSigned.handler(
    jobOf(({ input, context, signal }) =>
      withProgress(signal, async (reporter) => {
        openFacts(context, input.contractId)
        await importPaper(context, input, reporter)
        return papersOf(context, input.contractId)
      }),
    ),
  ),

  verify: os.contractFiles.verify.handler(
    jobOf(({ input: { contractId }, context, signal }) =>
      withProgress(signal, (reporter) => {
        const { workspace } = context.host.current()
        return checkContract(workspace, contractFacts(workspace.db, contractId), reporter)
      }),
    ),
  ),

  evidence: os.contractFiles.evidence.handler(
    jobOf(({ input: { contractId, to }, context, signal }) =>
      withProgress(signal, async (reporter) => {
        const { workspace } = context.host.current()
        const facts = openFacts(context, contractId)
        const audit = await checkContract(workspace, facts, reporter)
        const printable = facts.versions.findLast(({ body }) => readContractBody(body) !== null)
        const pdf = printable === undefined ? null : pdfOf(context, facts, printable.id, true, reporter)
        reporter.checkWanted()
        const { file } = await writeEvidence(workspace, to, { facts, audit, pdf })
        return { file, seal: audit.seal }
      }),
    ),
  ),
}

/** For whoever may read the text: it names what the creator is paid. */
function openFacts(context: WorkspaceContext, contractId: string): ContractFacts {
  if (hiddenFrom(context)?.has('cost')) throw new AppError('role.hidden', { entity: 'contractVersions', field: 'body' })
  return contractFacts(context.host.current().workspace.db, contractId)
}

function pdfOf(
  context: WorkspaceContext,
  facts: ContractFacts,
  versionId: string,
  audit: boolean,
  reporter: Reporter,
): (file: string) => Promise<{ file: string }> {
  return async (file) => {
    const { workspace } = context.host.current()
    const version = readableVersion(facts, versionId)
    const checked = await checkContract(workspace, facts, reporter)
    reporter.checkWanted()
    return writeContractPdf(file, {
      facts,
      version,
      drawings: drawingsOf(workspace.file, facts, checked),
      audit: audit ? checked : null,
    })
  }
}

function papersOf(context: WorkspaceContext, contractId: string) {
  const { workspace } = context.host.current()
  const { contract, versions, signatures, changed, zone } = contractFacts(workspace.db, contractId)
  return {
    state: contract.state,
    hold: contract.hold,
    currency: contract.currency,
    changed: [...changed],
    versions: versions.map(({ body, contractId: _contract, note: _note, ...version }) => {
      const words = readContractBody(body)
      const parties = words === null ? [] : signingParties(words)
      return {
        ...version,
        languages: words?.languages ?? [],
        parties: parties.map((party) => ({ party, name: words?.parties[party] ?? '' })),
      }
    }),
    signatures: signatures.map(({ attachmentId: _attachment, file, party, method, ...signature }) => ({
      ...signature,
      party: partyOf(party),
      method: methodOf(method),
      file: file && { id: file.id, name: file.name, state: blobState(workspace, file) },
    })),
    zone,
  }
}
