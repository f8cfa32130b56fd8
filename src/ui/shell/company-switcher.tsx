import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react'
import { useTexts } from '../locale.tsx'
import { useSession } from '../session.tsx'
import { uiTexts } from '../texts.tsx'
import classes from './top-bar.module.css'

/** Another company is another world: its page loads afresh, so nothing of the first can be shown under the second. */
export function CompanySwitcher() {
  const texts = useTexts(uiTexts)
  const { company, companies } = useSession()
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.company} aria-label={`${company.name}. ${texts.switchCompany}`}>
          <span className={classes.companyName}>{company.name}</span>
          <IconSelector size={16} stroke={1.5} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{texts.switchCompany}</Menu.Label>
        {companies.map(({ slug, name }) => (
          <Menu.Item key={slug} component="a" href={`/${slug}`} rightSection={slug === company.slug && <IconCheck size={16} aria-hidden />}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" href="/bienvenue" leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}>
          {texts.addCompany}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
