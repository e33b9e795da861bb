import { describe, expect, test } from 'vitest'

import { VERBS } from '../../electron/cli/verbs'
import { commandOf } from '../../electron/cli/parse'
import { documentOf, starboard } from './support'

describe('help', () => {
  test('lists every command, every global option and every exit code', async () => {
    const { code, out } = await starboard(['--help'])
    expect(code).toBe(0)
    for (const verb of VERBS) {
      expect(out).toContain(`${commandOf(verb)} ${verb.words}`.trim())
    }
    for (const text of ['--workspace FILE', '--json', '--version', '0  done', '6  made by a newer version']) {
      expect(out).toContain(text)
    }
  })

  test('is what a call without a word gets', async () => {
    expect((await starboard([])).out).toBe((await starboard(['--help'])).out)
  })

  test.each(VERBS.map((verb) => [commandOf(verb), verb] as const))(
    'describes "%s" with all of its options',
    async (command, verb) => {
      const { code, out } = await starboard([...command.split(' '), '--help'])
      expect(code).toBe(0)
      expect(out).toContain(`Usage: starboard ${command}`)
      expect(out.toLowerCase()).toContain(verb.summary.toLowerCase())
      for (const [name, option] of Object.entries(verb.options)) {
        expect(out).toContain(`--${name}`)
        expect(out).toContain(option.help)
      }
    },
  )

  test.each([...new Set(VERBS.map((verb) => verb.noun))])('describes the noun "%s"', async (noun) => {
    const { code, out } = await starboard([noun, '--help'])
    expect(code).toBe(0)
    expect(out).toContain(`starboard ${noun}`)
  })

  test('also comes as "help NOUN VERB"', async () => {
    expect((await starboard(['help', 'workspace', 'create'])).out).toBe(
      (await starboard(['workspace', 'create', '--help'])).out,
    )
  })
})

test('--version prints the version', async () => {
  expect(await starboard(['--version'])).toEqual({ code: 0, out: '1.2.3\n', log: '' })
})

describe('wrong usage ends with 2, says what is wrong on stderr and prints nothing on stdout', () => {
  test.each([
    [['frobnicate'], 'there is no command "frobnicate"'],
    [['workspace'], '"workspace" needs one of: create, info'],
    [['workspace', 'explode'], '"workspace" cannot "explode"'],
    [['workspace', 'create'], '"workspace create" needs FILE'],
    [['workspace', 'create', 'a', 'b'], '"b" is too much'],
    [['workspace', 'create', 'a', '--demo', 'huge'], '--demo takes one of small, agency, large, not "huge"'],
    [['workspace', 'create', 'a', '--demo', 'small', '--seed', '-1'], '--seed'],
    [['workspace', 'info'], 'add --workspace FILE or set STARBOARD_WORKSPACE'],
    [['shops', 'add', '--name', 'A', '--workspace', 'w'], '"shops add" needs --market CODE'],
    [['shops', 'list', '--colour', 'red', '--workspace', 'w'], "Unknown option '--colour'"],
    [['shops', 'list', 'all', '--workspace', 'w'], '"shops list" takes no word like "all"'],
    [['import', '--shop', 'A', '--workspace', 'w'], '"import" needs PATH...'],
    [['import', 'a.csv', '--workspace', 'w'], '"import" needs --shop NAME_OR_ID'],
    [['report', 'roi', '--workspace', 'w'], '"report roi" needs --by'],
    [
      ['export', 'creators', '--format', 'pdf', '--to', 'x', '--workspace', 'w'],
      '--format takes one of csv, xlsx, json, parquet',
    ],
  ])('%j', async (args, message) => {
    const { code, out, log } = await starboard(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(log).toContain(message)
  })

  test('with --json the failure is the one document on stdout', async () => {
    const ran = await starboard(['shops', 'add', '--json', '--name', 'A', '--workspace', 'w'])
    expect(ran.code).toBe(2)
    expect(ran.log).toBe('')
    expect(documentOf(ran)).toEqual({
      error: { code: 'usage', message: '"shops add" needs --market CODE', details: { command: 'shops add' } },
    })
  })
})
