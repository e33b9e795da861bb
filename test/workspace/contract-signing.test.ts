/** Names put to a contract: here or on paper, what is refused, what is noticed afterwards, and what anybody can check with `sha256sum`. */

import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { blobPath } from '../../db/blob-store'
import { contractStanding, contractSteps } from '../../db/repositories/contracts'
import { checkPaper } from '../../electron/workspace/contract-papers/signed-file'
import { stepContract } from '../../electron/workspace/contracting/steps'
import { readZipDirectory, unpackEntry } from '../../electron/workspace/files/zip-directory'
import { put, write } from '../../electron/workspace/support'
import { canonicalBody } from '../../shared/domain/contract-body'
import { aBody, addVersion, aDrawing, aPaper, hashOf } from '../support/contract-papers'
import { pdfPictures, pdfText, pdfTool } from '../support/pdf-reader'
import { finish } from '../support/workspace'

type Paper = Awaited<ReturnType<typeof aPaper>>

const CONSENT = '我已阅读全文，同意以电子方式签署。'
const sign = ({ client, contractId, versionId }: Paper, party: 'agency' | 'creator', signer: string, drawing = '') =>
  client.contractFiles.signHere({ contractId, versionId, party, signer, consent: CONSENT, drawing: drawing || null })

/** A PDF of the contract, as it would be sent out. */
async function paperOf({ client, contractId, folder }: Paper): Promise<string> {
  const to = path.join(folder, 'to-sign.pdf')
  await finish(client.contractFiles.exportPdf({ contractId, audit: false, to }))
  return to
}

const bring = ({ client, contractId, versionId }: Paper, file: string, at: number | null = null) =>
  finish(
    client.contractFiles.importSigned({
      contractId,
      versionId,
      signers: [{ party: 'creator', signer: 'ดาวใจ' }],
      at,
      path: file,
    }),
  )

const verify = async ({ client, contractId }: Paper) =>
  (await finish(client.contractFiles.verify({ contractId }))).result

describe('on the screen', () => {
  test('keeps who, when, on what, in front of whom, the hash of the text and the drawing', async () => {
    const paper = await aPaper()
    const { client, contractId, versionId, body, context, db, clock } = paper
    const before = clock.now
    const drawing = aDrawing()
    const { signatures, state } = await sign(paper, 'creator', ' ดาวใจ ศรีสุข ', drawing.toString('base64'))
    expect(state).toBe('draft')
    expect(signatures).toEqual([
      expect.objectContaining({
        versionId,
        party: 'creator',
        signer: 'ดาวใจ ศรีสุข',
        method: 'screen',
        witness: 'Lin',
        note: CONSENT,
        versionSha256: hashOf(canonicalBody(body)),
        fileSha256: hashOf(drawing),
        file: expect.objectContaining({ state: 'here' }),
      }),
    ])
    expect(signatures[0]?.at).toBeGreaterThanOrEqual(before)
    expect(signatures[0]?.device).toMatch(/^(Linux|macOS|Windows) [\d.]+ · [^.]{1,24}$/u)
    expect(await client.attachments.list({ entity: 'contracts', recordId: contractId })).toEqual([
      expect.objectContaining({ kind: 'signature', sha256: hashOf(drawing), size: drawing.length }),
    ])
    expect(contractStanding(db, contractId)?.state).toBe('draft')
    expect(context.author()).toBe('Lin')
  })

  test('a typed name counts; the second side makes the contract signed, in the same step of undo', async () => {
    const paper = await aPaper()
    const { client, contractId, versionId, db } = paper
    await sign(paper, 'creator', 'Dao')
    const { state, signatures } = await sign(paper, 'agency', '林')
    expect(state).toBe('signed')
    expect(signatures.map(({ party, file }) => [party, file])).toEqual([
      ['creator', null],
      ['agency', null],
    ])
    expect(contractSteps(db, contractId)).toEqual([expect.objectContaining({ to: 'signed', versionId, person: 'Lin' })])
    await client.history.undo({})
    const again = await client.contractFiles.get({ contractId })
    expect(again.state).toBe('draft')
    expect(again.signatures.map(({ party }) => party)).toEqual(['creator'])
  })

  test('is refused for an older version, a text that is not its hash, a side that has signed, a drawing cut off', async () => {
    const paper = await aPaper()
    const { client, contractId, versionId } = paper
    await sign(paper, 'creator', 'Dao')
    const reason = (word: string) => ({ code: 'contract.cannotSign', data: { reason: word } })
    await expect(sign(paper, 'creator', 'Dao')).rejects.toMatchObject(reason('signedAlready'))
    const cut = aDrawing().subarray(0, -5).toString('base64')
    await expect(sign(paper, 'agency', '林', cut)).rejects.toMatchObject(reason('badDrawing'))
    const second = await addVersion(paper, contractId, 2, aBody(2))
    await expect(sign(paper, 'agency', '林')).rejects.toMatchObject(reason('notNewest'))
    const tampered = await addVersion(paper, contractId, 3, aBody(3), hashOf('another text'))
    const at = (id: string) => sign({ ...paper, versionId: id }, 'agency', '林')
    await expect(at(tampered)).rejects.toMatchObject(reason('textChanged'))
    await expect(at(second)).rejects.toMatchObject(reason('notNewest'))
    expect((await client.contractFiles.get({ contractId })).signatures.map((one) => one.versionId)).toEqual([versionId])
  })

  test('both sides must have signed the same words', async () => {
    const paper = await aPaper()
    await sign(paper, 'creator', 'Dao')
    const versionId = await addVersion(paper, paper.contractId, 2, aBody(2))
    expect((await sign({ ...paper, versionId }, 'agency', '林')).state).toBe('draft')
    expect((await sign({ ...paper, versionId }, 'creator', 'Dao')).state).toBe('signed')
  })

  test('is refused once the contract was cancelled, and for who does not see what it pays', async () => {
    const paper = await aPaper()
    const { client, contractId, context } = paper
    await write(context, 'test.cancel', '', (tx) => stepContract(context, tx, { id: contractId, to: 'cancelled' }))
    await expect(sign(paper, 'creator', 'Dao')).rejects.toMatchObject({
      code: 'record.illegalStep',
      data: { from: 'cancelled', to: 'signed' },
    })
    await client.people.put({ name: 'Kim', role: 'owner' })
    await client.people.put({ name: context.author(), role: 'reviewer' })
    await expect(sign(paper, 'creator', 'Dao')).rejects.toMatchObject({ code: 'role.hidden' })
    await expect(paperOf(paper)).rejects.toMatchObject({ code: 'role.hidden' })
  })
})

