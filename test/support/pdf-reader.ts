/** PDFs as another program reads them (poppler, where it is installed: the set-up of CI does). */

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'

type Tool = 'pdftotext' | 'pdfimages' | 'pdffonts'

/** Where the tool lies; undefined where it is not installed. */
export function pdfTool(tool: Tool): string | undefined {
  return ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].map((folder) => `${folder}/${tool}`).find(fs.existsSync)
}

/** The text that can be copied out of a PDF, as it stands on its pages. */
export function pdfText(file: string): string {
  return execFileSync(pdfTool('pdftotext')!, ['-layout', file, '-'], { encoding: 'utf8' })
}

/** How many pictures a PDF shows. */
export function pdfPictures(file: string): number {
  const [, , ...rows] = execFileSync(pdfTool('pdfimages')!, ['-list', file], { encoding: 'utf8' }).trim().split('\n')
  return rows.length
}

/** The fonts that a PDF carries in itself, in the order of the alphabet. */
export function pdfFonts(file: string): readonly string[] {
  const [, , ...rows] = execFileSync(pdfTool('pdffonts')!, [file], { encoding: 'utf8' }).trim().split('\n')
  return rows.map((row) => row.split(/\s+/u)[0]?.split('+').at(-1) ?? '').toSorted()
}
