import { getOctokit } from '@actions/github';
import type { GitHubApi } from './index.ts';
import type { MintOptions, Permissions } from './tokens.ts';

export const place = { owner: 'octo', repo: 'models' };

export const EVERYTHING: Permissions = {
  actions: 'write',
  attestations: 'write',
  checks: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  'pull-requests': 'write',
  statuses: 'write',
};

/** The client of the actions, as it is: nothing but the address is another. */
export function client(
  api: GitHubApi,
  permissions: Permissions = EVERYTHING,
  options: Omit<MintOptions, 'permissions'> = {},
) {
  const octokit = getOctokit(api.mintToken({ permissions, ...options }), { baseUrl: api.url });
  return {
    ...octokit.rest,
    paginate: octokit.paginate,
    request: octokit.request,
    upload: (uploadUrl: string, name: string, data: Buffer) =>
      octokit.request({
        method: 'POST',
        url: `${uploadUrl.replace(/\{.*\}$/, '')}?name=${encodeURIComponent(name)}`,
        data,
        headers: { 'content-type': 'application/octet-stream' },
      }),
  };
}

/** Status and text of a refusal; fails when there is none. */
export async function refusal(call: Promise<unknown>): Promise<[number, string]> {
  try {
    await call;
  } catch (error) {
    const { status, response, message } = error as {
      status: number;
      message: string;
      response?: { data?: { message?: string; errors?: { code?: string; message?: string }[] } };
    };
    const [first] = response?.data?.errors ?? [];
    return [status, first?.message ?? first?.code ?? response?.data?.message ?? message];
  }
  throw new Error('the call was answered');
}
