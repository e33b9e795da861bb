/** The last page of a signed contract: hashes of all versions, who signed when and how, what happened, how to check it. */

import { CONTRACT_STATES } from '../../../shared/domain/contracts'
import { type Both, SEAL_WORDS, STANDING_WORDS } from '../../../shared/domain/proof-words'
import type { CheckedFacts } from './checking'
import { drawRule, leftOf, needRoom, type Sheet } from './columns'
import { fileNames, versionName } from './evidence-names'
import type { ContractFacts, PaperSignature, ReadableVersion } from './facts'
import { bothClocks, methodOf, partyOf } from './paper-facts'
import { METHOD_WORDS, PAPER, PARTY_WORDS, STATE_WORDS, VERSION_WORDS } from './words'

export interface AuditInput {
  readonly facts: ContractFacts
  readonly version: ReadableVersion
  readonly audit: CheckedFacts | null
}

const BROKEN = '#b00020'

export function drawAudit(sheet: Sheet, { facts, version, audit }: AuditInput): void {
  const { page } = sheet
  page.addPage()
  page.font('bold').fontSize(15).text(PAPER.audit.join('  '), leftOf(sheet)).moveDown(0.4)
  page.fontSize(10).text(PAPER.label.join('  ·  '))
  page.font('regular').fontSize(8)
  for (const text of PAPER.meaning) page.text(text, { lineGap: 1 })
  if (audit !== null) drawSeal(sheet, audit)
  section(sheet, PAPER.versions)
  for (const one of facts.versions) {
    const printed = one.id === version.id ? `  ←  ${PAPER.printed.join(' ')}` : ''
    entry(sheet, `${PAPER.version.join(' ')} ${one.version}${printed}`, [
      one.sha256,
      `${bothClocks(one.at, facts.zone)}${one.person === null ? '' : `  ·  ${one.person}`}  ·  ${VERSION_WORDS[one.standing].join(' / ')}`,
    ])
  }
  section(sheet, PAPER.signers)
  if (facts.signatures.length === 0) page.text(PAPER.none.join(' '))
  for (const one of facts.signatures) drawSigner(sheet, facts, audit, one)
  drawEvents(sheet, facts)
  drawHow(sheet, facts)
}

function drawSeal(sheet: Sheet, { seal }: CheckedFacts): void {
  const [zh, en] = SEAL_WORDS[seal]
  const { page } = sheet
  page.moveDown(0.4).font('bold').fontSize(9)
  page
    .fillColor(seal === 'broken' ? BROKEN : 'black')
    .text(`${zh}  ${en}`)
    .fillColor('black')
}

function drawSigner(sheet: Sheet, facts: ContractFacts, audit: CheckedFacts | null, one: PaperSignature): void {
  const version = facts.versions.find(({ id }) => id === one.versionId)
  const checked = audit?.signatures.find(({ id }) => id === one.id)
  const file =
    one.fileSha256 === null
      ? []
      : [
          `${PAPER.file.join(' ')}: ${fileNames(facts).get(one.id) ?? '?'}  ·  ${STANDING_WORDS[checked?.file ?? 'missing'].join(' / ')}`,
          `SHA-256 ${one.fileSha256}`,
        ]
  entry(sheet, `${PARTY_WORDS[partyOf(one.party)].join(' ')}:  ${one.signer ?? '—'}`, [
    bothClocks(one.at, facts.zone),
    `${PAPER.method.join(' ')}: ${METHOD_WORDS[methodOf(one.method)].join(' / ')}`,
    `${PAPER.version.join(' ')} ${version?.version ?? '?'}  ·  ${one.versionSha256}`,
    `${PAPER.device.join(' ')}: ${one.device ?? '—'}  ·  ${PAPER.witness.join(' ')}: ${one.witness ?? '—'}`,
    ...(one.note === null ? [] : [`“${one.note}”`]),
    ...file,
  ])
}

function drawEvents(sheet: Sheet, { steps, zone }: ContractFacts): void {
  section(sheet, PAPER.events)
  if (steps.length === 0) sheet.page.text(PAPER.none.join(' '))
  for (const { at, to, person, reason } of steps) {
    const state = CONTRACT_STATES.find((known) => known === to)
    const words = state === undefined ? [to ?? '?'] : STATE_WORDS[state]
    const when = at === null ? '—' : bothClocks(at, zone)
    entry(sheet, words.join(' / '), [[when, person, reason].filter(Boolean).join('  ·  ')])
  }
}

function drawHow(sheet: Sheet, facts: ContractFacts): void {
  section(sheet, PAPER.how)
  const { page } = sheet
  for (const text of PAPER.howText) page.text(text)
  page.moveDown(0.3)
  const files = [
    ...facts.versions.filter(({ standing }) => standing !== 'gone').map((one) => versionName(facts, one)),
    ...new Set(fileNames(facts).values()),
  ]
  for (const file of files) page.text(`sha256sum ${file}`)
  page.text('sha256sum -c SHA256SUMS')
}

function section(sheet: Sheet, words: Both): void {
  needRoom(sheet, 60)
  sheet.page.moveDown(0.7)
  drawRule(sheet)
  sheet.page.font('bold').fontSize(10).text(words.join('  '), leftOf(sheet)).moveDown(0.2)
  sheet.page.font('regular').fontSize(8)
}

function entry(sheet: Sheet, head: string, lines: readonly string[]): void {
  needRoom(sheet, 14 + lines.length * 12)
  sheet.page.font('bold').fontSize(8.5).text(head)
  sheet.page.font('regular').fontSize(8)
  for (const line of lines) sheet.page.text(line)
  sheet.page.moveDown(0.35)
}
