import { Button, Stack, Text, Title } from '@mantine/core'
import { useTexts } from '#ui/locale'
import { uiTexts } from '#ui/texts'

export function NotFound() {
  const texts = useTexts(uiTexts)
  return (
    <Stack align="center" gap="sm" py={64} px="md">
      <Title order={1} size="h2">
        {texts.notFoundTitle}
      </Title>
      <Text c="dimmed">{texts.notFound}</Text>
      <Button component="a" href="/" variant="default" mt="sm">
        {texts.goHome}
      </Button>
    </Stack>
  )
}
