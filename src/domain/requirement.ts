/** The six things that the gate checks on every service, in the order in which reports print them. */
export const requirements = [
  { id: 'containers', title: 'Containers' },
  { id: 'routing', title: 'Service discovery and request routing' },
  { id: 'horizontal-scaling', title: 'Horizontal scaling' },
  { id: 'autoscaling', title: 'Autoscaling' },
  { id: 'exposure', title: 'Externally and internally accessible resources kept apart' },
  { id: 'configuration', title: 'Configuration by environment, with sensitive data kept safe' },
] as const;

export type Requirement = (typeof requirements)[number]['id'];
