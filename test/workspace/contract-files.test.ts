/** Contracts on paper: what other programs read in them, and that equal contracts make equal files. */

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { readZipDirectory, unpackEntry } from '../../electron/workspace/files/zip-directory'
import { aBody, addVersion, aPaper, hashOf, THAI, VIET } from '../support/contract-papers'
import { pdfFonts, pdfText, pdfTool } from '../support/pdf-reader'
import { finish } from '../support/workspace'

const soffice = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find(fs.existsSync)
if (soffice === undefined) process.stderr.write('soffice is not here: Word files are not opened by another program\n')

const flat = (text: string): string => text.replaceAll(/\s+/gu, '')

describe('the PDF', () => {
  test.runIf(pdfTool('pdftotext'))(
    'has both languages side by side, the Thai and the Vietnamese whole, and its hash and number on each page',
    { timeout: 60_000 },
    async () => {
      const { client, contractId, folder, versionId } = await aPaper(aBody(16))
      const to = path.join(folder, 'contract.pdf')
      const { result } = await finish(client.contractFiles.exportPdf({ contractId, audit: false, to }))
      const { versions } = await client.contractFiles.get({ contractId })
      const hash = versions[0]?.sha256 ?? ''
      expect(result).toEqual({ file: to, version: 1, sha256: hash })
      expect(versionId).toBe(versions[0]?.id)

      const text = pdfText(to)
      const pages = text.split('\f').filter((page) => page.trim() !== '')
      expect(pages.length).toBeGreaterThan(1)
      for (const [at, page] of pages.entries()) {
        expect(page).toContain(`SHA-256 ${hash}`)
        expect(page).toContain(`page ${at + 1} of ${pages.length}`)
      }
      // Chinese left, English right, on one line.
      expect(text).toMatch(/1\. 第1项交付内容 {2,}1\. Deliverables 1/)
      expect(text).toMatch(/16\. 第16项交付内容 {2,}16\. Deliverables 16/)
      for (const word of ['短视频合作合同', '星桥传媒有限公司', 'ดาวใจ ศรีสุข', 'GL-2026-007', '签名', 'Signature'])
        expect(text).toContain(word)
      expect(text).toContain('น้ำหอม')
      expect(text).toContain('Nguyễn Thị Hồng')
      expect(pdfFonts(to)).toEqual(expect.arrayContaining(['NotoSansSC-Regular', 'NotoSansThai-Regular']))
      // A heading never ends a page.
      for (const page of pages) {
        const lines = page.split('\n').filter((line) => line.trim() !== '' && !line.includes('SHA-256'))
        expect(lines.at(-1)).not.toMatch(/^\s*\d+\. 第\d+项/)
      }
    },
  )

  test('is the same file, byte for byte, whenever it is made', { timeout: 60_000 }, async () => {
    const { client, contractId, folder, clock } = await aPaper()
    const made = async (name: string, audit: boolean) => {
      const to = path.join(folder, name)
      await finish(client.contractFiles.exportPdf({ contractId, audit, to }))
      return hashOf(fs.readFileSync(to))
    }
    const [first, audited] = [await made('a.pdf', false), await made('b.pdf', true)]
    clock.now += 40 * 86_400_000
    expect(await made('c.pdf', false)).toBe(first)
    expect(await made('d.pdf', true)).toBe(audited)
    expect(audited).not.toBe(first)
  })

  test('of another version has that one’s words; one whose text was tampered with is still told apart by its hash', async () => {
    const paper = await aPaper()
    const { client, contractId, versionId } = paper
    await addVersion(paper, contractId, 2, aBody(1, { title: '第二版' }), 'f'.repeat(64))
    const { versions } = await client.contractFiles.get({ contractId })
    expect(versions.map(({ version, standing, newest }) => ({ version, standing, newest }))).toEqual([
      { version: 1, standing: 'whole', newest: false },
      { version: 2, standing: 'changed', newest: true },
    ])
    expect(versions[0]?.id).toBe(versionId)
  })

  test('is refused where it cannot be written, and for a version that is not there', async () => {
    const { client, contractId, folder } = await aPaper()
    const to = path.join(folder, 'no', 'where.pdf')
    await expect(finish(client.contractFiles.exportPdf({ contractId, audit: false, to }))).rejects.toMatchObject({
      code: 'export.notWritable',
    })
    const versionId = 'v'.repeat(26)
    await expect(
      finish(client.contractFiles.exportPdf({ contractId, versionId, audit: false, to })),
    ).rejects.toMatchObject({ code: 'record.notFound', data: { entity: 'contractVersions', id: versionId } })
  })
})