describe('on paper', () => {
  test('a signed PDF is kept with its hash and the day it was signed', { timeout: 60_000 }, async () => {
    const paper = await aPaper()
    const file = await paperOf(paper)
    // Programs that sign write behind what was there.
    fs.appendFileSync(file, fs.readFileSync(file).subarray(-200))
    const day = Date.UTC(2026, 0, 10)
    const { result } = await bring(paper, file, day)
    expect(result.signatures).toEqual([
      expect.objectContaining({ party: 'creator', method: 'file', at: day, fileSha256: hashOf(fs.readFileSync(file)) }),
    ])
    expect(await verify(paper)).toMatchObject({ seal: 'whole', signatures: [{ file: 'whole', sameHash: true }] })
  })

  test('one scan may hold both names, and makes the contract signed', async () => {
    const paper = await aPaper()
    const { client, contractId, versionId, folder } = paper
    const file = path.join(folder, 'scan.PNG')
    fs.writeFileSync(file, aDrawing(200, 300))
    const signers = [
      { party: 'creator' as const, signer: 'Dao' },
      { party: 'agency' as const, signer: '林' },
    ]
    const { result } = await finish(client.contractFiles.importSigned({ contractId, versionId, signers, path: file }))
    expect(result.state).toBe('signed')
    expect(result.signatures.map(({ method }) => method)).toEqual(['scan', 'scan'])
    expect(await client.attachments.list({ entity: 'contracts', recordId: contractId })).toHaveLength(1)
  })

  test(
    'what is no whole paper, or that of another version, is refused with the reason and nothing is kept',
    { timeout: 60_000 },
    async () => {
      const paper = await aPaper()
      const { client, contractId, folder } = paper
      const whole = fs.readFileSync(await paperOf(paper))
      const png = aDrawing()
      const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400, 7)])
      const other = Buffer.from(
        whole.toString('latin1').replace(/version:[0-9a-f]{64}/u, `version:${'0'.repeat(64)}`),
        'latin1',
      )
      const cases: readonly (readonly [string, Buffer])[] = [
        ['empty', Buffer.alloc(0)],
        ['notPaper', Buffer.from('signed, honestly')],
        ['notPaper', whole.subarray(1200)],
        ['noEnd', whole.subarray(0, -1000)],
        ['noTable', Buffer.concat([whole.subarray(0, 3000), whole.subarray(3100)])],
        ['noEnd', png.subarray(0, -3)],
        ['noEnd', Buffer.concat([png.subarray(0, 60), Buffer.from([png[60]! ^ 1]), png.subarray(61)])],
        ['noEnd', jpeg],
        ['otherVersion', other],
      ]
      for (const [reason, bytes] of cases) {
        const file = path.join(folder, 'back.pdf')
        fs.writeFileSync(file, bytes)
        await expect(bring(paper, file)).rejects.toMatchObject({
          code: 'contract.badPaper',
          data: { file: 'back.pdf', reason },
        })
      }
      await expect(bring(paper, path.join(folder, 'gone.pdf'))).rejects.toMatchObject({ code: 'attachment.unreadable' })
      const { signatures } = await client.contractFiles.get({ contractId })
      expect(signatures).toEqual([])
      expect(await client.attachments.list({ entity: 'contracts', recordId: contractId })).toEqual([])
    },
  )

  test('a JPEG that ends, and ours of the right version, are taken', async () => {
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40, 7), Buffer.from([0xff, 0xd9])])
    expect(checkPaper(jpeg, 'a'.repeat(64))).toEqual({ kind: 'jpeg' })
    expect(checkPaper(Buffer.alloc(64 * 1024 ** 2 + 1, 1), '')).toEqual({ fault: 'tooLarge' })
  })
})

