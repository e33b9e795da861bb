/**
 * The lint rules that hold the folders apart are only worth something while they bite: this plants one violation of each
 * in a copy of the project's folders and sees the linter name it, and sees a clean sample of each folder pass.
 */

import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const IMPORTS = 'eslint(no-restricted-imports)'

interface Sample {
  readonly file: string
  readonly source: string
}

interface Planted extends Sample {
  readonly rule: string
  /** A part of the linter's message, where one rule stands for several boundaries. */
  readonly because: string
}

function importing(file: string, from: string, because: string): Planted {
  return { file, source: `import { thing } from '${from}'\nexport const used = thing\n`, rule: IMPORTS, because }
}

function planted(file: string, rule: string, source: string): Planted {
  return { file, source, rule, because: '' }
}

function allowed(file: string, from: string): Sample {
  return { file, source: `import { thing } from '${from}'\nexport const used = thing\n` }
}

const functionOf = (lines: number) => `export function long() {\n${'  Math.random()\n'.repeat(lines)}}\n`

const HOOK_IN_A_BRANCH = `import { useState } from 'react'
export function A({ on }: { on: boolean }) {
  if (on) useState(1)
  return null
}
`
const FORGOTTEN_DEPENDENCY = `import { useMemo } from 'react'
export function A({ n }: { n: number }) {
  return useMemo(() => n * 2, [])
}
`

const VIOLATIONS: readonly Planted[] = [
  importing('shared/domain/a1.ts', '../contract/samples', 'rules know neither'),
  importing('shared/domain/a2.ts', '../sync/clock', 'rules know neither'),
  importing('shared/domain/a3.ts', 'zod', 'shared/schema'),
  importing('shared/a4.ts', 'node:fs', 'no Node'),
  importing('shared/a5.ts', '../db/open', 'leaf'),
  importing('shared/contract/a6.ts', '../../electron/workspace/router', 'leaf'),
  importing('shared/contract/a7.ts', '../sync/clock', 'words only'),
  importing('shared/sync/a8.ts', '../contract/samples', 'knows no procedure'),
  importing('shared/a9.ts', 'better-sqlite3', 'SQL lives in db'),
  importing('db/b1.ts', '../shared/contract/samples', 'who asks'),
  importing('db/repositories/b2.ts', '../../electron/workspace/context', 'who asks'),
  importing('db/b3.ts', 'zod', 'shared/schema'),
  importing('db/b4.ts', 'electron', 'know Electron'),
  importing('db/b5.ts', '../test/support/workspace', 'nothing imports test'),
  importing('electron/workspace/c1.ts', 'electron', 'know Electron'),
  importing('electron/workspace/c2.ts', 'drizzle-orm/sqlite-core', 'SQL lives in db'),
  importing('electron/workspace/c3.ts', '../main/window', 'other processes'),
  importing('electron/workspace/c4.ts', '../../renderer/format/money', 'another process'),
  importing('electron/workspace/features/c5.ts', './samples', 'features do not import each other'),
  importing('electron/workspace/features/imports/c6.ts', '../samples', 'features do not import each other'),
  importing('electron/workspace/entry.ts', 'electron', 'types only'),
  importing('electron/main/d1.ts', '../../db/open', 'no query'),
  importing('electron/main/d2.ts', '../workspace/router', 'hands over ports'),
  importing('electron/main/d3.ts', '../../shared/domain/roi', 'no rule'),
  importing('electron/main/d4.ts', 'better-sqlite3', 'SQL lives in db'),
  importing('electron/preload/d5.ts', '../main/window', 'one function'),
  importing('electron/cli/d6.ts', 'electron', 'know Electron'),
  importing('renderer/app/e1.ts', 'electron', 'know Electron'),
  importing('renderer/app/e2.ts', 'node:path', 'no Node'),
  importing('renderer/features/samples/e3.ts', '../creators/CreatorTable', 'features do not import each other'),
  importing('renderer/features/samples/e4.ts', '../../features/creators/CreatorTable', 'features do not import'),
  importing(
    'renderer/features/samples/parts/e5.ts',
    '../../creators/CreatorTable',
    'features do not import each other',
  ),
  importing('renderer/features/samples/e6.ts', '../../app/routes', 'the shell imports features'),
  importing('renderer/ui/e7.ts', '../features/samples/SampleTable', 'know no feature'),
  importing('renderer/grid/e8.ts', '../../../db/open', 'only through shared/contract'),
  importing('renderer/app/e9.ts', 'zod', 'shared/schema'),
  planted('shared/f1.ts', 'eslint(no-console)', 'console.log(1)\n'),
  planted('shared/f2.ts', 'import(no-default-export)', 'export default 1\n'),
  planted('shared/f3.ts', 'eslint(max-lines)', '// line\n'.repeat(301)),
  planted('shared/f4.ts', 'eslint(max-lines-per-function)', functionOf(60)),
  planted('shared/f5.ts', 'typescript(no-explicit-any)', 'export const f = (x: any) => x\n'),
  planted('shared/f6.ts', 'typescript(no-floating-promises)', 'Promise.resolve(1)\n'),
  planted('shared/cycle-a.ts', 'import(no-cycle)', "import { b } from './cycle-b'\nexport const a = () => b\n"),
  planted('renderer/ui/g1.tsx', 'react-hooks(rules-of-hooks)', HOOK_IN_A_BRANCH),
  planted('renderer/ui/g2.tsx', 'react-hooks(exhaustive-deps)', FORGOTTEN_DEPENDENCY),
  planted('renderer/ui/g3.tsx', 'jsx-a11y(alt-text)', 'export const A = () => <img src="a.png" />\n'),
]

