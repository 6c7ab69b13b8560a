/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 754:
/***/ ((module) => {

module.exports = require("./generated-api.mjs");

/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = require("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = require("crypto");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = require("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = require("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = require("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = require("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = require("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = require("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = require("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = require("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = require("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 4649:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 8152:
/***/ ((module) => {

module.exports = require("node:path/win32");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = require("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = require("node:querystring");

/***/ }),

/***/ 481:
/***/ ((module) => {

module.exports = require("node:readline");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = require("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = require("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = require("node:stream/promises");

/***/ }),

/***/ 7830:
/***/ ((module) => {

module.exports = require("node:stream/web");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = require("node:string_decoder");

/***/ }),

/***/ 7997:
/***/ ((module) => {

module.exports = require("node:timers");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 7066:
/***/ ((module) => {

module.exports = require("node:tty");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = require("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = require("node:util/types");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = require("node:v8");

/***/ }),

/***/ 714:
/***/ ((module) => {

module.exports = require("node:vm");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = require("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ }),

/***/ 3480:
/***/ ((module) => {

module.exports = require("querystring");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = require("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = require("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = require("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = require("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = require("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = require("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = require("util");

/***/ }),

/***/ 9154:
/***/ ((module) => {

module.exports = require("vm");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = require("zlib");

/***/ }),

/***/ 9342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   aY: () => (/* binding */ invalidInput),
/* harmony export */   fv: () => (/* binding */ errorCodes),
/* harmony export */   ue: () => (/* binding */ GateError)
/* harmony export */ });
/**
 * Machine-readable reasons for which the gate could not do its work; docs/errors.md has a heading for each.
 * `INPUT_INVALID` is the user's to mend (exit 64); every other code makes a run `inconclusive` (exit 2).
 */
const errorCodes = [
    'INPUT_INVALID',
    'ENGINE_MISSING',
    'TOOL_MISSING',
    'TOOL_UNTRUSTED',
    'COMMAND_FAILED',
    'JOURNAL_FAILED',
    'CLUSTER_EXISTS',
    'CLUSTER_NOT_READY',
    'PORT_TAKEN',
    'IMAGE_MISSING',
    'API_UNREACHABLE',
    'API_REFUSED',
    'ADDON_NOT_READY',
    'REDIS_UNREACHABLE',
    'LOAD_FAILED',
    'TIMED_OUT',
    'CANCELLED',
    'EVIDENCE_REFUSED',
    'PUBLISH_FAILED',
];
/**
 * The one error class of the project: the gate, or the world around it, could not do its work.
 * `message` says what happened, to which object, with the number; `hint` says what to do; `code` is for machines.
 * A bad workload is never thrown: it is evidence.
 */
class GateError extends Error {
    name = 'GateError';
    code;
    hint;
    facts;
    constructor(code, message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.code = code;
        this.hint = details.hint;
        this.facts = details.facts ?? {};
    }
}
/** Several faults of one input, said at once, each with its place. */
function invalidInput(problems, hint) {
    const head = problems.length === 1 ? (problems[0] ?? '') : `${problems.length} problems:\n- ${problems.join('\n- ')}`;
    return new GateError('INPUT_INVALID', head, { hint });
}
function cancelled(what) {
    return new GateError('CANCELLED', `cancelled while ${what}`, { hint: 'Run the gate again; nothing was concluded.' });
}


/***/ }),

/***/ 8702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ sanitisePhrase),
/* harmony export */   lg: () => (/* binding */ sanitiseLine),
/* harmony export */   tB: () => (/* binding */ sanitise)
/* harmony export */ });
/* unused harmony export defaultCaps */
const defaultCaps = { line: 8_192, total: 262_144 };
/** As the runner's `StreamReader.ReadLine` splits: a lone CR ends a line as well. */
const lineEnds = /\r\n|\n|\r/;
/** OSC, DCS, SOS, PM and APC strings with their content, CSI sequences, and any other escape; 7-bit and 8-bit forms. */
const escapes = /(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-~]?/g;
/**
 * What is not seen, or moves what is seen: controls but for the tab, bidi marks, zero widths, fillers, line ends of
 * Unicode. The runner compares by culture, and ICU overlooks exactly these: `:<zero width>:` is `::` to it.
 */
const invisibles = /[\0-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Printable ASCII and tabs: nothing that is not seen. Nearly every line, told in one look. */
const visibleOnly = /^[\t -~]*$/;
/** The same, and a sign at its start that is neither a blank nor of a command: nothing is to be done, save for what is long or old. */
const harmless = /^[!-9;-~][\t -~]*$/;
/** The old form of a workflow command is heard anywhere in a line. */
const commandAnywhere = /##\[/g;
/** The new form is heard behind any blanks; more than .NET's `TrimStart` knows are taken for blanks. */
const commandAtStart = /^[\s\p{Z}\p{C}]*::/u;
/**
 * One line of text that came from outside (logs of pods and tools, names from manifests, bodies of answers), made
 * harmless for a terminal and for the workflow runner, which takes commands out of what a step prints. See
 * `ActionCommandManager.TryProcessCommand` and `ActionCommand.TryParse`/`TryParseV2` of actions/runner.
 */
function sanitiseLine(line, cap = defaultCaps.line) {
    if (line.length <= cap && harmless.test(line) && !line.includes('##['))
        return line;
    const visible = visibleOnly.test(line) ? line : line.replace(escapes, '').replace(invisibles, '').toWellFormed();
    const cut = visible.length > cap ? `${visible.slice(0, cap).toWellFormed()} [\u2026 ${visible.length - cap} cut]` : visible;
    const quiet = cut.includes('##[') ? cut.replace(commandAnywhere, '##\\[') : cut;
    return commandAtStart.test(quiet) ? `| ${quiet.trimStart()}` : quiet;
}
/** Text of several lines. Never longer than `caps.total` and a note. */
function sanitise(text, caps = defaultCaps) {
    const lines = [];
    let size = 0;
    for (const line of text.split(lineEnds)) {
        const clean = sanitiseLine(line, caps.line);
        size += clean.length + 1;
        if (size > caps.total + 1)
            return [...lines, `[\u2026 cut: more than ${caps.total} characters]`].join('\n');
        lines.push(clean);
    }
    return lines.join('\n');
}
/** Foreign text for the middle of a sentence: one line, in quotes' stead cut short. */
function sanitisePhrase(text, cap = 300) {
    return sanitiseLine(text.split(lineEnds).join(' ').replace(/\s+/g, ' ').trim(), cap);
}


/***/ }),

/***/ 5141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   hS: () => (/* binding */ exitCodes),
/* harmony export */   uv: () => (/* binding */ decisionOf)
/* harmony export */ });
const severity = { pass: 0, inconclusive: 1, fail: 2 };
/**
 * The worst of several verdicts.
 *
 * An empty list is `inconclusive`, never `pass`: whoever looked at nothing has found out nothing.
 */
function worst(verdicts) {
    if (verdicts.length === 0)
        return 'inconclusive';
    return verdicts.reduce((a, b) => (severity[b] > severity[a] ? b : a));
}
const decisions = {
    pass: 'promote',
    fail: 'reject',
    inconclusive: 'inconclusive',
};
function decisionOf(verdict) {
    return decisions[verdict];
}
/** Process exit codes; 64 is `EX_USAGE` of sysexits. */
const exitCodes = { promote: 0, reject: 1, inconclusive: 2, invalid: 64 };


/***/ }),

/***/ 5451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ act)
/* harmony export */ });
/** Does what was asked for and gives the exit code. Each command is loaded when it is asked for: lint starts without a cluster's clients. */
async function act(asked) {
    switch (asked.command) {
        case 'cleanup':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(499), __nccwpck_require__.e(824), __nccwpck_require__.e(67)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9465))).cleanupCommand(asked);
        case 'lint':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(775), __nccwpck_require__.e(231), __nccwpck_require__.e(700)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7700))).lintCommand(asked);
        case 'plan':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(775), __nccwpck_require__.e(292), __nccwpck_require__.e(231), __nccwpck_require__.e(199), __nccwpck_require__.e(400)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2400))).planCommand(asked);
        case 'simulate':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(775), __nccwpck_require__.e(292), __nccwpck_require__.e(231), __nccwpck_require__.e(199), __nccwpck_require__.e(386), __nccwpck_require__.e(488)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5488))).simulateCommand(asked);
        case 'test-run':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(775), __nccwpck_require__.e(292), __nccwpck_require__.e(263)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9604))).testRunCommand(asked);
        default:
            return (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(499), __nccwpck_require__.e(260), __nccwpck_require__.e(775), __nccwpck_require__.e(292), __nccwpck_require__.e(231), __nccwpck_require__.e(199), __nccwpck_require__.e(824), __nccwpck_require__.e(386), __nccwpck_require__.e(658)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5658))).gateCommand(asked);
    }
}


