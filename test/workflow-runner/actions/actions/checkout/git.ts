import { execFileSync } from 'node:child_process';

/** Runs git in a folder; its answer without the last line break. Throws an Error with what git said. */
export function git(folder: string, ...words: string[]): string {
  try {
    return execFileSync('git', words, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trimEnd();
  } catch (error) {
    const { stderr } = error as { stderr: string };
    throw new Error(`git ${words[0]}: ${stderr.trim()}`, { cause: error });
  }
}