describe('the Word file', () => {
  const written = async (clauses = 4) => {
    const paper = await aPaper(aBody(clauses))
    const to = path.join(paper.folder, 'contract.docx')
    await finish(paper.client.contractFiles.exportDocx({ contractId: paper.contractId, to }))
    return { ...paper, to, zip: fs.readFileSync(to) }
  }
  const part = (zip: Buffer, name: string): Buffer => {
    const entry = readZipDirectory(zip)?.find((one) => one.name === name)
    if (entry === undefined) throw new Error(`no ${name}`)
    return unpackEntry(zip, entry, 1 << 26)
  }

  test('has real styles, one row for each clause, and every letter', { timeout: 60_000 }, async () => {
    const { zip, client, contractId } = await written()
    const xml = part(zip, 'word/document.xml').toString('utf8')
    expect(xml.match(/<w:tr>|<w:tr /gu)).toHaveLength(4 + 1)
    expect(xml.match(/w:val="Heading2"/gu)).toHaveLength(8)
    expect(xml).toContain('w:val="Title"')
    const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, run]) => run).join('')
    for (const words of [THAI, VIET, '短视频合作合同', '第4项交付内容', 'Deliverables 4', 'ดาวใจ ศรีสุข'])
      expect(text).toContain(words)
    const { versions } = await client.contractFiles.get({ contractId })
    const footer = readZipDirectory(zip)?.find(({ name }) => /footer\d*\.xml$/u.test(name))?.name ?? ''
    expect(part(zip, footer).toString('utf8')).toContain(versions[0]?.sha256)
  })

  test('carries its fonts, cut down to its letters', { timeout: 60_000 }, async () => {
    const { zip } = await written()
    const fonts = (readZipDirectory(zip) ?? []).filter(({ name }) => name.endsWith('.odttf'))
    expect(fonts).toHaveLength(4)
    // The whole Chinese font alone is 10 MB.
    expect(zip.length).toBeLessThan(600_000)
    const table = part(zip, 'word/fontTable.xml').toString('utf8')
    expect(table).toContain('Noto Sans SC')
    expect(table).toContain('Noto Sans Thai')
    expect(part(zip, 'word/settings.xml').toString('utf8')).toContain('embedTrueTypeFonts')
  })

  test('is the same file, byte for byte, whenever it is made', { timeout: 60_000 }, async () => {
    const { client, contractId, to, zip, clock } = await written()
    clock.now += 40 * 86_400_000
    await finish(client.contractFiles.exportDocx({ contractId, to }))
    expect(hashOf(fs.readFileSync(to))).toBe(hashOf(zip))
  })

  test.runIf(soffice !== undefined && pdfTool('pdftotext'))(
    'LibreOffice opens it with its own fonts, and every letter is there',
    { timeout: 180_000 },
    async () => {
      const { to, folder } = await written(12)
      const home = path.join(folder, 'office')
      const args = [`-env:UserInstallation=file://${home}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, to]
      execFileSync(soffice ?? '', args, { stdio: 'pipe' })
      const pdf = path.join(folder, 'contract.pdf')
      const text = flat(pdfText(pdf))
      for (const words of ['短视频合作合同', '第12项交付内容', '星桥传媒有限公司', 'Deliverables12', 'NguyễnThịHồng'])
        expect(text).toContain(words)
      expect(text).toContain('น้ำหอม'.normalize('NFC'))
      // Its own fonts alone: nothing was taken from this computer.
      expect([...new Set(pdfFonts(pdf))]).toEqual(['NotoSansSC-Bold', 'NotoSansSC-Regular', 'NotoSansThai-Regular'])
      expect(pdfText(pdf).split('\f')[0]).toContain('Deliverables 1')
    },
  )
})
