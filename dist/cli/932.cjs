"use strict";
exports.id = 932;
exports.ids = [932];
exports.modules = {

/***/ 9932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parsedCommand: () => (/* binding */ parsedCommand)
});

// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(5141);
// EXTERNAL MODULE: ./lib/entry/version.js
var version = __webpack_require__(7136);
// EXTERNAL MODULE: ./lib/entry/cli/commands.js
var commands = __webpack_require__(5451);
// EXTERNAL MODULE: ./node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(7375);
// EXTERNAL MODULE: ./lib/entry/inputs/table.js + 11 modules
var table = __webpack_require__(8775);
;// CONCATENATED MODULE: ./lib/entry/cli/program.js


const isOfLint = (stage) => stage === 'lint' || stage === 'gate';
const stageCommands = [
    ['lint', 'judge manifests before there is a cluster; needs no Docker'],
    ['provision', 'lint, then create the cluster and leave it standing'],
    ['deploy', 'everything up to the rollout of the service'],
    ['redis', 'everything up to the verified Redis Cluster'],
    ['load', 'everything up to the proof of autoscaling'],
    ['promote', 'decide over the reports of earlier jobs'],
];
/**
 * The command line. `act` is called for a command that was understood; misuse rejects with commander's own error.
 *
 * @param words where given, only commands that are among them get their options: seventy of them for every command would
 *   be a fifth of the time that `lint` needs for one file.
 */
function buildProgram(version, act, words) {
    const isAsked = (name) => words === undefined || words.includes(name);
    const program = new commander/* Command */.uB('scale-gate')
        .description('Proves that a service scales before it is promoted.')
        .version(version)
        .option('--verbose', 'also say what people only look for when something is wrong')
        .exitOverride()
        .showSuggestionAfterError()
        .configureHelp({ sortSubcommands: false });
    withGateOptions(program
        .command('run')
        .description('the whole gate: lint, provision, deploy, redis, load, promote')
        .argument('[folder]', 'folder of the service', '.'), () => isAsked('run')).action(handler(program, act, 'run'));
    for (const [name, summary] of stageCommands) {
        const command = stageCommand(program, name, summary);
        withGateOptions(command, ({ stage }) => isAsked(name) && (name !== 'lint' || isOfLint(stage))).action(handler(program, act, name));
    }
    withGateOptions(program
        .command('plan')
        .description('which replicas at which load, how soon, and what can never scale; needs no Docker')
        .argument('[folder]', 'folder of the service', '.')
        .option('--cost <milliseconds>', 'CPU time of one request'), () => isAsked('plan')).action(handler(program, act, 'plan'));
    addTraces(program, act);
    return program;
}
function stageCommand(program, name, summary) {
    const command = program.command(name).description(summary);
    if (name !== 'lint')
        return command.argument('[paths...]', 'folder of the service');
    return command
        .argument('[paths...]', 'files, folders, globs, or - for standard input')
        .addOption(new commander/* Option */.c$('--format <format>', 'form of the findings')
        .choices(['text', 'json', 'sarif', 'junit', 'github'])
        .default('text'))
        .option('--fix', 'mend what is mechanical');
}
/** Commands that neither judge nor make a cluster. */
function addTraces(program, act) {
    program
        .command('simulate')
        .description('what an HPA would do over a recorded trace; needs no Docker')
        .argument('<folder>', 'folder of the service')
        .requiredOption('--trace <file>', 'CSV of seconds and load, or a timeline.jsonl of an earlier run')
        .option('--cost <milliseconds>', 'CPU time of one request, where the trace tells requests per second')
        .addOption(new commander/* Option */.c$('--clocks <clocks>', 'clocks of the cluster').choices(['production', 'quick']).default('production'))
        .option('--set <change...>', 'what if: min, max, target, tolerance, request, limit, scale-down-window')
        .action(handler(program, act, 'simulate'));
    program
        .command('test-run')
        .description('the k6 script as a TestRun of the k6 operator, for load that one machine cannot send')
        .argument('[folder]', 'folder of the service', '.')
        .requiredOption('--base-url <url>', 'where the pods of the operator find the service')
        .option('--parallelism <pods>', 'pods that share the load', '4')
        .option('--config <file>', 'configuration; scale-gate.yml of the folder where it is not given')
        .action(handler(program, act, 'test-run'));
    program
        .command('cleanup')
        .description('delete what a run left behind, or what all lost runs did')
        .argument('[run]', 'name of the run')
        .option('--all', 'every run that is not under way, also what was kept by cluster-keep')
        .action(handler(program, act, 'cleanup'));
}
function withGateOptions(command, wanted) {
    command.option('--config <file>', 'configuration; scale-gate.yml of the folder where it is not given');
    for (const row of table/* optionTable */.sX.filter(wanted)) {
        const { name, description } = row;
        const option = new commander/* Option */.c$(row.kind.type === 'boolean' ? `--${name} [value]` : `--${name} <value>`, description).argParser(collect);
        // Short help: a stranger needs the handful that docs/inputs.md puts first; the rest is there.
        command.addOption(option.helpGroup(`Options for ${row.stage}:`));
    }
    return command;
}
/** A flag that is given several times is a list. */
function collect(value, before) {
    return typeof before === 'string' ? `${before}\n${value}` : value;
}
function handler(program, act, command) {
    return async (...args) => {
        const self = args.at(-1);
        if (!(self instanceof commander/* Command */.uB))
            throw new TypeError('commander changed its signature');
        const { config, ...flags } = self.opts();
        const names = new Map(table/* optionTable */.sX.map(({ name }) => [camel(name), name]));
        const given = Object.entries(flags).flatMap(([key, value]) => {
            const name = names.get(key);
            return name === undefined ? [] : [[name, String(value)]];
        });
        const own = Object.fromEntries(Object.entries(flags).filter(([key]) => !names.has(key)));
        await act({
            command,
            operands: self.args,
            given: Object.fromEntries(given),
            config: typeof config === 'string' ? config : undefined,
            verbose: program.opts().verbose === true,
            own,
        });
    };
}
/** The key under which commander keeps a flag. */
function camel(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
function isMisuse(error) {
    return error instanceof commander/* CommanderError */.b7 && error.exitCode !== 0;
}
function isHelp(error) {
    return error instanceof commander/* CommanderError */.b7 && error.exitCode === 0;
}

;// CONCATENATED MODULE: ./lib/entry/cli/parsed.js




/** What `argv` asks for in flags, done; the exit code is the decision. */
async function parsedCommand(argv) {
    let exitCode = 0;
    const program = buildProgram(version/* packageVersion */.T, async (asked) => {
        exitCode = await (0,commands/* act */.R)(asked);
    }, argv);
    try {
        await program.parseAsync(argv);
    }
    catch (error) {
        if (isHelp(error))
            return 0;
        if (isMisuse(error))
            return verdict/* exitCodes */.hS.invalid;
        throw error;
    }
    return exitCode;
}


/***/ }),

/***/ 7136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ packageVersion)
/* harmony export */ });
/** Version of the package; a test holds it against package.json. */
const packageVersion = '0.1.0';


/***/ })

};
;