const CLEAN: readonly Sample[] = [
  allowed('shared/domain/ok1.ts', '../errors'),
  allowed('shared/schema.ts', 'zod'),
  allowed('shared/contract/ok2.ts', '../domain/samples'),
  allowed('shared/sync/ok3.ts', '../domain/samples'),
  allowed('db/ok4.ts', 'better-sqlite3'),
  allowed('db/repositories/ok5.ts', '../../shared/domain/samples'),
  allowed('electron/workspace/ok6.ts', '../../db/open'),
  allowed('electron/workspace/features/ok7.ts', '../context'),
  allowed('electron/workspace/features/ok8.ts', '../../../shared/domain/roi'),
  allowed('electron/workspace/features/imports/ok9.ts', './rows'),
  {
    file: 'electron/workspace/entry.ts',
    source: "import type { ParentPort } from 'electron'\nexport type P = ParentPort\n",
  },
  allowed('electron/main/ok10.ts', 'electron'),
  allowed('electron/main/ok11.ts', '../../shared/contract/desktop'),
  allowed('electron/preload/ok12.ts', 'electron'),
  allowed('electron/cli/ok13.ts', '../workspace/router'),
  allowed('renderer/app/ok14.ts', '../features/samples/SamplesScreen'),
  allowed('renderer/features/samples/ok15.ts', '../../ui/Button'),
  allowed('renderer/features/samples/ok16.ts', './sample-columns'),
  allowed('renderer/features/samples/parts/ok17.ts', '../sample-columns'),
  allowed('renderer/features/samples/ok18.ts', '../../../shared/domain/samples'),
  allowed('test/ok19.ts', '../db/open'),
  { file: 'electron/cli/ok20.ts', source: "console.log('a result')\n" },
  { file: 'electron/vite.config.ts', source: 'export default {}\n' },
  { file: 'test/ok21.ts', source: functionOf(100) },
]

interface Finding {
  readonly file: string
  readonly rule: string
  readonly message: string
}

/** What the project's own linter, with the project's own rules, says about a folder of samples. */
async function lint(samples: readonly Sample[]): Promise<Finding[]> {
  const dir = await mkdtemp(join(tmpdir(), 'starboard-boundaries-'))
  try {
    for (const config of ['.oxlintrc.json', 'tsconfig.json', 'tsconfig.base.json']) {
      await cp(join(root, config), join(dir, config))
    }
    for (const folder of ['shared', 'db', 'electron', 'renderer', 'test']) {
      await cp(join(root, folder, 'tsconfig.json'), join(dir, folder, 'tsconfig.json'))
    }
    await symlink(join(root, 'node_modules'), join(dir, 'node_modules'), 'junction')
    for (const { file, source } of samples) {
      await mkdir(dirname(join(dir, file)), { recursive: true })
      await writeFile(join(dir, file), source)
    }
    return await runLinter(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

function runLinter(dir: string): Promise<Finding[]> {
  return new Promise((settle, reject) => {
    const args = [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json']
    execFile(process.execPath, args, { cwd: dir, maxBuffer: 1 << 26 }, (_error, stdout, stderr) => {
      try {
        // The linter's documented report: its exit code only says that there are findings.
        const report = JSON.parse(stdout) as {
          diagnostics: { filename: string; code: string; message: string; help?: string }[]
        }
        settle(
          report.diagnostics.map(({ filename, code, message, help }) => ({
            file: filename.replaceAll('\\', '/'),
            rule: code,
            message: `${message} ${help ?? ''}`,
          })),
        )
      } catch {
        reject(new Error(`oxlint gave no report: ${stdout}${stderr}`))
      }
    })
  })
}

describe('a planted violation is named by the linter', () => {
  let findings: readonly Finding[] = []
  beforeAll(async () => {
    findings = await lint([
      ...VIOLATIONS,
      { file: 'shared/cycle-b.ts', source: "import { a } from './cycle-a'\nexport const b = () => a\n" },
    ])
  }, 60_000)

  test.each(VIOLATIONS)('$file: $rule $because', ({ file, rule, because }) => {
    expect(findings.filter((finding) => finding.file === file)).toContainEqual({
      file,
      rule,
      message: expect.stringContaining(because),
    })
  })
})

test('code that keeps to the boundaries passes', async () => {
  expect(await lint(CLEAN)).toEqual([])
}, 60_000)
