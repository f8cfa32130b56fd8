import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DECODERS } from './decoders.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const decode = (name: string, packed: Uint8Array, limit = 1_000_000) =>
  Buffer.from(DECODERS.get(name)?.(packed, limit) ?? bytes('no decoder'))

describe('the compressions of old PDFs are undone', () => {
  test('the LZW example of the standard (§7.4.4.2)', () => {
    expect([...decode('LZWDecode', Buffer.from('800b6050220c0c8501', 'hex'))]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
  })

  test('base 85, with its z and its blanks', () => {
    expect(decode('ASCII85Decode', bytes('87cUR D]i,"Ebo7~>')).toString()).toBe('Hello World')
    expect([...decode('ASCII85Decode', bytes('z!!~>'))]).toEqual([0, 0, 0, 0, 0])
  })

  test('hexadecimal, odd digits filled with zero', () => {
    expect(decode('ASCIIHexDecode', bytes('48 65 6c6C 6f 7>')).toString()).toBe('Hellop')
  })

  test('runs', () => {
    expect(decode('RunLengthDecode', Buffer.from([2, 65, 66, 67, 254, 90, 128, 1])).toString()).toBe('ABCZZZ')
  })

  test('a run that would fill the machine is refused', () => {
    const bomb = Buffer.concat(Array.from({ length: 1000 }, () => Buffer.from([129, 0])))
    expect(() => decode('RunLengthDecode', bomb, 10_000)).toThrow('pdf_too_large')
    expect(() => decode('ASCII85Decode', bytes('z'.repeat(5000)), 10_000)).toThrow('pdf_too_large')
  })

  test('any bytes are unpacked or refused, never more than the limit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DECODERS.keys()), fc.uint8Array({ maxLength: 500 }), (name, packed) => {
        try {
          expect(decode(name, packed, 2000).length).toBeLessThanOrEqual(2000)
        } catch (error) {
          expect(String(error)).toMatch(/pdf_too_large|pdf_unreadable/)
        }
      }),
    )
  })
})
