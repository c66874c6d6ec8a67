export { githubAccess } from './github-access.ts';
export { type Access, type GitServer, type GitServerOptions, startGitServer } from './server.ts';
