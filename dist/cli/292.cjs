"use strict";
exports.id = 292;
exports.ids = [292];
exports.modules = {

/***/ 6292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseOptions: () => (/* binding */ parseOptions)
});

// EXTERNAL MODULE: ./lib/domain/error.js
var error = __webpack_require__(9342);
// EXTERNAL MODULE: ./lib/domain/stage.js
var stage = __webpack_require__(5234);
;// CONCATENATED MODULE: ./lib/entry/inputs/ambiguous.js
/** Names under which people write a topology in one word. */
const ambiguous_ambiguousNames = ['redis-topology', 'redis.topology', 'redis', 'topology'];
/**
 * Why `3x3` is refused: it has three readings, and they differ by a factor of two.
 *
 * @returns the sentence, or undefined where the text is no topology in one word.
 */
function writeTopology(text) {
    const [, first, second] = /^\s*(\d{1,3})\s*[x\u00d7*:/]\s*(\d{1,3})\s*$/i.exec(text) ?? [];
    if (first === undefined || second === undefined)
        return undefined;
    const [a, b] = [Number(first), Number(second)];
    return [
        `it can be read as ${a} shards \u00d7 (1 primary + ${b} replicas) = ${a * (1 + b)} nodes,`,
        `as ${a} shards of ${b} nodes = ${a * b} nodes, or as ${a} primaries and ${b} replicas = ${a + b} nodes;`,
        `write \`shards: ${a}\` and \`replicas-per-shard: ${b}\` for the first`,
    ].join(' ');
}

;// CONCATENATED MODULE: ./lib/entry/inputs/duration.js
const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** `90s`, `5m`, `500ms`, `1h`, and sums such as `1m30s`; undefined for anything else. At most a day. */
function readDuration(text, unit) {
    const trimmed = text.trim();
    if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(trimmed))
        return undefined;
    let total = 0;
    for (const [, amount, name = ''] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
        total += Number(amount) * (milliseconds[name] ?? 0);
    }
    return total > 0 && total <= 86_400_000 ? (unit === 'seconds' ? total / 1000 : total) : undefined;
}
/** The shortest way to write it: 300 seconds are `5m`. */
function writeDuration(value, unit) {
    const ms = unit === 'seconds' ? value * 1000 : value;
    const [name, size] = Object.entries(milliseconds)
        .reverse()
        .find(([, length]) => ms >= length && ms % length === 0) ?? ['ms', 1];
    return `${ms / size}${name}`;
}

;// CONCATENATED MODULE: ./lib/entry/inputs/nearest.js
/** Edit distance with swaps of neighbours (optimal string alignment), over lower case. */
function distance(a, b) {
    let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const same = a[i - 1] === b[j - 1];
            const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
            row[j] = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1), swapped);
        }
        [before, last] = [last, row];
    }
    return last[b.length] ?? 0;
}
const plain = (word) => word.toLowerCase().replace(/[_.\s]/g, '-');
/** The candidate that someone who wrote `word` most likely meant; undefined where none is near. */
function nearest_nearest(word, candidates) {
    if (word.length > 80)
        return undefined;
    const ranked = candidates
        .map((candidate) => ({ candidate, far: distance(plain(word), plain(candidate)) }))
        .sort((a, b) => a.far - b.far);
    const [best] = ranked;
    const allowed = Math.max(1, Math.floor(word.length / 3));
    return best !== undefined && best.far <= Math.min(allowed, 4) ? best.candidate : undefined;
}
/** `; did you mean "x"?`, or nothing. */
function didYouMean(word, candidates) {
    const found = nearest_nearest(word, candidates);
    return found === undefined ? '' : `; did you mean "${found}"?`;
}

;// CONCATENATED MODULE: ./lib/entry/inputs/check.js



