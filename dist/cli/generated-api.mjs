const absent = () => {
  throw new Error('the generated API of the Kubernetes client is not part of this bundle');
};
export const createConfiguration = absent;
export class ServerConfiguration {
  constructor() {
    absent();
  }
}
