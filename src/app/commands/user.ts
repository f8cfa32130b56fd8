import { createSignInLink, resetPassword } from '#people'
import type { Command } from '../cli.ts'
import { openInstallation } from '../open.ts'
import { print, say } from './say.ts'

export const userCommand: Command = {
  usage: 'user link|reset <e-mail>',
  fr: 'donne un lien de connexion à usage unique ; reset oublie aussi le mot de passe et les sessions',
  en: 'gives a one-time sign-in link; reset also forgets the password and the sessions',
  run: async ([action, email]) => {
    const act = action === 'link' ? createSignInLink : action === 'reset' ? resetPassword : undefined
    if (act === undefined || email === undefined) {
      print(`encours ${userCommand.usage}`)
      return 2
    }
    const installation = await openInstallation()
    try {
      const link = await act(installation.database, email, new Date())
      if (link === undefined) {
        print(say(`Personne n’a l’adresse ${email}.`, `Nobody has the address ${email}.`))
        return 1
      }
      print(`${installation.config.publicUrl ?? `http://localhost:${installation.config.port}`}${link}`)
      return 0
    } finally {
      await installation.close()
    }
  },
}
