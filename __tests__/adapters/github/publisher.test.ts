import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Place, placeOf } from '../../../src/adapters/github/place.js';
import { githubPublisher } from '../../../src/adapters/github/publisher.js';
import type { Publication, PublicationPart } from '../../../src/ports/publisher.js';
import { firstOutputs } from '../../../src/reports/outputs.js';
import { publicationOf } from '../../../src/reports/publication.js';
import { inconclusive, promoted, rejected } from '../../reports/samples.js';

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** A GitHub that remembers what it was asked, and answers what the test put there. */
class FakeGithub {
  requests: Request[] = [];
  answers = new Map<string, { status: number; body: unknown }>();
  #server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const [method, url] = [request.method ?? '', request.url ?? ''];
      this.requests.push({ method, path: url, body: text === '' ? {} : JSON.parse(text) });
      const key = `${method} ${url.replace(/\?.*/, '')}`;
      const { status, body } = this.answers.get(key) ?? { status: 404, body: { message: 'Not Found' } };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  of(key: string): Request | undefined {
    return this.requests.find(({ method, path: url }) => `${method} ${url.replace(/\?.*/, '')}` === key);
  }
}

const github = new FakeGithub();
const folder = mkdtempSync(path.join(tmpdir(), 'sg-publish-'));
const [outputFile, summaryFile] = [path.join(folder, 'output'), path.join(folder, 'summary')];
const kept = { output: process.env['GITHUB_OUTPUT'], summary: process.env['GITHUB_STEP_SUMMARY'] };
let apiUrl = '';
let printed = '';
const write = process.stdout.write.bind(process.stdout);

beforeAll(async () => {
  apiUrl = await github.open();
  process.env['GITHUB_OUTPUT'] = outputFile;
  process.env['GITHUB_STEP_SUMMARY'] = summaryFile;
  process.stdout.write = (chunk: string | Uint8Array) => {
    printed += String(chunk);
    return true;
  };
});
afterAll(() => {
  process.stdout.write = write;
  github.close();
  rmSync(folder, { recursive: true });
  for (const [name, value] of [
    ['GITHUB_OUTPUT', kept.output],
    ['GITHUB_STEP_SUMMARY', kept.summary],
  ] as const) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});
beforeEach(() => {
  github.requests = [];
  github.answers.clear();
  printed = '';
  for (const file of [outputFile, summaryFile]) writeFileSync(file, '');
});

const place = (more: Partial<Place> = {}): Place => ({
  owner: 'acme',
  repo: 'shop',
  apiUrl,
  sha: 'a'.repeat(40),
  link: 'https://github.example/acme/shop/actions/runs/7',
  pullRequest: 12,
  from: undefined,
  ...more,
});

const everything = (report = rejected): Publication =>
  publicationOf(report, {
    environment: 'preview',
    summary: true,
    annotations: true,
    commentOnPr: true,
    checkRun: true,
    commitStatus: true,
    deploymentStatus: true,
    link: 'https://github.example/acme/shop/actions/runs/7',
    outputs: { report: 'out/report.json' },
  });

const publish = (publication: Publication, token: string | undefined, where = place()) =>
  githubPublisher({ place: async () => where, token, firstOutputs }).publish(publication, new AbortController().signal);

/** Outputs as the runner reads the file: the last of a name wins. */
function outputs(): Record<string, string> {
  const found = readFileSync(outputFile, 'utf8').matchAll(/^(.+?)<<(ghadelimiter_[\w-]+)\n(.*?)\n\2$/gms);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}

const repo = '/repos/acme/shop';
const comments = `${repo}/issues/12/comments`;

