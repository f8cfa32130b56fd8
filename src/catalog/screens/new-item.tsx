import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { focusFirstError } from '#ui/form'
import { useTexts } from '#ui/locale'
import { useSave } from '#ui/save'
import { catalog } from './api.tsx'
import { emptyItem, ItemFields, type ItemValues } from './item-fields.tsx'
import { catalogTexts } from './texts.ts'

export function NewItem({ onCreated }: { onCreated: (id: string) => void }) {
  const texts = useTexts(catalogTexts)
  const form = useForm<ItemValues>({ initialValues: emptyItem() })
  const { save, saving } = useSave(catalog.create.mutationOptions(), {
    form,
    refreshes: [catalog.key()],
    onSaved: ({ id }) => onCreated(id),
  })
  return (
    <form onSubmit={form.onSubmit((values) => save(values), focusFirstError(form))} noValidate>
      <ItemFields form={form} />
      <Button type="submit" loading={saving} mt="lg">
        {texts.create}
      </Button>
    </form>
  )
}