const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const shown = (value) => {
    const text = JSON.stringify(value) ?? String(value);
    return text.length > 80 ? `${text.slice(0, 79)}\u2026` : text;
};
/** What a value of a kind looks like, for messages and docs. */
function expectation(kind) {
    switch (kind.type) {
        case 'text':
            return kind.shape?.expected ?? 'text';
        case 'integer':
            return `an integer from ${kind.min} to ${kind.max}`;
        case 'number':
            return `a number from ${kind.min} to ${kind.max}`;
        case 'boolean':
            return 'true or false';
        case 'duration':
            return 'a duration such as 90s, 5m or 500ms';
        case 'choice':
            return `one of ${kind.values.join(', ')}`;
        case 'list':
            return `a list, each ${expectation(kind.of)}`;
        case 'map':
            return `a map to ${expectation(kind.of)}`;
        case 'record':
            return `a map of ${Object.keys(kind.fields).join(', ')}${kind.short ? `, or ${kind.short.form}` : ''}`;
    }
}
/** The value as the spec holds it; undefined after a complaint. */
function checkValue(kind, value, place, complain) {
    if (kind.type === 'list')
        return checkList(kind.of, value, place, complain);
    if (kind.type === 'map')
        return checkMap(kind.of, value, place, complain);
    if (kind.type === 'record')
        return checkRecord(kind, value, place, complain);
    const found = readScalar(kind, value, place);
    if (found === undefined)
        complain(`${place.subject('value')} is ${shown(value)}; ${scalarAdvice(kind, value)}`);
    return found;
}
function scalarAdvice(kind, value) {
    const guess = kind.type === 'choice' && typeof value === 'string' ? didYouMean(value, kind.values) : '';
    const topology = kind.type === 'integer' && typeof value === 'string' ? writeTopology(value) : undefined;
    return topology ?? `expected ${expectation(kind)}${guess}`;
}
function readScalar(kind, value, place) {
    switch (kind.type) {
        case 'text': {
            const text = pairText(kind.shape, value) ?? readText(value, place);
            return text !== undefined && (kind.shape?.pattern.test(text) ?? true) ? text : undefined;
        }
        case 'integer':
        case 'number':
            if (typeof value !== 'number' || (kind.type === 'integer' && !Number.isInteger(value)))
                return undefined;
            return value >= kind.min && value <= kind.max ? value : undefined;
        case 'boolean':
            return typeof value === 'boolean' ? value : undefined;
        case 'duration':
            return typeof value === 'string' ? readDuration(value, kind.unit) : undefined;
        case 'choice':
            return typeof value === 'string' && kind.values.includes(value) ? value : undefined;
        default:
            return undefined;
    }
}
/** A pair where its shape says that people mean text by it. */
function pairText(shape, value) {
    if (shape?.pair === undefined || !isRecord(value))
        return undefined;
    const [[key, rest] = [], ...others] = Object.entries(value);
    return key !== undefined && typeof rest === 'string' && others.length === 0 ? `${key}: ${rest}` : undefined;
}
/** A number or boolean where text is wanted is taken as it is written: version `1.30` is not 1.3. */
function readText(value, place) {
    if (typeof value === 'string')
        return value === '' ? undefined : value;
    if (typeof value === 'number' || typeof value === 'boolean')
        return place.source() ?? String(value);
    return undefined;
}
function checkList(of, value, place, complain) {
    if (!Array.isArray(value)) {
        // One entry without its dash is what people write, and means one thing.
        if (typeof value === 'string' || typeof value === 'number')
            return [checkValue(of, value, place, complain)];
        complain(`${place.subject('value')} is ${shown(value)}; expected ${expectation({ type: 'list', of })}`);
        return undefined;
    }
    return value.map((entry, i) => checkValue(of, entry, place.child(i), complain));
}
function checkMap(of, value, place, complain) {
    if (!isRecord(value)) {
        complain(`${place.subject('value')} is ${shown(value)}; expected ${expectation({ type: 'map', of })}`);
        return undefined;
    }
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([key, entry]) => [key, checkValue(of, entry, place.child(key), complain)]));
}
function checkRecord(kind, given, place, complain) {
    const value = typeof given === 'string' ? kind.short?.read(given) : given;
    if (!isRecord(value)) {
        complain(`${place.subject('value')} is ${shown(given)}; expected ${expectation(kind)}`);
        return undefined;
    }
    const names = Object.keys(kind.fields);
    for (const key of Object.keys(value).filter((name) => !names.includes(name))) {
        complain(`${place.child(key).subject('key')} is unknown${didYouMean(key, names) || `; expected ${expectation(kind)}`}`);
    }
    const here = names.filter((name) => value[name] !== undefined && value[name] !== null);
    if (kind.exactlyOne && here.length !== 1) {
        complain(`${place.subject('key')} has ${here.length === 0 ? 'none' : here.join(' and ')}; expected exactly one of ${names.join(', ')}`);
    }
    return Object.fromEntries(fieldsOf(kind, value, place, complain));
}
function fieldsOf(kind, value, place, complain) {
    return Object.entries(kind.fields).flatMap(([name, field]) => {
        const entry = value[name];
        if (entry !== undefined && entry !== null)
            return [[name, checkValue(field.kind, entry, place.child(name), complain)]];
        if (field.required)
            complain(`${place.subject('key')} lacks ${name}: ${field.description}`);
        return [];
    });
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/adapters/yaml/config-document.js

const start = { line: 1, column: 1 };
/** Reads one YAML document: core schema of YAML 1.2, in which `off` is a word and no boolean. */
function readConfigDocument(text) {
    const counter = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: counter, prettyErrors: false });
    const position = (offset) => {
        if (offset === undefined)
            return start;
        const { line, col } = counter.linePos(offset);
        return line === 0 ? start : { line, column: col };
    };
    const faults = document.errors.map(({ message, pos }) => ({ message, at: position(pos[0]) }));
    const pairAt = (path) => {
        const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
        const key = path.at(-1);
        return (0,dist/* isMap */.jh)(parent)
            ? parent.items.find((pair) => (0,dist/* isScalar */.jn)(pair.key) && String(pair.key.value) === key)
            : undefined;
    };
    const locate = (path, what) => {
        if (path.length === 0)
            return position(rangeStart(document.contents));
        const node = what === 'key' ? (pairAt(path)?.key ?? document.getIn(path, true)) : document.getIn(path, true);
        const offset = rangeStart(node) ?? rangeStart(pairAt(path)?.key);
        return offset === undefined ? locate(path.slice(0, -1), 'key') : position(offset);
    };
    const source = (path) => {
        const node = document.getIn(path, true);
        return (0,dist/* isScalar */.jn)(node) ? node.source : undefined;
    };
    try {
        return { value: faults.length === 0 ? document.toJS() : undefined, faults, locate, source };
    }
    catch (error) {
        // An alias that expands beyond every measure, or to nothing, is found only here.
        return { value: undefined, faults: [{ message: String(error), at: start }], locate, source };
    }
}
function rangeStart(node) {
    return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
        ? Number(node.range[0])
        : undefined;
}

