import { describe, expect, it } from 'vitest'
import { addDays, parseDay } from '#core/day'
import { holdProblem, isExpectedOf, isOnHold, mayAnswer } from './waiting.ts'

const today = parseDay('2026-04-20')

describe('a line put off', () => {
  it('is back on the day itself, and until then by an open question too', () => {
    const nothing = { heldUntil: null, openQuestionId: null }
    expect(isOnHold(nothing, today)).toBe(false)
    expect(isOnHold({ ...nothing, heldUntil: parseDay('2026-04-21') }, today)).toBe(true)
    expect(isOnHold({ ...nothing, heldUntil: today }, today)).toBe(false)
    expect(isOnHold({ heldUntil: today, openQuestionId: 'q' }, today)).toBe(true)
  })

  it('never comes back later once it is back', () => {
    for (let days = -3; days <= 3; days += 1) {
      const wait = { heldUntil: addDays(today, days), openQuestionId: null }
      if (!isOnHold(wait, today)) expect(isOnHold(wait, addDays(today, 1))).toBe(false)
    }
  })

  it.each([
    ['2026-04-19', 'hold_day_past'],
    ['2026-04-20', 'hold_day_past'],
    ['2026-04-21', undefined],
    ['2027-04-21', undefined],
    ['2027-04-22', 'hold_day_far'],
  ])('until %s: %s', (until, problem) => {
    expect(holdProblem(parseDay(until), today)).toBe(problem)
  })
})

describe('a question', () => {
  const writer = { personId: 'maud', mayMatch: true }
  const reader = { personId: 'yann', mayMatch: false }

  it('to a colleague is expected of them alone; to anybody, of those who may match, but for who asked', () => {
    expect(isExpectedOf(reader, { askedBy: 'maud', askedOf: 'yann' })).toBe(true)
    expect(isExpectedOf(writer, { askedBy: 'maud', askedOf: 'yann' })).toBe(false)
    expect(isExpectedOf(writer, { askedBy: 'maud', askedOf: null })).toBe(false)
    expect(isExpectedOf({ ...writer, personId: 'loïc' }, { askedBy: 'maud', askedOf: null })).toBe(true)
    expect(isExpectedOf(reader, { askedBy: 'maud', askedOf: null })).toBe(false)
  })

  it('is answered by a colleague who may match, and by a reader who was asked; not by who asked', () => {
    expect(mayAnswer({ ...writer, personId: 'loïc' }, { askedBy: 'maud', askedOf: 'yann' })).toBe(true)
    expect(mayAnswer(reader, { askedBy: 'maud', askedOf: 'yann' })).toBe(true)
    expect(mayAnswer(reader, { askedBy: 'maud', askedOf: null })).toBe(false)
    expect(mayAnswer(reader, { askedBy: 'maud', askedOf: 'loïc' })).toBe(false)
    expect(mayAnswer(writer, { askedBy: 'maud', askedOf: 'yann' })).toBe(false)
    expect(mayAnswer(writer, { askedBy: null, askedOf: null })).toBe(true)
  })
})
