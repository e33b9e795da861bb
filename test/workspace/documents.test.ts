/** What documents leave out because no font of theirs has it. */

import { expect, test } from 'vitest'

import { hasGaps, withoutPictures } from '../../electron/workspace/documents/pdf'

test('pictures in a name go with all they are made up of, its letters stay', () => {
  expect(withoutPictures('Mia 👩🏽‍🔬 Glow ❤️✨')).toBe('Mia Glow')
  expect(withoutPictures('🇹🇭 ดาว 5️⃣')).toBe('ดาว 5')
  expect(withoutPictures('王芳 (Wang) #1 *')).toBe('王芳 (Wang) #1 *')
  expect(withoutPictures('🔥')).toBe('')
})

test('scripts without letters in the fonts are told', () => {
  expect(['ดาว', '한국', 'مرحبا'].map(hasGaps)).toEqual([true, true, true])
  expect(['王芳', 'Nguyễn', 'Müller'].map(hasGaps)).toEqual([false, false, false])
})