;// CONCATENATED MODULE: ./lib/entry/inputs/place.js
/** `['load', 'scenarios', 0, 'path']` \u2192 `load.scenarios[0].path` */
function dotted(path) {
    return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${step}`)).join('');
}
/** A place in the configuration file. */
function configPlace(file, document, path) {
    return {
        subject: (what) => {
            const { line, column } = document.locate(path, what);
            return `${file}:${line}:${column}: ${dotted(path)}`;
        },
        source: () => document.source(path),
        child: (step) => configPlace(file, document, [...path, step]),
    };
}
/** A place in the text of an input or a flag. */
function inputPlace(label, path = []) {
    const steps = dotted(path);
    return {
        subject: () => (steps === '' ? label : `${label} (${steps})`),
        source: () => undefined,
        child: (step) => inputPlace(label, [...path, step]),
    };
}

// EXTERNAL MODULE: ./lib/entry/inputs/table.js + 11 modules
var table = __webpack_require__(8775);
;// CONCATENATED MODULE: ./lib/entry/inputs/config.js





const rows = new Map(table/* optionTable */.sX.map((row) => [dotted(row.path), row]));
const topLevel = table/* optionTable */.sX.filter(({ path }) => path.length === 1).map(({ name }) => name);
/** What a configuration offers, by the name of the option; complains of all that it cannot place. */
function readConfig({ file, text }, complain) {
    const document = readConfigDocument(text);
    for (const { message, at } of document.faults)
        complain(`${file}:${at.line}:${at.column}: ${message}`);
    const offers = new Map();
    const { value } = document;
    if (value === undefined || value === null)
        return offers;
    if (!config_isRecord(value)) {
        complain(`${file}:1:1: is no map; expected keys such as ${topLevel.join(', ')} or ${table/* sectionNames */.QN.join(', ')}`);
        return offers;
    }
    const root = configPlace(file, document, []);
    for (const [key, entry] of Object.entries(value))
        readKey([key], entry, root.child(key), { offers, complain });
    return offers;
}
const config_isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function readKey(path, entry, place, reading) {
    const row = rows.get(dotted(path));
    const [section = ''] = path;
    if (row !== undefined)
        offer(row, entry, place, reading);
    else if (path.length > 1 || !table/* sectionNames */.QN.includes(section))
        reading.complain(unknown(path, entry, place));
    else
        readSection(section, entry ?? {}, place, reading);
}
function readSection(section, entry, place, reading) {
    if (!config_isRecord(entry)) {
        const readings = typeof entry === 'string' ? writeTopology(entry) : undefined;
        const expected = readings ?? `expected a map of ${keysOf(section).join(', ')}`;
        reading.complain(`${place.subject('value')} is ${JSON.stringify(entry)}; ${expected}`);
        return;
    }
    mention(section, place, reading);
    for (const [key, value] of Object.entries(entry))
        readKey([section, key], value, place.child(key), reading);
}
function offer(row, value, place, { offers, complain }) {
    if (value === null)
        complain(`${place.subject('key')} has no value; give one or leave the key away`);
    else
        offers.set(row.name, { row, value, place, from: 'config' });
}
/** That a section is there says something by itself: `redis:` asks for a Redis Cluster. */
function mention(section, place, { offers }) {
    const row = table/* optionTable */.sX.find(({ path }) => path[0] === section);
    if (row !== undefined)
        offers.set(section, { row, value: undefined, place, from: 'config' });
}
const keysOf = (section) => table/* optionTable */.sX.filter(({ path }) => path[0] === section && path.length > 1).map(({ path }) => path.at(-1) ?? '');
function unknown(path, entry, place) {
    const [section = '', key = section] = path;
    const readings = ambiguous_ambiguousNames.includes(dotted(path)) && typeof entry === 'string' ? writeTopology(entry) : undefined;
    if (readings !== undefined)
        return `${place.subject('value')} is ${JSON.stringify(entry)}; ${readings}`;
    const siblings = path.length === 1 ? [...topLevel, ...table/* sectionNames */.QN] : keysOf(section);
    const elsewhere = table/* optionTable */.sX
        .filter((row) => row.path.at(-1) === key || row.name === key)
        .map((row) => dotted(row.path));
    const guess = didYouMean(key, siblings) || (elsewhere.length > 0 ? `; did you mean "${elsewhere.join('" or "')}"?` : '');
    return `${place.subject('key')} is unknown${guess || `; known here: ${siblings.join(', ')}`}`;
}

;// CONCATENATED MODULE: ./lib/entry/inputs/text-value.js

/** The text of an input or flag as the value that it stands for; what fits no kind stays text, for the check to refuse. */
function valueOfText(kind, text) {
    switch (kind.type) {
        case 'integer':
        case 'number':
            return /^\s*[-+]?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : text;
        case 'boolean':
            return /^\s*true\s*$/i.test(text) ? true : /^\s*false\s*$/i.test(text) ? false : text;
        case 'list':
            return asYaml(text) ?? entries(text, kind.of).map((entry) => valueOfText(kind.of, entry));
        case 'map':
            return asYaml(text) ?? mapOf(text, kind.of);
        case 'record':
            return asYaml(text) ?? text.trim();
        case 'text':
            return text;
        default:
            return text.trim();
    }
}
/** Lists and maps may also be given as YAML or JSON; it is seen by how it begins. */
function asYaml(text) {
    if (!/^\s*([[{]|- )/.test(text))
        return undefined;
    const { value } = readConfigDocument(text);
    return typeof value === 'object' && value !== null ? value : undefined;
}
/** One entry a line; in a single line, entries are parted by commas. */
function entries(text, of) {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    const filled = lines.filter((line) => line !== '');
    const parts = filled.length === 1 && of.type !== 'record' ? (filled[0] ?? '').split(',') : filled;
    return parts.map((part) => part.trim()).filter((part) => part !== '');
}
/** `key=value` a line. */
function mapOf(text, of) {
    const pairs = entries(text, { type: 'record', fields: {} }).map((line) => /^([^=]+?)\s*=\s*(.*)$/.exec(line));
    if (pairs.some((pair) => pair === null))
        return text;
    return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', valueOfText(of, pair?.[2] ?? '')]));
}

;// CONCATENATED MODULE: ./lib/entry/inputs/given.js





const doorNames = table/* doorOptions */.T5.map(({ name }) => name);
const names = [...table/* optionTable */.sX.map(({ name }) => name), ...doorNames];
/** What inputs or flags offer, by the name of the option. */
function readGiven(given, label, complain) {
    const offers = new Map();
    for (const [name, text] of Object.entries(given)) {
        const row = (0,table/* optionNamed */.b7)(name);
        if (text.trim() === '' || doorNames.includes(name))
            continue;
        if (row === undefined)
            complain(`${label(name)} ${refusal(name, text)}`);
        else
            offers.set(row.name, { row, value: valueOfText(row.kind, text), place: inputPlace(label(name)), from: 'input' });
    }
    return offers;
}
function refusal(name, text) {
    const readings = ambiguous_ambiguousNames.includes(name) ? writeTopology(text) : undefined;
    return readings === undefined ? `is unknown${didYouMean(name, names)}` : `is "${text.trim()}"; ${readings}`;
}
/** Whether a name is one of our inputs, or so near to one that it has to be complained of. */
function looksLikeOurs(name) {
    return names.includes(name) || ambiguousNames.includes(name) || nearest(name, names) !== undefined;
}

// EXTERNAL MODULE: ./lib/entry/inputs/settle.js + 1 modules
var settle = __webpack_require__(2059);
// EXTERNAL MODULE: ./lib/entry/inputs/usual.js
var usual = __webpack_require__(2574);
;// CONCATENATED MODULE: ./lib/entry/inputs/parse.js







/**
 * The spec of a run from configuration and inputs, with every default filled in.
 *
 * @throws GateError `INPUT_INVALID` with every problem of both at once, each with its place.
 */
function parseOptions({ config, given, label = (name) => `input ${name}` }) {
    const problems = [];
    const complain = (problem) => problems.push(problem);
    const fromConfig = config === undefined ? new Map() : readConfig(config, complain);
    const offers = new Map([...fromConfig, ...readGiven(given, label, complain)]);
    const { values, refused } = valuesOf(offers, complain);
    const spec = (0,settle/* settle */.G)((0,usual/* specOf */.r)(values), offers, refused, complain);
    if (problems.length > 0)
        throw (0,error/* invalidInput */.aY)(problems, hintFor(config?.file));
    return spec;
}
function hintFor(file) {
    const where = file === undefined ? 'the inputs' : `${file} or the inputs`;
    return `Correct ${where}; docs/inputs.md describes every option. Stages are ${stage/* stageNames */.h.join(', ')}.`;
}
/** What was offered and is right; and the names of what was refused. */
function valuesOf(offers, complain) {
    const [values, refused] = [new Map(), new Set()];
    for (const [name, { row, value, place }] of offers) {
        if (name !== row.name)
            continue;
        const checked = checkValue(row.kind, value, place, (problem) => {
            refused.add(name);
            complain(problem);
        });
        if (!refused.has(name))
            values.set(name, checked);
    }
    return { values, refused };
}


/***/ })

};
;