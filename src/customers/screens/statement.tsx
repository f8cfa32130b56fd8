import { Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { statementsContract } from '#statements/contract'
import { apiOf } from '#ui/api'
import { download } from '#ui/download'
import { useTexts } from '#ui/locale'
import { notifyRefused } from '#ui/notify'
import type { Customer } from './api.tsx'
import { customerTexts } from './texts.ts'

const statements = apiOf('statements', statementsContract)

/** The statement of account as of today, ready to be sent. */
export function StatementItem({ customer: { code, id }, icon }: { customer: Customer; icon: ReactNode }) {
  const texts = useTexts(customerTexts)
  const { mutate } = useMutation({
    mutationFn: () => statements.pdf.call({ customerId: id }),
    onSuccess: (file) => download(file, file instanceof File && file.name !== '' ? file.name : `${code}.pdf`),
    onError: notifyRefused,
  })
  return (
    <Menu.Item leftSection={icon} onClick={() => mutate()}>
      {texts.statement}
    </Menu.Item>
  )
}
