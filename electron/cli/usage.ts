/** The call itself is wrong: a word, an option or a value that no command takes. Exit code 2. */

export class UsageError extends Error {
  /** The command whose help is worth reading, as `import` or `workspace create`. */
  readonly command: string | null

  constructor(message: string, command: string | null = null) {
    super(message)
    this.name = 'UsageError'
    this.command = command
  }
}
