import { Anchor, Button, Group } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from '@tanstack/react-router'
import { focusFirstError } from '#ui/form'
import { useTexts } from '#ui/locale'
import { PageHeader } from '#ui/page-header'
import { useSave } from '#ui/save'
import { customers } from './api.tsx'
import { CustomerFields } from './form.tsx'
import { customerInput, type CustomerValues, emptyCustomer } from './form-values.ts'
import { newCustomerRoute } from './routes.tsx'
import { customerTexts } from './texts.ts'
import { formTexts } from './texts-form.ts'

export function NewCustomerPage() {
  const texts = useTexts(formTexts)
  const listTexts = useTexts(customerTexts)
  const { company } = newCustomerRoute.useParams()
  const navigate = newCustomerRoute.useNavigate()
  const form = useForm<CustomerValues>({ initialValues: emptyCustomer() })
  const { save, saving } = useSave(customers.create.mutationOptions(), {
    form,
    refreshes: [customers.key()],
    onSaved: ({ id }) => void navigate({ to: '/$company/clients/$id', params: { company, id }, search: { onglet: 'coordonnees' } }),
  })
  return (
    <div style={{ maxWidth: 880 }}>
      <PageHeader
        title={texts.title}
        summary={texts.summary}
        back={
          <Anchor component={Link} to={`/${company}/clients`} size="xs">
            {listTexts.back}
          </Anchor>
        }
      />
      <form onSubmit={form.onSubmit((values) => save(customerInput(values)), focusFirstError(form))} noValidate>
        <CustomerFields form={form} />
        <Group mt="xl" gap="sm">
          <Button type="submit" loading={saving}>
            {texts.create}
          </Button>
          <Button component={Link} to={`/${company}/clients`} variant="subtle" color="gray">
            {texts.cancel}
          </Button>
        </Group>
      </form>
    </div>
  )
}
