import * as core from '@actions/core';

// One bundle for both steps: the state that main saved tells post that it is post.
if (core.getState('main') === 'begun') {
  const { post } = await import('./post.js');
  await post();
} else {
  core.saveState('main', 'begun');
  const { main } = await import('./main.js');
  await main();
}
