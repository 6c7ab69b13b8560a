/** Version of the package; a test holds it against package.json. */
export const packageVersion = '0.1.0';
