/** A digest as people compare it: its first sixteen digits, in groups of four. */
export function shortDigest(sha256: string): string {
  return sha256.slice(0, 16).replaceAll(/(.{4})(?=.)/gu, '$1 ')
}
