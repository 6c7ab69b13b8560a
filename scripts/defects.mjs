// Every planted defect by the command line, as a user would run it: `npm run defects`. After it, `-- --lint` takes those
// that need no container engine, `--cluster` the others, and `--only TEXT` those whose name holds it.
await import('../__tests__/defects/main.ts');
