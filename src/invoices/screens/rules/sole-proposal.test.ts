import { expect, it } from 'vitest'
import { soleProposal } from './sole-proposal.ts'

const proposed = [{ name: 'Pose de bardage' }, { name: 'Bardage mélèze 21 mm' }, { name: 'Évacuation' }]

it('is the only name that holds what is typed, accents and capitals aside', () => {
  expect(soleProposal(proposed, 'MELEZE')).toBe(1)
  expect(soleProposal(proposed, ' évac ')).toBe(2)
})

it('is none when several names, or none, hold it', () => {
  expect(soleProposal(proposed, 'bardage')).toBeUndefined()
  expect(soleProposal(proposed, 'gouttière')).toBeUndefined()
  expect(soleProposal(proposed, ' ')).toBeUndefined()
})
