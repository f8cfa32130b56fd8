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

/** The rates one uses every day come first. */
const USUAL = ['FR_20', 'FR_10', 'FR_5_5', 'FR_2_1']

/** Codes begin by their territory; a company sees those of its own. */
export type Territory = 'metropole' | 'corse' | 'dom'

export function territoryOf(postcode: string): Territory {
  if (/^97[124]/.test(postcode)) return 'dom'
  return postcode.startsWith('20') ? 'corse' : 'metropole'
}

export function useVat(territory: Territory = 'metropole') {
  const locale = useLocale()
  const { data } = useQuery(vat.treatments.queryOptions({ input: {}, staleTime: Infinity }))
  return useMemo(() => {
    const rows = data?.rows ?? []
    const choices = rows.map((row): VatChoice & { here: boolean } => {
      const label = textsOf(row.label, locale)
      const taxed = row.category === 'S'
      return {
        code: row.code,
        label,
        taxed,
        short: taxed ? formatRate(row.rate, locale) : label,
        here: row.territories.includes(territory),
      }
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
      /** Of everywhere: to name what a document holds. */
      all: choices,
      /** Of here, for menus. */
      choices: choices.filter(({ here }) => here).toSorted((a, b) => rank(a) - rank(b)),
      vatOf: (code: string) => byCode.get(code),
      wordingOf: (code: string) => {
        const wording = rows.find((row) => row.code === code)?.wording
        return wording ? textsOf(wording, locale) : undefined
      },
    }
  }, [data, locale, territory])
}

export type Vat = ReturnType<typeof useVat>
