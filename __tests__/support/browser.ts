/** Opens a page of the embedded Entra and presses a button of it, as a person in a browser. Returns the page that follows. */
export async function press(url: string, button: 'Accept' | 'Decline'): Promise<string> {
  const html = await (await fetch(url)).text();
  const forms = [...html.matchAll(/<form name="(\w+)" method="post" action="([^"]*)">(.*?)<\/form>/g)];
  const [, , action, content = ''] = forms.find(([, name]) => name === button.toLowerCase()) ?? [];
  if (action === undefined) throw new Error(`there is no button ${button}: ${html}`);
  const inputs = [...content.matchAll(/name="([^"]*)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(inputs.map(([, name = '', value = '']) => [unescaped(name), unescaped(value)]));
  const target = action === '' ? url : unescaped(action);
  return (await fetch(target, { method: 'POST', body: new URLSearchParams(fields) })).text();
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
