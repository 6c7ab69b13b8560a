import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';
// The door of dist/cli. It is built by itself and loads the bundle beside it, so it may import nothing but Node.
/** Of sysexits. */
const EX_SOFTWARE = 70;
/** Digest of the bundle, put here by scripts/build.mjs: V8 compares no more of a source than its length. */
const bundle = '193baa81752dca5c';
const cacheFolder = path.join(homedir(), '.cache', 'scale-gate');
const load = createRequire(import.meta.url);
function pieceOf(name) {
    const cache = path.join(cacheFolder, `${name}-${process.version}-${process.arch}`);
    const file = path.join(import.meta.dirname, name);
    try {
        const kept = readFileSync(cache);
        const fits = kept.toString('latin1', 0, bundle.length) === bundle;
        return { file, cache, code: fits ? kept.subarray(bundle.length) : undefined };
    }
    catch {
        return { file, cache, code: undefined };
    }
}
/** Deletes the drafts of processes that were killed over them. */
function sweep() {
    for (const name of readdirSync(cacheFolder)) {
        const pid = Number(/-v\d.*\.(\d+)$/.exec(name)?.[1] ?? process.pid);
        try {
            process.kill(pid, 0);
        }
        catch (error) {
            if (error.code === 'ESRCH')
                rmSync(path.join(cacheFolder, name), { force: true });
        }
    }
}
/** Compiles all functions of a piece, not just those that this run calls, and keeps them; undefined where they cannot be kept. */
function compiledWhole(source, { file, cache }) {
    const draft = `${cache}.${process.pid}`;
    try {
        mkdirSync(cacheFolder, { recursive: true, mode: 0o700 });
        sweep();
        writeFileSync(draft, '', { mode: 0o600 });
        const script = eagerly(() => new Script(source, { filename: file }));
        writeFileSync(draft, Buffer.concat([Buffer.from(bundle), script.createCachedData()]));
        renameSync(draft, cache);
        return script;
    }
    catch {
        return undefined;
    }
}
/** V8 takes code only under the flags under which it was made, so they are as ever before the code is asked for. */
function eagerly(compile) {
    const { setFlagsFromString } = load('node:v8');
    setFlagsFromString('--no-lazy');
    try {
        return compile();
    }
    finally {
        setFlagsFromString('--lazy');
    }
}
/**
 * Code that was made under other flags, or by another V8. The next run makes it anew: this one has compiled the source by
 * now, and V8, which remembers that, would not do it whole.
 */
function forget({ cache }) {
    try {
        rmSync(cache, { force: true });
    }
    catch {
        // It stays, and is passed over again.
    }
}
function scriptOf(name) {
    const piece = pieceOf(name);
    // The build writes it in ASCII, which is read and kept as it is.
    const text = readFileSync(piece.file, 'latin1');
    const source = `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
    if (piece.code !== undefined) {
        const script = new Script(source, { filename: piece.file, cachedData: piece.code });
        if (script.cachedDataRejected === true)
            forget(piece);
        return script;
    }
    return compiledWhole(source, piece) ?? new Script(source, { filename: piece.file });
}
const loaded = new Map();
/** What `require` does, for pieces of the bundle with the code that was kept of them. */
function loadKept(id) {
    if (!id.startsWith('./'))
        return load(id);
    const known = loaded.get(id);
    if (known !== undefined)
        return known;
    const [name, module] = [id.slice(2), { exports: {} }];
    const file = path.join(import.meta.dirname, name);
    scriptOf(name).runInThisContext()(module.exports, loadKept, module, file, import.meta.dirname);
    loaded.set(id, module.exports);
    return module.exports;
}
/** For `lint`, which somebody waits for at every change, our own cache; Node's, which holds what runs at the start, for the rest. */
function loadBundle() {
    const entry = './command-line.cjs';
    if (process.argv[2] === 'lint')
        return loadKept(entry);
    enableCompileCache(cacheFolder);
    return load(entry);
}
// Whoever read the output may be gone. What is left to say is for nobody then; what is left to delete is deleted.
process.stdout.on('error', () => undefined);
// A bug of ours shows its stack, and is no verdict: Node's own exit code for it would be that of a reject.
process.on('uncaughtException', (bug) => {
    console.error(bug);
    process.exit(EX_SOFTWARE);
});
process.exitCode = await loadBundle()
    .commandLine(process.argv)
    .catch((bug) => {
    console.error(bug);
    return EX_SOFTWARE;
});
