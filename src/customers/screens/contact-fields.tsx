import { ActionIcon, Button, Checkbox, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { Section } from '#ui/facts'
import { useTexts } from '#ui/locale'
import classes from './contact-fields.module.css'
import type { CustomerForm } from './form.tsx'
import { newContact, ROLES } from './form-values.ts'
import { formTexts } from './texts-form.ts'

/** The people of a customer, and which messages each receives. */
export function ContactFields({ form }: { form: CustomerForm }) {
  const texts = useTexts(formTexts)
  const { contacts } = form.values
  return (
    <Section title={texts.contacts}>
      <Stack gap={0}>
        {contacts.map((contact, index) => (
          <Contact key={contact.key} form={form} index={index} />
        ))}
      </Stack>
      <Button
        variant="subtle"
        leftSection={<IconPlus size={16} aria-hidden />}
        mt="sm"
        onClick={() => form.insertListItem('contacts', newContact(contacts.length === 0 ? ['buyer', 'accounts_payable'] : []))}
      >
        {texts.addContact}
      </Button>
    </Section>
  )
}

function Contact({ form, index }: { form: CustomerForm; index: number }) {
  const texts = useTexts(formTexts)
  const path = `contacts.${index}` as const
  const name = form.values.contacts[index]?.name ?? ''
  return (
    <div className={classes.contact}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
        <TextInput label={texts.contactName} autoComplete="off" {...form.getInputProps(`${path}.name`)} />
        <TextInput type="email" label={texts.email} autoComplete="off" {...form.getInputProps(`${path}.email`)} />
        <TextInput type="tel" label={texts.phone} autoComplete="off" {...form.getInputProps(`${path}.phone`)} />
      </SimpleGrid>
      <Group justify="space-between" align="flex-end" mt="md" wrap="nowrap">
        <Checkbox.Group label={texts.roles} {...form.getInputProps(`${path}.roles`)}>
          <Group gap="md" mt={4}>
            {ROLES.map((role) => (
              <Checkbox key={role} value={role} label={texts.roleNames[role]} />
            ))}
          </Group>
        </Checkbox.Group>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={texts.removeContact(name)}
          onClick={() => form.removeListItem('contacts', index)}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
    </div>
  )
}
