import { explanationText } from '#src/cli/explanation-text.ts';
import type { ApiClient } from '#src/client/api-client.ts';
import type { Explanation } from '#src/http/schemas/explanation.ts';

interface Listed {
  readonly items: readonly { readonly links: { readonly explanation: string } }[];
}

/** The explanation of one sheet that was paid in part: the ones with something to explain. */
export async function explainOne(funds: readonly ApiClient[]): Promise<string> {
  for (const outcome of ['partial', 'approved', 'rejected']) {
    for (const fund of funds) {
      const { items } = await fund.get<Listed>(`/v1/care-sheets?outcome=${outcome}&limit=1`);
      const [first] = items;
      if (first === undefined) continue;
      const headers = { 'accept-language': 'en' };
      return explanationText(await fund.get<Explanation>(first.links.explanation, { headers }));
    }
  }
  return 'No care sheet was decided.';
}