describe('afterwards', () => {
  test('one changed byte of a signed file turns the seal red, and so does a file that is gone', async () => {
    const paper = await aPaper()
    const drawing = aDrawing()
    await sign(paper, 'creator', 'Dao', drawing.toString('base64'))
    expect((await verify(paper)).seal).toBe('whole')
    const blob = blobPath(paper.file, hashOf(drawing))
    const bytes = Buffer.from(drawing)
    bytes[50]! ^= 1
    fs.writeFileSync(blob, bytes)
    expect(await verify(paper)).toMatchObject({ seal: 'broken', signatures: [{ file: 'changed' }] })
    fs.rmSync(blob)
    expect(await verify(paper)).toMatchObject({ seal: 'broken', signatures: [{ file: 'missing' }] })
    fs.writeFileSync(blob, drawing)
    expect((await verify(paper)).seal).toBe('whole')
  })

  test('a text that was changed in the file turns the seal red', async () => {
    const paper = await aPaper()
    await sign(paper, 'creator', 'Dao')
    const changed = canonicalBody(paper.body).replace('900.00', '100.00')
    await write(paper.context, 'test.tamper', '', (tx) =>
      put(paper.context, tx, 'contractVersions', paper.versionId, { body: changed }),
    )
    expect(await verify(paper)).toMatchObject({ seal: 'broken', signatures: [{ version: 'changed' }] })
  })
})

describe('the evidence pack', () => {
  test.runIf(pdfTool('pdftotext') && process.platform === 'linux')(
    'sha256sum gives the very hashes that its audit page shows',
    { timeout: 60_000 },
    async () => {
      const paper = await aPaper()
      const { client, contractId, folder, body } = paper
      await sign(paper, 'creator', 'ดาวใจ ศรีสุข', aDrawing().toString('base64'))
      const versionId = await addVersion(paper, contractId, 2, aBody(2))
      const latest = { ...paper, versionId }
      await sign(latest, 'creator', 'ดาวใจ ศรีสุข', aDrawing(80).toString('base64'))
      await sign(latest, 'agency', '林')
      const to = path.join(folder, 'evidence.zip')
      const { result } = await finish(client.contractFiles.evidence({ contractId, to }))
      expect(result).toEqual({ file: to, seal: 'whole' })

      const unpacked = path.join(folder, 'evidence')
      const zip = fs.readFileSync(to)
      for (const entry of readZipDirectory(zip) ?? []) {
        const file = path.join(unpacked, entry.name)
        fs.mkdirSync(path.dirname(file), { recursive: true })
        fs.writeFileSync(file, unpackEntry(zip, entry, 1 << 26))
      }
      const run = (...args: string[]) => execFileSync('sha256sum', args, { cwd: unpacked, encoding: 'utf8' })
      expect(run('-c', 'SHA256SUMS')).not.toContain('FAILED')
      const audit = pdfText(path.join(unpacked, 'contract.pdf'))
      for (const file of ['contract-v1.json', 'contract-v2.json', 'signed/1-creator.png', 'signed/2-creator.png']) {
        expect(audit).toContain(`sha256sum ${file}`)
        expect(audit).toContain(run(file).slice(0, 64))
      }
      expect(fs.readFileSync(path.join(unpacked, 'contract-v1.json'), 'utf8')).toBe(canonicalBody(body))
      for (const words of ['evidence level B', '证据等级 B', 'Have a lawyer check', 'ดาวใจ ศรีสุข', 'UTC', CONSENT])
        expect(audit.replaceAll(/\s+/gu, ' ')).toContain(words)
      expect(pdfPictures(path.join(unpacked, 'contract.pdf'))).toBeGreaterThan(0)
      // One byte is enough.
      const text = path.join(unpacked, 'contract-v2.json')
      fs.writeFileSync(text, fs.readFileSync(text, 'utf8').replace('900', '901'))
      const { stdout, status } = spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], {
        cwd: unpacked,
        encoding: 'utf8',
      })
      expect({ stdout, status }).toEqual({ stdout: 'contract-v2.json: FAILED\n', status: 1 })
    },
  )
})