/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			id: moduleId,
/******/ 			loaded: false,
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Flag the module as loaded
/******/ 		module.loaded = true;
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".cjs";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/node module decorator */
/******/ 	(() => {
/******/ 		__nccwpck_require__.nmd = (module) => {
/******/ 			module.paths = [];
/******/ 			if (!module.children) module.children = [];
/******/ 			return module;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  commandLine: () => (/* binding */ commandLine)
});

// EXTERNAL MODULE: ./lib/domain/error.js
var domain_error = __nccwpck_require__(9342);
// EXTERNAL MODULE: ./lib/domain/foreign-text.js
var foreign_text = __nccwpck_require__(8702);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __nccwpck_require__(5141);
// EXTERNAL MODULE: ./lib/entry/cli/commands.js
var commands = __nccwpck_require__(5451);
;// CONCATENATED MODULE: ./lib/entry/cli/plain-words.js
/**
 * What `lint PATHS\u2026` without any flag asks for; undefined for all else. Commander and its table of options are a fifth of
 * the time that one file takes, and have nothing to say here.
 *
 * @param words the command line behind the program's name
 */
function plainLint([command, ...operands]) {
    if (command !== 'lint' || operands.some((word) => word.startsWith('-') && word !== '-'))
        return undefined;
    return { command, operands, given: {}, config: undefined, verbose: false, own: { format: 'text' } };
}

;// CONCATENATED MODULE: ./lib/entry/cli/command-line.js





/** What `argv` asks for, done; the exit code is the decision. */
async function commandLine(argv) {
    const plain = plainLint(argv.slice(2));
    try {
        return plain === undefined ? await (await Promise.all(/* import() */[__nccwpck_require__.e(375), __nccwpck_require__.e(775), __nccwpck_require__.e(932)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9932))).parsedCommand(argv) : await (0,commands/* act */.R)(plain);
    }
    catch (error) {
        return explain(error);
    }
}
function explain(error) {
    if (!(error instanceof domain_error/* GateError */.ue))
        throw error;
    process.stderr.write(`\u2717 ${(0,foreign_text/* sanitise */.tB)(error.message)}\n  what to do: ${(0,foreign_text/* sanitise */.tB)(error.hint)}\n`);
    return error.code === 'INPUT_INVALID' ? verdict/* exitCodes */.hS.invalid : verdict/* exitCodes */.hS.inconclusive;
}

module.exports = __webpack_exports__;
/******/ })()
;