import { Button, Group } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { showRefusal } from '#ui/form'
import { useTexts } from '#ui/locale'
import { notifyDone, undoOffer } from '#ui/notify'
import { SaveState, useAutosave, useSave } from '#ui/save'
import { useCan } from '#ui/session'
import { catalog, type Item } from './api.tsx'
import { ItemFields, itemValues, type ItemValues } from './item-fields.tsx'
import { catalogTexts } from './texts.ts'

/** One item beside the list: saves by itself. */
export function ItemPanel({ item }: { item: Item }) {
  const texts = useTexts(catalogTexts)
  const mayChange = useCan('catalog:write')
  const queries = useQueryClient()
  const version = useRef(item.version)
  const form = useForm<ItemValues>({ initialValues: itemValues(item) })
  const save = async (values: ItemValues) => {
    const saved = await catalog.save.call({ ...values, id: item.id, version: version.current })
    version.current = saved.version
    await queries.invalidateQueries({ queryKey: catalog.list.key() })
  }
  const progress = useAutosave(form.values, save, (error) => showRefusal(form, error))
  const restore = useSave(catalog.archive.mutationOptions(), { refreshes: [catalog.key()] })
  const archive = useSave(catalog.archive.mutationOptions(), {
    refreshes: [catalog.key()],
    onSaved: ({ id, name }) =>
      notifyDone(
        texts.archivedDone(name),
        undoOffer(() => restore.save({ id, archived: false })),
      ),
  })
  return (
    <>
      <fieldset disabled={!mayChange} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <ItemFields form={form} />
      </fieldset>
      <Group justify="space-between" mt="lg">
        {mayChange && !item.archived && (
          <Button variant="subtle" color="gray" loading={archive.saving} onClick={() => archive.save({ id: item.id })}>
            {texts.archive}
          </Button>
        )}
        {mayChange && item.archived && (
          <Button variant="default" loading={restore.saving} onClick={() => restore.save({ id: item.id, archived: false })}>
            {texts.restore}
          </Button>
        )}
        <SaveState progress={progress} />
      </Group>
    </>
  )
}
