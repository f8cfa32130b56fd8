/** The VAT treatments of the day, for menus and sums. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type BasisPoints, isRateText, parseRate } from '#core/quantity'
import { formatRate, textsOf } from '#core/text'
import { useLocale } from '#ui/locale'
import type { LineVat } from '../rules/totals.ts'
import { vat } from './api.tsx'

export type VatChoice = {
  readonly code: string
  /** `20 %`, or the case in words. */
  readonly short: string
  readonly label: string
  readonly taxed: boolean
}

/** The usual rates first; where one lives decides which are usual, and codes of other territories come last. */
const USUAL = ['FR_20', 'FR_10', 'FR_5_5', 'FR_2_1']

export function useVat() {
  const locale = useLocale()
  const { data } = useQuery(vat.treatments.queryOptions({ input: {}, staleTime: Infinity }))
  return useMemo(() => {
    const rows = data?.rows ?? []
    const choices = rows.map((row): VatChoice => {
      const label = textsOf(row.label, locale)
      const taxed = row.category === 'S'
      return { code: row.code, label, taxed, short: taxed ? formatRate(row.rate, locale) : label }
    })
    const rank = ({ code, taxed }: VatChoice): number => (USUAL.includes(code) ? USUAL.indexOf(code) : taxed ? 200 : 100)
    const byCode = new Map(
      rows.map((row): [string, LineVat] => [
        row.code,
        {
          code: row.code,
          category: row.category as LineVat['category'],
          rateBasisPoints: isRateText(row.rate) ? parseRate(row.rate) : (0 as BasisPoints),
          ...(row.category === 'S' ? {} : { exemptionCode: row.code }),
        },
      ]),
    )
    return {
      choices: choices.toSorted((a, b) => rank(a) - rank(b)),
      vatOf: (code: string) => byCode.get(code),
      wordingOf: (code: string) => {
        const wording = rows.find((row) => row.code === code)?.wording
        return wording ? textsOf(wording, locale) : undefined
      },
    }
  }, [data, locale])
}

export type Vat = ReturnType<typeof useVat>