describe('outputs', () => {
  test('say inconclusive before anything ran, and the verdict afterwards', async () => {
    const publisher = githubPublisher({ place: async () => place(), token: undefined, firstOutputs });
    await publisher.begin();
    expect(outputs()['verdict']).toBe('inconclusive');
    await publisher.publish(everything(promoted), new AbortController().signal);
    expect(outputs()).toMatchObject({
      verdict: 'promote',
      'peak-replicas': '6',
      'redis-nodes': '12',
      report: 'out/report.json',
    });
  });

  test('that cannot be written end the run before it begins', async () => {
    process.env['GITHUB_OUTPUT'] = path.join(folder, 'missing');
    const begun = githubPublisher({ place: async () => place(), token: undefined, firstOutputs }).begin();
    await expect(begun).rejects.toMatchObject({ code: 'PUBLISH_FAILED' });
    process.env['GITHUB_OUTPUT'] = outputFile;
  });
});

describe('without a token', () => {
  test('the runner gets outputs, summary and annotations, and GitHub is asked nothing', async () => {
    const published = await publish(everything(), undefined);
    expect(Object.fromEntries(published.map(({ part, outcome }) => [part, outcome]))).toEqual({
      outputs: 'done',
      summary: 'done',
      annotations: 'done',
      comment: 'skipped',
      'check-run': 'skipped',
      'commit-status': 'skipped',
      'deployment-status': 'skipped',
    });
    expect(github.requests).toEqual([]);
    expect(readFileSync(summaryFile, 'utf8').split('\n')[0]).toContain('reject');
    expect(printed).toMatch(/^::error title=load%3A the HPA scales up by load::only 4 of 6/m);
    expect(printed).toMatch(/^::warning title=pdb-missing,file=k8s\/web.yaml,line=21,endLine=21,col=9,endColumn=18::/m);
  });
});

describe('the comment', () => {
  const list = (...bodies: readonly { id: number; body: string; user: { type: string; login: string } }[]) =>
    github.answers.set(`GET ${comments}`, { status: 200, body: bodies });
  const bot = { type: 'Bot', login: 'github-actions[bot]' };
  const only = (report = rejected): Publication => ({
    ...everything(report),
    checkRun: undefined,
    commitStatus: false,
    deployment: undefined,
  });
  const body = everything().comment?.body ?? '';
  const outcomeOf = async (where = place()) =>
    (await publish(only(), 'token', where)).find(({ part }) => part === 'comment');

  test('is written where there is none', async () => {
    list();
    github.answers.set(`POST ${comments}`, { status: 201, body: { html_url: 'https://c/1' } });
    expect(await outcomeOf()).toEqual({ part: 'comment', outcome: 'done', detail: 'https://c/1' });
    expect(github.of(`POST ${comments}`)?.body['body']).toBe(body);
  });

  test('is brought up to date where it is', async () => {
    list({ id: 5, body: 'hello', user: bot }, { id: 6, body, user: bot });
    github.answers.set(`PATCH ${repo}/issues/comments/6`, { status: 200, body: { html_url: 'https://c/6' } });
    expect(await outcomeOf()).toMatchObject({ outcome: 'done', detail: 'https://c/6' });
  });

  test('of somebody else is never changed, whatever marker it bears', async () => {
    list({ id: 6, body, user: { type: 'User', login: 'mallory' } });
    github.answers.set(`POST ${comments}`, { status: 201, body: { html_url: 'https://c/7' } });
    expect(await outcomeOf()).toMatchObject({ detail: 'https://c/7' });
  });

  test('of a person whose token it is, is brought up to date', async () => {
    list({ id: 6, body, user: { type: 'User', login: 'ann' } });
    github.answers.set('GET /user', { status: 200, body: { login: 'ann' } });
    github.answers.set(`PATCH ${repo}/issues/comments/6`, { status: 200, body: { html_url: 'https://c/6' } });
    expect(await outcomeOf()).toMatchObject({ detail: 'https://c/6' });
  });

  test('after a run of a fork goes to the pull request whose head it was, and to no other', async () => {
    const from = { owner: 'mallory', branch: 'patch' };
    github.answers.set(`GET ${repo}/pulls`, {
      status: 200,
      body: [
        { number: 3, head: { sha: 'b'.repeat(40) } },
        { number: 12, head: { sha: 'a'.repeat(40) } },
      ],
    });
    list();
    github.answers.set(`POST ${comments}`, { status: 201, body: { html_url: 'https://c/1' } });
    expect(await outcomeOf(place({ pullRequest: undefined, from }))).toMatchObject({ outcome: 'done' });
    expect(github.of(`GET ${repo}/pulls`)?.path).toContain('head=mallory%3Apatch');
  });

  test('is skipped where there is no pull request', async () => {
    expect(await outcomeOf(place({ pullRequest: undefined }))).toMatchObject({ outcome: 'skipped' });
  });

  test('that is refused says which permission is missing', async () => {
    github.answers.set(`GET ${comments}`, { status: 403, body: { message: 'Resource not accessible\n::error::x' } });
    const published = await outcomeOf();
    expect(published?.outcome).toBe('failed');
    expect(published?.detail).toContain('permissions: pull-requests: write');
    expect(published?.detail).not.toContain('\n');
  });
});

