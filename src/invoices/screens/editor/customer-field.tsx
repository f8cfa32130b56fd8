/** Who buys: looked for by name, town or SIREN, created in place when new, printed as on paper once chosen. */
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { focusOnArrival } from '#ui/focus'
import { useTexts } from '#ui/locale'
import { SearchCombobox } from '#ui/search-combobox'
import { useCan } from '#ui/session'
import { customers } from '../api.tsx'
import { BuyerLines } from '../paper/party.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './customer-field.module.css'
import { NewCustomer } from './new-customer.tsx'
import type { Draft } from './use-draft.tsx'

/** Enough to see one's own without scrolling; more letters find the others. */
const PROPOSED = 8

type FoundCustomer = Awaited<ReturnType<typeof customers.list.call>>['rows'][number]

export function CustomerField({ draft, onNext }: { draft: Draft; onNext: () => void }) {
  const texts = useTexts(documentTexts)
  const mayCreate = useCan('customers:write')
  const [changing, setChanging] = useState(false)
  const [creating, setCreating] = useState<string>()
  const { customerId } = draft.values
  const choose = (id: string) => {
    draft.change({ customerId: id })
    setChanging(false)
    setCreating(undefined)
    onNext()
  }
  if (creating !== undefined) {
    return <NewCustomer name={creating} onCreated={(created) => choose(created.id)} onCancel={() => setCreating(undefined)} />
  }
  if (customerId !== null && !changing) {
    return (
      <div data-field="customerId" className={classes.chosen}>
        <ChosenCustomer draft={draft} customerId={customerId} />
        {draft.kind === 'invoice' && (
          <Button size="compact-xs" variant="subtle" onClick={() => setChanging(true)} className="no-print">
            {texts.changeCustomer}
          </Button>
        )}
      </div>
    )
  }
  return (
    <div data-field="customerId">
      <SearchCombobox<FoundCustomer>
        aria-label={texts.customer}
        placeholder={texts.findCustomer}
        inputRef={focusOnArrival}
        error={draft.errorOf('customerId')}
        queryKey={[['customers', 'search']]}
        search={async (typed, signal) =>
          (await customers.list.call({ limit: PROPOSED, ...(typed !== '' && { search: typed }) }, { signal })).rows
        }
        idOf={({ id }) => id}
        render={(row) => <FoundLine row={row} />}
        onChoose={({ id }) => choose(id)}
        {...(mayCreate && { create: { label: texts.createCustomer, run: setCreating } })}
      />
      {changing && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setChanging(false)} mt={4}>
          {texts.keepCustomer}
        </Button>
      )}
    </div>
  )
}

function FoundLine({ row }: { row: FoundCustomer }) {
  const texts = useTexts(documentTexts)
  return (
    <div className={classes.found}>
      <div>
        <div>{row.name}</div>
        <Text size="xs" c="dimmed">
          {[row.city, row.code].filter(Boolean).join(' · ')}
        </Text>
      </div>
      {row.daysLate > 0 && <span className={classes.late}>{texts.lateSince(row.daysLate)}</span>}
    </div>
  )
}

/** Shown at once from what the list already knows; the server's answer completes it. */
function ChosenCustomer({ customerId, draft }: { customerId: string; draft: Draft }) {
  const texts = useTexts(documentTexts)
  const buyer = draft.invoice?.customerId === customerId ? draft.invoice.paper.buyer : null
  if (!buyer) return <Text c="dimmed">{texts.loadingCustomer}</Text>
  return <BuyerLines buyer={buyer} home={draft.paper?.seller.address.country ?? 'FR'} />
}
