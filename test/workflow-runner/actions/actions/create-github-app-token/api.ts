/** One call of GitHub's REST API. Throws an Error with its message when it refuses. */
export async function callApi(
  method: string,
  address: string,
  authorization: string,
  body?: object,
): Promise<Record<string, unknown>> {
  const response = await fetch(address, {
    method,
    headers: {
      authorization,
      accept: 'application/vnd.github+json',
      'user-agent': 'actions/create-github-app-token stand-in',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${method} ${new URL(address).pathname}: ${answer.message}`);
  return answer;
}
