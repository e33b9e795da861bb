/** What people call a reason of a grade: their own name for it, else the app's word. */

import { type GradeReason, SHIPPED_GRADE_REASONS } from '../../../shared/domain/grades'
import type { useText } from '../../messages/i18n'

export function reasonName({ key, name }: GradeReason, t: ReturnType<typeof useText<'reviews'>>): string {
  const shipped = SHIPPED_GRADE_REASONS.find((known) => known === key)
  return name ?? (shipped ? t(`grade.names.${shipped}`) : key)
}
