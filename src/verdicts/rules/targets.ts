/** Names that people and programs type for what an invoice can be written as, and for what a PDF can announce. */
import type { ConformanceLevel, Profile, Syntax } from '#einvoice'

export const LEVELS = {
  minimum: 'MINIMUM',
  'basic-wl': 'BASIC WL',
  basic: 'BASIC',
  en16931: 'EN 16931',
  extended: 'EXTENDED',
} as const satisfies Readonly<Record<string, ConformanceLevel>>

export const TARGETS = {
  cii: 'CII',
  ubl: 'UBL',
  ...LEVELS,
  ctc: 'EXTENDED-CTC-FR',
} as const satisfies Readonly<Record<string, Syntax | Profile>>

export type Level = keyof typeof LEVELS
export type Target = keyof typeof TARGETS

export const LEVEL_NAMES = Object.keys(LEVELS) as [Level, ...Level[]]
export const TARGET_NAMES = Object.keys(TARGETS) as [Target, ...Target[]]