describe('checks and statuses', () => {
  beforeEach(() => {
    github.answers.set(`POST ${repo}/check-runs`, { status: 201, body: { id: 4, html_url: 'https://k/4' } });
    github.answers.set(`POST ${repo}/statuses/${'a'.repeat(40)}`, { status: 201, body: {} });
    github.answers.set(`POST ${repo}/deployments`, { status: 201, body: { id: 9 } });
    github.answers.set(`POST ${repo}/deployments/9/statuses`, { status: 201, body: {} });
  });

  test.each([
    ['promote', promoted, 'success', 'success'],
    ['reject', rejected, 'failure', 'failure'],
    ['inconclusive', inconclusive, 'action_required', 'error'],
  ] as const)('%s blocks or lets through', async (_, report, conclusion, state) => {
    await publish(everything(report), 'token');
    expect(github.of(`POST ${repo}/check-runs`)?.body).toMatchObject({
      conclusion,
      head_sha: 'a'.repeat(40),
      status: 'completed',
    });
    expect(github.of(`POST ${repo}/statuses/${'a'.repeat(40)}`)?.body).toMatchObject({ state });
    expect(github.of(`POST ${repo}/deployments/9/statuses`)?.body).toMatchObject({ state, environment: 'preview' });
  });

  test('texts keep within what GitHub takes', async () => {
    await publish({ ...everything(), reason: 'x'.repeat(400) }, 'token');
    expect(String(github.of(`POST ${repo}/statuses/${'a'.repeat(40)}`)?.body['description'])).toHaveLength(140);
    const output = github.of(`POST ${repo}/check-runs`)?.body['output'] as { title: string; annotations: unknown[] };
    expect(output.title.length).toBeLessThanOrEqual(255);
    expect(output.annotations).toHaveLength(1);
  });

  test('one that fails keeps no other from being published', async () => {
    github.answers.set(`POST ${repo}/check-runs`, { status: 500, body: { message: 'no' } });
    const published = await publish(everything(), 'token');
    const outcome = (part: PublicationPart) => published.find((one) => one.part === part)?.outcome;
    expect([outcome('check-run'), outcome('commit-status'), outcome('outputs')]).toEqual(['failed', 'done', 'done']);
  });
});

describe('the place', () => {
  const context = { repo: { owner: 'acme', repo: 'shop' }, sha: 'm', apiUrl: 'u', serverUrl: 's', runId: 7 };
  const placed = (payload: object) => placeOf({ ...context, payload } as Parameters<typeof placeOf>[0]);

  test('of a push is its commit', () =>
    expect(placed({})).toMatchObject({ sha: 'm', pullRequest: undefined, link: 's/acme/shop/actions/runs/7' }));

  test('of a pull request is its head, not the merge', () => {
    expect(placed({ pull_request: { number: 3, head: { sha: 'h' } } })).toMatchObject({ sha: 'h', pullRequest: 3 });
  });

  test('of a run after a run is the head of the first', () => {
    const run = { head_sha: 'f', head_branch: 'patch', head_repository: { owner: { login: 'ann' } } };
    expect(placed({ workflow_run: run })).toMatchObject({ sha: 'f', from: { owner: 'ann', branch: 'patch' } });
  });
});
