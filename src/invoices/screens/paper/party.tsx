import { useLocale, useTexts } from '#ui/locale'
import type { Paper } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './party.module.css'

type Party = NonNullable<Paper['buyer']>

/** An address as the post wants it; the country only when it is another one. */
export function AddressLines({ address, home }: { address: Party['address']; home: string }) {
  const locale = useLocale()
  const country =
    address.country === home ? '' : (new Intl.DisplayNames([locale], { type: 'region' }).of(address.country) ?? address.country)
  const lines = [address.line1, address.line2, `${address.postcode} ${address.city}`.trim(), country].filter((line) => line !== '')
  return (
    <div className={classes.address}>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  )
}

const spaced = (siren: string): string => siren.replaceAll(/(\d{3})(?=\d)/g, '$1\u202F')

export function BuyerLines({ buyer, home }: { buyer: Party; home: string }) {
  const texts = useTexts(documentTexts)
  return (
    <div>
      <p className={classes.name}>{buyer.name}</p>
      <AddressLines address={buyer.address} home={home} />
      {buyer.siren && <p className={classes.identifier}>{texts.siren(spaced(buyer.siren))}</p>}
      {buyer.vatNumber && <p className={classes.identifier}>{texts.vatNumber(buyer.vatNumber)}</p>}
    </div>
  )
}
