import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { showRefusal } from '#ui/form'
import { SaveState, useAutosave } from '#ui/save'
import { useCan } from '#ui/session'
import { type Customer, customers } from './api.tsx'
import { CustomerFields } from './form.tsx'
import { customerInput, customerValues, type CustomerValues } from './form-values.ts'

/** Who they are and how to reach them: saves by itself. */
export function CustomerDetails({ customer }: { customer: Customer }) {
  const mayChange = useCan('customers:write')
  const queries = useQueryClient()
  const version = useRef(customer.version)
  const form = useForm<CustomerValues>({ initialValues: customerValues(customer) })
  const save = async (values: CustomerValues) => {
    const saved = await customers.save.call({ ...customerInput(values), id: customer.id, version: version.current })
    version.current = saved.version
    queries.setQueryData(customers.get.queryKey({ input: { id: customer.id } }), saved)
    await queries.invalidateQueries({ queryKey: customers.list.key() })
  }
  const progress = useAutosave(form.values, save, (error) => showRefusal(form, error))
  return (
    <div style={{ maxWidth: 880 }}>
      <div style={{ display: 'flex', justifyContent: 'flex-end' }}>
        <SaveState progress={progress} />
      </div>
      <fieldset disabled={!mayChange} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <CustomerFields form={form} warnings={customer.warnings} />
      </fieldset>
    </div>
  )
}
