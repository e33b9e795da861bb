/** What a step about a record is called for people. */

const SUBJECT_FIELDS = ['name', 'handle', 'title', 'productId', 'day', 'market', 'id']

export function subjectOf(fields: Readonly<Record<string, unknown>>): string {
  const field = SUBJECT_FIELDS.find((candidate) => fields[candidate] !== undefined && fields[candidate] !== null)
  return field === undefined ? '' : String(fields[field])
}
